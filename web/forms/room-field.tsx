import { useQuery } from '@tanstack/react-query'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useAsk } from './form-fields.tsx'

/** Chooses the room whose places get labels; a place that was chosen on its own page stays. */
export function RoomField({ chosen }: { chosen: readonly string[] }) {
  const { t } = useLanguage()
  const ask = useAsk()
  const { data, error } = useQuery({ queryKey: ['location.list'], queryFn: () => client.ask('location.list', {}) })
  if (error) return <RefusalNotice error={error} />
  const rooms = data?.rooms ?? []
  const [first = ''] = chosen
  return (
    <FormField label={t({ zh: '库房', en: 'Room' })}>
      {control => (
        <select {...control} className="input" value={first} onChange={event => ask({ ids: event.target.value })}>
          <option value="">{t({ zh: '请选择', en: 'Choose one' })}</option>
          {rooms.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {[code, name].filter(part => part !== '').join(' ')}
            </option>
          ))}
          {first !== '' && !rooms.some(({ id }) => id === first) && (
            <option value={first}>{t({ zh: '所选库位', en: 'The place chosen' })}</option>
          )}
        </select>
      )}
    </FormField>
  )
}
