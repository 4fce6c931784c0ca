import { useEffect, useRef } from 'react'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { DeskForm } from '../pieces/desk-form.tsx'
import type { Draft } from '../pieces/draft.ts'
import { FormField } from '../pieces/form-field.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { ChangeList } from './change-list.tsx'
import { formChanges, writtenParts } from './changes.ts'
import { DescriptionForm } from './form/description-form.tsx'
import type { FormChecks } from './form/form-checks.ts'
import type { FormChoices } from './form/form-choices.ts'
import type { ShownItem } from './item-queries.ts'
import { MeetingDialog } from './meeting-dialog.tsx'
import { type Edit, useEdit } from './use-edit.ts'
import type { Send } from './use-send.tsx'

interface ItemEditorProps {
  shown: ShownItem
  choices: FormChoices
  send: Send
  onClose: () => void
}

/** Describes an item again 著录, or corrects a filed one 更正 with its reason, beside the document it is about. */
export function ItemEditor(props: ItemEditorProps) {
  const { shown, choices, send } = props
  const { t } = useLanguage()
  const edit = useEdit(props)
  const { draft, form, change, checks, kind, year, filed, met } = edit
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => body.current?.querySelector<HTMLElement>('[data-path="title"]')?.focus({ preventScroll: true }), [])
  return (
    <DeskForm className="item-editor" onSend={() => void edit.save()}>
      <div className="item-editor-body" ref={body}>
        <Kept draft={draft} />
        <RefusalNotice error={send.error} />
        <DescriptionForm
          {...{ form, change, checks, kind, choices, year }}
          place={filed ? 'filed' : shown.item.state === 'numbered' ? 'numbered' : 'open'}
          filePages={pagesOf(shown)}
        />
      </div>
      {filed && <CorrectionReason draft={draft} kind={kind} checks={checks} />}
      <footer className="item-editor-foot">
        <button type="button" className="button button-quiet" onClick={edit.leave}>
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
          onMerged={merged => edit.merge(met, merged)}
          onClose={edit.putOff}
        />
      )}
    </DeskForm>
  )
}

/** Pages of all files together, or null while one of them is not counted. */
function pagesOf({ components }: ShownItem): number | null {
  if (components.some(({ pages }) => pages === null)) return null
  return components.reduce((sum, { pages }) => sum + (pages ?? 0), 0)
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
  kind: ShownItem['kind']
  checks: FormChecks
}

/** What a correction will change, old beside new, and why. */
function CorrectionReason({ draft: { value, change }, kind, checks }: CorrectionReasonProps) {
  const { language, t } = useLanguage()
  const changes = formChanges(value.base, value.form, writtenParts(kind), language)
  return (
    <section className="correction">
      {changes.length > 0 && (
        <>
          <h2>{t({ zh: '将更正', en: 'To be corrected' })}</h2>
          <ChangeList changes={changes} />
        </>
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
