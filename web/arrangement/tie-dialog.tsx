import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { client } from '../../client/client.ts'
import { type Relation, relationCodes, relations } from '../../domain/holdings/volumes/bond.ts'
import { useSend } from '../item/use-send.tsx'
import { useLanguage } from '../language.ts'
import { Dialog } from '../pieces/dialog.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'

interface TieDialogProps {
  item: { id: string; title: string }
  onDone: () => unknown
  onClose: () => void
}

const most = 8

/** Ties an item to another: which one, and which of the two is the first (S14.3). */
export function TieDialog({ item, onDone, onClose }: TieDialogProps) {
  const { t } = useLanguage()
  const form = useId()
  const [text, setText] = useState('')
  const [other, setOther] = useState('')
  const [relation, setRelation] = useState<Relation>('annex')
  const [leads, setLeads] = useState(true)
  const { send, sending, error, dialog } = useSend()
  const tie = () =>
    void send(async () => {
      const [leaderId, followerId] = leads ? [item.id, other] : [other, item.id]
      await client.tell('bond.create', { relation, leaderId, followerId })
      return true
    }).then(done => {
      if (!done) return
      void onDone()
      onClose()
    })
  return (
    <Dialog
      title={t({ zh: '与另一件相连', en: 'Tie to another' })}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button type="submit" form={form} className="button button-seal" disabled={sending || other === ''}>
            {t({ zh: '连在一起', en: 'Tie together' })}
          </button>
        </>
      }
    >
      <p>
        {t({ zh: '连在一起的，入卷、编号、归档都不分开。', en: 'What is tied is bound, numbered and filed together.' })}
      </p>
      <form
        id={form}
        className="remarks"
        onSubmit={event => {
          event.preventDefault()
          tie()
        }}
      >
        <FormField label={t({ zh: '这一件是', en: 'This one is' })} required>
          {control => (
            <select
              {...control}
              className="input"
              value={`${relation} ${leads}`}
              onChange={({ target }) => {
                const [code, first] = target.value.split(' ')
                setRelation(relationCodes.find(one => one === code) ?? 'annex')
                setLeads(first === 'true')
              }}
            >
              {relationCodes.flatMap(code =>
                [true, false].map(first => <RelationOption key={`${code} ${first}`} {...{ code, first }} />),
              )}
            </select>
          )}
        </FormField>
        <FormField
          label={t({ zh: '另一件', en: 'The other one' })}
          required
          hint={t({ zh: '题名、文号或档号', en: 'title, document number or code' })}
        >
          {control => (
            <input
              {...control}
              className="input"
              autoComplete="off"
              value={text}
              onChange={({ target }) => {
                setText(target.value)
                setOther('')
              }}
            />
          )}
        </FormField>
        <Candidates text={text} but={item.id} chosen={other} onChoose={setOther} />
      </form>
      <RefusalNotice error={error} />
      {dialog}
    </Dialog>
  )
}

function RelationOption({ code, first }: { code: Relation; first: boolean }) {
  const { t } = useLanguage()
  const { leader, follower, leaderEn, followerEn } = relations[code]
  return (
    <option value={`${code} ${first}`}>
      {first
        ? t({ zh: `${leader}（另一件是${follower}）`, en: `the ${leaderEn} (the other the ${followerEn})` })
        : t({ zh: `${follower}（另一件是${leader}）`, en: `the ${followerEn} (the other the ${leaderEn})` })}
    </option>
  )
}

interface CandidatesProps {
  text: string
  but: string
  chosen: string
  onChoose: (itemId: string) => void
}

/** Items that the text finds, one of which is chosen. */
function Candidates({ text, but, chosen, onChoose }: CandidatesProps) {
  const { t } = useLanguage()
  const asked = useDeferredValue(text.trim())
  const { data } = useQuery({
    queryKey: ['item.search', 'tie', asked],
    queryFn: () => client.ask('item.search', { text: asked, limit: most + 1 }),
    enabled: asked.length > 1,
  })
  const found = (data?.items ?? []).filter(({ id }) => id !== but).slice(0, most)
  if (asked.length < 2) return null
  if (found.length === 0)
    return data ? <p className="faint small">{t({ zh: '没有找到。', en: 'Nothing found.' })}</p> : null
  return (
    <fieldset className="plan-scopes">
      <legend className="small faint">{t({ zh: '选一件', en: 'Choose one' })}</legend>
      {found.map(({ id, title, code, date }) => (
        <label key={id}>
          <input type="radio" name="other" checked={chosen === id} onChange={() => onChoose(id)} /> {title}{' '}
          <span className="small faint tabular">{code ?? date}</span>
        </label>
      ))}
    </fieldset>
  )
}
