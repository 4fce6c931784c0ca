import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ApiRefusal, client } from '../../client/client.ts'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { DeskForm } from '../pieces/desk-form.tsx'
import { type Draft, useDraft } from '../pieces/draft.ts'
import { FormField } from '../pieces/form-field.tsx'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMe } from '../session.ts'
import { ChangeList } from './change-list.tsx'
import { formChanges, writtenParts } from './changes.ts'
import { DescriptionForm } from './form/description-form.tsx'
import { type FormChecks, useFormChecks } from './form/form-checks.ts'
import type { FormChoices } from './form/form-choices.ts'
import { correctionIssues, issuesOf } from './form/form-issues.ts'
import { formOf, type ItemForm, inputOf, writtenIn } from './form/item-form.ts'
import { chooseYear } from './form/year-choice.ts'
import { refreshItem, type ShownItem } from './item-queries.ts'
import { MeetingDialog } from './meeting-dialog.tsx'
import type { Send } from './use-send.tsx'

/** A change being written: the item as it was when it was begun, and what has been typed since. */
interface Edit {
  readonly base: ItemForm
  readonly form: ItemForm
  readonly revision: number
  readonly reason: string
}

/** Name under which a change that was not sent is kept on this device. */
export const editName = (itemId: string, personId: string): string => `edit.${itemId}.${personId}`

const beginEdit = (shown: ShownItem): Edit => {
  const base = formOf(shown)
  return { base, form: base, revision: shown.item.revision, reason: '' }
}

interface ItemEditorProps {
  shown: ShownItem
  choices: FormChoices
  send: Send
  onClose: () => void
}

/** Describes an item again 著录, or corrects a filed one 更正 with its reason, beside the document it is about. */
export function ItemEditor({ shown, choices, send, onClose }: ItemEditorProps) {
  const { t } = useLanguage()
  const { personId } = useMe()
  const { item } = shown
  const filed = item.state === 'filed'
  const initial = useMemo(() => beginEdit(shown), [shown])
  const draft = useDraft<Edit>(editName(item.id, personId), initial)
  const { form, reason } = draft.value
  const kind = (!filed && choices.kinds.find(({ code }) => code === form.kind)) || shown.kind
  const year = chooseYear(form, kind, String(item.year))
  const issues = filed
    ? { ...correctionIssues(form, kind), ...reasonIssue(reason) }
    : issuesOf({ ...form, year: year.year }, kind)
  const checks = useFormChecks(issues)
  const [met, setMet] = useState<ShownItem | null>(null)
  const save = useSave({ shown, draft, send, onMet: setMet, onClose })
  const change = (part: Partial<ItemForm>) => draft.change({ form: { ...form, ...part } })
  const counted = shown.components.map(({ pages }) => pages ?? Number.NaN).reduce((sum, pages) => sum + pages, 0)
  return (
    <DeskForm className="item-editor" onSend={() => void (checks.pass() && save({ ...form, year: year.year }, kind))}>
      <div className="item-editor-body">
        <Kept draft={draft} />
        <RefusalNotice error={send.error} />
        <DescriptionForm
          {...{ form, change, checks, kind, choices, year }}
          place={filed ? 'filed' : item.state === 'numbered' ? 'numbered' : 'open'}
          filePages={Number.isNaN(counted) ? null : counted}
        />
      </div>
      {filed && <CorrectionReason draft={draft} shown={shown} checks={checks} />}
      <footer className="item-editor-foot">
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            draft.discard(initial)
            onClose()
          }}
        >
          {t({ zh: '不改了', en: 'Leave it' })}
        </button>
        <button type="submit" className="button button-seal" disabled={send.sending}>
          {filed ? t({ zh: '更正', en: 'Correct' }) : t({ zh: '保存', en: 'Save' })}
          <kbd className="kbd">Ctrl Enter</kbd>
        </button>
      </footer>
      {met && (
        <MeetingDialog
          base={draft.value.base}
          mine={form}
          theirs={met}
          choices={choices}
          onMerged={merged => {
            draft.change({ base: formOf(met), form: merged, revision: met.item.revision })
            setMet(null)
          }}
          onClose={() => setMet(null)}
        />
      )}
    </DeskForm>
  )
}

const shortestReason = 2

const reasonIssue = (reason: string) =>
  reason.trim().length >= shortestReason ? {} : { reason: { zh: '写明更正原因', en: 'Say why it is corrected' } }

interface SaveOptions {
  shown: ShownItem
  draft: Draft<Edit>
  send: Send
  /** Somebody else has saved meanwhile: what the item is now. */
  onMet: (theirs: ShownItem) => void
  onClose: () => void
}

/** Saves a change; where somebody else has changed the item since, nothing is overwritten and both are shown. */
function useSave({ shown: { item }, draft, send, onMet, onClose }: SaveOptions) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  return async (form: ItemForm, kind: ShownItem['kind']) => {
    const { revision, reason } = draft.value
    const saved = await send.send(async () => {
      try {
        await (item.state === 'filed'
          ? client.tell('item.correct', { itemId: item.id, revision, reason: reason.trim(), ...writtenIn(form, kind) })
          : client.tell('item.describe', { itemId: item.id, revision, ...inputOf(form, kind) }))
        return 'saved'
      } catch (refusal) {
        const code = refusal instanceof ApiRefusal ? refusal.code : ''
        if (code === 'item.nothing-changed') return 'unchanged'
        if (code !== 'item.changed') throw refusal
        onMet(await client.ask('item.show', { itemId: item.id }))
        return undefined
      }
    })
    if (!saved) return
    draft.discard()
    onClose()
    if (saved === 'unchanged') return notify(t({ zh: '没有改动', en: 'Nothing was changed' }))
    notify(item.state === 'filed' ? t({ zh: '已更正', en: 'Corrected' }) : t({ zh: '已保存', en: 'Saved' }))
    await refreshItem(queryClient, item.id)
  }
}

/** Says that a change begun earlier on this device was taken up again, and lets it go. */
function Kept({ draft }: { draft: Draft<Edit> }) {
  const { t } = useLanguage()
  if (!draft.foundFrom) return null
  return (
    <p className="notice notice-due">
      <span>
        {t({
          zh: `接着 ${momentOf(draft.foundFrom)} 没保存的修改。`,
          en: `Going on from what was not saved at ${momentOf(draft.foundFrom)}.`,
        })}{' '}
        <button type="button" className="button-link" onClick={() => draft.discard()}>
          {t({ zh: '丢弃，从现在的内容开始', en: 'Discard it and begin from the item as it is' })}
        </button>
      </span>
    </p>
  )
}

interface CorrectionReasonProps {
  draft: Draft<Edit>
  shown: ShownItem
  checks: FormChecks
}

/** What a correction will change, old beside new, and why. */
function CorrectionReason({ draft: { value, change }, shown: { kind }, checks }: CorrectionReasonProps) {
  const { language, t } = useLanguage()
  const changes = formChanges(value.base, value.form, writtenParts(kind), language)
  return (
    <section className="correction">
      <h2>{t({ zh: '将更正', en: 'To be corrected' })}</h2>
      {changes.length > 0 ? (
        <ChangeList changes={changes} />
      ) : (
        <p className="faint small">{t({ zh: '还没有改动。', en: 'Nothing changed yet.' })}</p>
      )}
      <FormField
        label={t({ zh: '更正原因', en: 'Reason' })}
        required
        error={checks.errorAt('reason')}
        hint={t({ zh: '原来的内容和原因都留在过程记录里', en: 'The old values and the reason stay in the history' })}
      >
        {control => (
          <input
            {...control}
            className="input"
            autoComplete="off"
            maxLength={300}
            value={value.reason}
            onChange={event => change({ reason: event.target.value })}
          />
        )}
      </FormField>
    </section>
  )
}
