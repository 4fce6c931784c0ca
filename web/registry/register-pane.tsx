import { useEffect, useRef, useState } from 'react'
import { ApiRefusal, client } from '../../client/client.ts'
import { type Direction, directions } from '../../domain/registry/line-input.ts'
import { fileLabelCodes, fileLabels } from '../../domain/registry/links.ts'
import type { InputIssue } from '../../domain/shared/refusal.ts'
import { momentOf, today } from '../dates.ts'
import { isComposing } from '../ime.ts'
import { FileDrop } from '../item/files/file-drop.tsx'
import { UploadList } from '../item/files/upload-list.tsx'
import { useUploads } from '../item/files/use-uploads.ts'
import { rememberEntries } from '../item/form/recent-entries.ts'
import { useSend } from '../item/use-send.tsx'
import { useLanguage } from '../language.ts'
import { DeskForm, focusFirstWrong } from '../pieces/desk-form.tsx'
import { useDraft } from '../pieces/draft.ts'
import { FormField } from '../pieces/form-field.tsx'
import { Icon } from '../pieces/icon.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMe } from '../session.ts'
import { emptyDraft, nextDraft, readDraft } from './line-draft.ts'
import { LineFields } from './line-fields.tsx'
import type { Desk } from './use-desk.ts'
import '../intake/intake.css'
import '../item/item-page.css'

interface RegisterPaneProps {
  fondsId: string
  direction: Direction
  desk: Desk
  onClose: () => void
  onRegistered: () => void
}

/** Registers one letter after the other without the mouse: Ctrl+Enter saves, the next form keeps what a pile has in common and stands on its title. */
export function RegisterPane(props: RegisterPaneProps) {
  const { direction, desk, onClose } = props
  const { t } = useLanguage()
  const frame = useRef<HTMLElement>(null)
  const registering = useRegistering({ ...props, onNext: () => focusOn(frame.current, 'title') })
  const { draft, uploads, issues, send, register, label, setLabel } = registering
  useEffect(() => focusOn(frame.current, 'counterpart'), [])
  const { title, titleEn } = directions[direction]
  return (
    <section
      ref={frame}
      className="register-pane"
      aria-labelledby="register-title"
      onKeyDown={event => {
        if (event.key !== 'Escape' || isComposing(event) || !(event.target instanceof HTMLElement)) return
        if (event.target.closest('dialog') || event.target.matches('select, input[list]')) return
        onClose()
      }}
    >
      <header>
        <h2 id="register-title">{t({ zh: `登记${title}`, en: `Register: ${titleEn}` })}</h2>
        <button
          type="button"
          className="button button-quiet button-icon"
          aria-label={t({ zh: '收起（Esc），填的内容留着', en: 'Close (Esc); what is typed stays' })}
          onClick={onClose}
        >
          <Icon name="cross" size={16} />
        </button>
      </header>
      <DeskForm className="item-editor" onSend={() => register(false)}>
        <div className="item-editor-body">
          {draft.foundFrom && (
            <p className="notice notice-due">
              {t({
                zh: `接着 ${momentOf(draft.foundFrom)} 没登记完的这条。`,
                en: `Going on with what was begun at ${momentOf(draft.foundFrom)}.`,
              })}
            </p>
          )}
          <LineFields direction={direction} draft={draft.value} change={draft.change} issues={issues} desk={desk} />
          <FileDrop
            onFiles={uploads.add}
            hint={t({ zh: '或把扫描件拖到、粘贴到这里', en: 'or drop or paste the scans here' })}
          >
            <UploadList uploads={uploads} onSignIn={() => send.signIn(uploads.resume)} />
            {uploads.all.length > 0 && <LabelChoice label={label} onChoose={setLabel} />}
          </FileDrop>
        </div>
        <RefusalNotice error={send.error} />
        <footer className="item-editor-foot">
          <p className="register-keys faint" role="status">
            {registering.last
              ? t({ zh: `已登记 ${registering.last}`, en: `Registered ${registering.last}` })
              : t({ zh: 'Enter 下一项 · Esc 收起', en: 'Enter next · Esc close' })}
          </p>
          {isDuplicate(send.error) && (
            <button type="button" className="button" onClick={() => register(true)}>
              {t({ zh: '是另一份，仍然登记', en: 'Another one: register it' })}
            </button>
          )}
          <button type="submit" className="button button-seal" disabled={send.sending || uploads.pending}>
            {uploads.pending ? t({ zh: '文件在传…', en: 'Uploading…' }) : t({ zh: '登记并继续', en: 'Register, next' })}
            <kbd className="kbd">Ctrl Enter</kbd>
          </button>
        </footer>
      </DeskForm>
      {send.dialog}
    </section>
  )
}

const isDuplicate = (error: unknown) => error instanceof ApiRefusal && error.code === 'line.duplicate'

/** The form's draft, its files, and what comes of sending it. */
function useRegistering({
  fondsId,
  direction,
  desk,
  onRegistered,
  onNext,
}: RegisterPaneProps & { readonly onNext: () => void }) {
  const { personId } = useMe()
  const name = `registry.${direction}.${personId}`
  const [initial] = useState(() => emptyDraft(today(), desk.keepsAll ? '' : (desk.ownUnits[0]?.id ?? '')))
  const draft = useDraft(name, initial)
  const uploads = useUploads(name)
  const send = useSend()
  const [last, setLast] = useState<string>()
  const [issues, setIssues] = useState<readonly InputIssue[]>([])
  const [label, setLabel] = useState<(typeof fileLabelCodes)[number]>('original')
  const register = async (again: boolean) => {
    const read = readDraft(draft.value)
    setIssues('issues' in read ? read.issues : [])
    if ('issues' in read) return focusFirstWrong()
    const keys = uploads.all.map(({ key }) => key)
    const uploadIds = [...uploads.arrived]
    const done = await send.send(() =>
      client.tell('line.register', { ...read.value, fondsId, direction, again, uploadIds, label }),
    )
    if (!done) return
    const { counterpart, responsible } = draft.value
    rememberEntries(personId, { counterpart, responsible })
    uploads.clear(keys)
    draft.discard(nextDraft(draft.value))
    setLast(done.code)
    onRegistered()
    onNext()
  }
  return { draft, uploads, issues, send, label, setLabel, last, register: (again: boolean) => void register(again) }
}

interface LabelChoiceProps {
  label: (typeof fileLabelCodes)[number]
  onChoose: (label: (typeof fileLabelCodes)[number]) => void
}

/** What the files are in the line: original, final draft, print, annex. */
export function LabelChoice({ label, onChoose }: LabelChoiceProps) {
  const { t } = useLanguage()
  return (
    <FormField label={t({ zh: '这些文件是', en: 'These files are' })}>
      {control => (
        <select
          {...control}
          className="input"
          value={label}
          onChange={event => onChoose(event.target.value as LabelChoiceProps['label'])}
        >
          {fileLabelCodes.map(code => (
            <option key={code} value={code}>
              {t({ zh: fileLabels[code].title, en: fileLabels[code].titleEn })}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

function focusOn(frame: HTMLElement | null, path: string) {
  requestAnimationFrame(() => {
    frame?.querySelector<HTMLElement>(`[data-path="${path}"]`)?.focus({ preventScroll: true })
    frame?.querySelector('.item-editor-body')?.scrollTo({ top: 0 })
  })
}
