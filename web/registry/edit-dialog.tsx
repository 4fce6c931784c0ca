import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiRefusal, client } from '../../client/client.ts'
import { lineInput } from '../../domain/registry/line-input.ts'
import type { InputIssue } from '../../domain/shared/refusal.ts'
import { useSend } from '../item/use-send.tsx'
import { useLanguage } from '../language.ts'
import { DeskForm, focusFirstWrong } from '../pieces/desk-form.tsx'
import { Dialog } from '../pieces/dialog.tsx'
import { useDraft } from '../pieces/draft.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { draftOf, type Line, type LineDraft, mergeDraft, readDraft } from './line-draft.ts'
import { LineFields } from './line-fields.tsx'
import { refreshLines } from './line-queries.ts'
import type { Desk } from './use-desk.ts'

interface EditDialogProps {
  line: Line
  desk: Desk
  onClose: () => void
}

/** Edits a line; what is typed is kept on this device until it is saved, and what somebody else changed meanwhile is shown first. */
export function EditDialog({ line, desk, onClose }: EditDialogProps) {
  const { t } = useLanguage()
  const [begun] = useState(() => draftOf(line))
  const draft = useDraft(`registry.edit.${line.id}`, begun)
  const { value, theirs } = mergeDraft({ begun, mine: draft.value, now: draftOf(line) })
  const { send, issues, save } = useSaving({ line, value, onSaved: () => [draft.discard(), onClose()] })
  return (
    <Dialog
      title={t({ zh: `修改 ${line.code}`, en: `Edit ${line.code}` })}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button type="button" className="button button-seal" disabled={send.sending} onClick={save}>
            {t({ zh: '保存', en: 'Save' })}
            <kbd className="kbd">Ctrl Enter</kbd>
          </button>
        </>
      }
    >
      <DeskForm onSend={save}>
        <LineFields direction={line.direction} draft={value} change={draft.change} issues={issues} desk={desk} />
      </DeskForm>
      {theirs.length > 0 && <Theirs paths={theirs} now={draftOf(line)} />}
      <RefusalNotice error={send.error} />
      {send.dialog}
    </Dialog>
  )
}

interface Saving {
  line: Line
  value: LineDraft
  onSaved: () => void
}

/** Saves what is typed; when somebody was quicker, the line is asked for anew, so that both can be seen. */
function useSaving({ line, value, onSaved }: Saving) {
  const queryClient = useQueryClient()
  const [issues, setIssues] = useState<readonly InputIssue[]>([])
  const send = useSend()
  const save = async () => {
    const read = readDraft(value)
    setIssues('issues' in read ? read.issues : [])
    if ('issues' in read) return focusFirstWrong()
    const saved = await send.send(() =>
      client.tell('line.edit', { ...read.value, lineId: line.id, revision: line.revision }).catch(async error => {
        if (error instanceof ApiRefusal && error.code === 'line.changed') await refreshLines(queryClient)
        throw error
      }),
    )
    if (!saved) return
    await refreshLines(queryClient)
    onSaved()
  }
  return { send, issues, save: () => void save() }
}

/** What somebody else wrote where one has written as well: one's own stands in the form, theirs here. */
function Theirs({ paths, now }: { paths: readonly (keyof LineDraft)[]; now: LineDraft }) {
  const { t } = useLanguage()
  return (
    <div className="notice notice-due">
      <ul>
        {paths.map(path => {
          const { title = path, titleEn = path } = lineInput.shape[path].meta() ?? {}
          return (
            <li key={path}>
              {t({
                zh: `${title}，别人写的是：${now[path]}`,
                en: `${titleEn}, as somebody else wrote it: ${now[path]}`,
              })}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
