import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { today } from '../dates.ts'
import { readTypedDate } from '../item/form/typed-date.ts'
import { useLanguage } from '../language.ts'
import { ActDialog } from '../organisation/act-dialog.tsx'
import { issueOf } from '../organisation/field-issue.ts'
import { TextField } from '../organisation/text-field.tsx'
import { useUnits } from '../organisation/units.ts'
import { FormField } from '../pieces/form-field.tsx'
import { notify } from '../pieces/notices.tsx'
import { useMayAny } from '../session.ts'
import { type Forward, refreshLines } from './line-queries.ts'

interface LineDialogProps {
  lineId: string
  onClose: () => void
}

/** Forwards 分发 a line to units and people, with what is asked and until when. */
export function ForwardDialog({ lineId, onClose }: LineDialogProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const units = useUnits()
  const [unitIds, setUnitIds] = useState<readonly string[]>([])
  const [people, setPeople] = useState<ReadonlyMap<string, string>>(new Map())
  const [asks, setAsks] = useState('')
  const [due, setDue] = useState('')
  const forward = async () => {
    await client.tell('line.forward', {
      lineId,
      unitIds: [...unitIds],
      personIds: [...people.keys()],
      asks,
      dueOn: readTypedDate(due, today()) || null,
    })
    notify(t({ zh: '已分发', en: 'Forwarded' }))
    await refreshLines(queryClient)
  }
  return (
    <ActDialog
      title={t({ zh: '分发', en: 'Forward' })}
      act={t({ zh: '分发', en: 'Forward' })}
      ready={unitIds.length + people.size > 0}
      fields={['dueOn']}
      onAct={forward}
      onClose={onClose}
    >
      {error => (
        <>
          <fieldset className="recipients">
            <legend className="small faint">{t({ zh: '部门', en: 'Units' })}</legend>
            {units.map(({ id, name }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={unitIds.includes(id)}
                  onChange={event =>
                    setUnitIds(before => (event.target.checked ? [...before, id] : before.filter(one => one !== id)))
                  }
                />{' '}
                {name}
              </label>
            ))}
          </fieldset>
          <PeopleChoice people={people} onChoose={setPeople} />
          <TextField
            label={t({ zh: '拟办意见', en: 'What is asked' })}
            value={asks}
            onChange={setAsks}
            maxLength={500}
          />
          <TextField
            label={t({ zh: '办理期限', en: 'Due on' })}
            value={due}
            onChange={setDue}
            onLeave={() => setDue(readTypedDate(due, today()))}
            placeholder="20261123"
            error={issueOf(error, 'dueOn')}
          />
        </>
      )}
    </ActDialog>
  )
}

interface PeopleChoiceProps {
  people: ReadonlyMap<string, string>
  onChoose: (people: ReadonlyMap<string, string>) => void
}

/** People by name or by the initials of their pinyin, ticked in the list that comes. */
function PeopleChoice({ people, onChoose }: PeopleChoiceProps) {
  const { t } = useLanguage()
  const [text, setText] = useState('')
  const mayAsk = useMayAny()(['person.names'])
  const { data } = useQuery({
    queryKey: ['person.names', text],
    queryFn: () => client.ask('person.names', { text }),
    enabled: mayAsk,
    placeholderData: keepPreviousData,
  })
  if (!mayAsk) return null
  const found = new Map([...people, ...(data?.people ?? []).map(({ id, name }) => [id, name] as const)])
  const toggle = (id: string, name: string, on: boolean) => {
    const next = new Map(people)
    if (on) next.set(id, name)
    else next.delete(id)
    onChoose(next)
  }
  return (
    <>
      <TextField
        label={t({ zh: '找人', en: 'Find people' })}
        value={text}
        onChange={setText}
        placeholder={t({ zh: '姓名或拼音首字母', en: 'Name or pinyin initials' })}
      />
      <fieldset className="recipients">
        <legend className="small faint">{t({ zh: '人员', en: 'People' })}</legend>
        {[...found].map(([id, name]) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={people.has(id)}
              onChange={event => toggle(id, name, event.target.checked)}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
    </>
  )
}

interface HandleDialogProps extends LineDialogProps {
  forward: Pick<Forward, 'id' | 'asks'>
}

/** Says how something that was forwarded to one was handled 办理. */
export function HandleDialog({ lineId, forward, onClose }: HandleDialogProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [note, setNote] = useState('')
  const handle = async () => {
    await client.tell('line.handle', { lineId, forwardId: forward.id, note })
    notify(t({ zh: '已办理', en: 'Handled' }))
    await refreshLines(queryClient)
  }
  return (
    <ActDialog
      title={t({ zh: '办理', en: 'Handle' })}
      act={t({ zh: '办理', en: 'Handle' })}
      ready={note.trim() !== ''}
      onAct={handle}
      onClose={onClose}
    >
      {() => (
        <>
          {forward.asks && <p>{t({ zh: `拟办意见：${forward.asks}`, en: `Asked: ${forward.asks}` })}</p>}
          <FormField label={t({ zh: '办理意见', en: 'What was done' })} required>
            {control => (
              <textarea
                {...control}
                className="input"
                rows={3}
                value={note}
                onChange={event => setNote(event.target.value)}
              />
            )}
          </FormField>
        </>
      )}
    </ActDialog>
  )
}
