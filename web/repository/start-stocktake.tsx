import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { TextField } from '../organisation/text-field.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { planQuery, roomsQuery } from './queries.ts'

/** Begins a stock-take of a room or of one of its rows. */
export function StartStocktake({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const rooms = useQuery(roomsQuery).data ?? []
  const [chosen, setChosen] = useState('')
  const [rowId, setRowId] = useState('')
  const [note, setNote] = useState('')
  const roomId = chosen || (rooms[0]?.id ?? '')
  const plan = useQuery({ ...planQuery(roomId), enabled: roomId !== '' }).data
  const rows = plan?.places.filter(({ level }) => level === 'row') ?? []
  return (
    <ActDialog
      title={t({ zh: '开始盘点', en: 'Start a stock-take' })}
      act={t({ zh: '开始', en: 'Start' })}
      ready={roomId !== ''}
      onClose={onClose}
      onAct={async () => {
        const { stocktakeId } = await client.tell('stocktake.start', { locationId: rowId || roomId, note })
        await navigate({ to: '/repository/stocktakes/$stocktakeId', params: { stocktakeId } })
      }}
    >
      {() => (
        <>
          <FormField label={t({ zh: '库房', en: 'Room' })} required>
            {control => (
              <select
                {...control}
                className="input"
                value={roomId}
                onChange={event => {
                  setChosen(event.target.value)
                  setRowId('')
                }}
              >
                {rooms.map(({ id, code, name }) => (
                  <option key={id} value={id}>
                    {code} {name}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          <FormField label={t({ zh: '列', en: 'Row' })}>
            {control => (
              <select {...control} className="input" value={rowId} onChange={event => setRowId(event.target.value)}>
                <option value="">{t({ zh: '整间库房', en: 'The whole room' })}</option>
                {rows.map(({ id, code, name }) => (
                  <option key={id} value={id}>
                    {code} {name}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          <TextField label={t({ zh: '说明', en: 'Note' })} maxLength={300} value={note} onChange={setNote} />
          <p className="small faint">
            {t({
              zh: '现在在架上的定为应有；盘点期间照常上架，移动过的会列为差异。',
              en: 'What stands there now is what is expected. Work goes on meanwhile; what is moved shows as a difference.',
            })}
          </p>
        </>
      )}
    </ActDialog>
  )
}
