import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import type { InputIssue } from '../../domain/shared/refusal.ts'
import { useSend } from '../item/use-send.tsx'
import { useLanguage } from '../language.ts'
import { DeskForm, focusFirstWrong } from '../pieces/desk-form.tsx'
import { Dialog } from '../pieces/dialog.tsx'
import { useDraft } from '../pieces/draft.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { draftOf, type Line, readDraft } from './line-draft.ts'
import { LineFields } from './line-fields.tsx'
import { refreshLines } from './line-queries.ts'
import type { Desk } from './use-desk.ts'

interface EditDialogProps {
  line: Line
  desk: Desk
  onClose: () => void
}

/** Edits a line; what is typed is kept on this device until it is saved. */
export function EditDialog({ line, desk, onClose }: EditDialogProps) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const [initial] = useState(() => draftOf(line))
  const draft = useDraft(`registry.edit.${line.id}.${line.revision}`, initial)
  const [issues, setIssues] = useState<readonly InputIssue[]>([])
  const send = useSend()
  const save = async () => {
    const read = readDraft(draft.value)
    setIssues('issues' in read ? read.issues : [])
    if ('issues' in read) return focusFirstWrong()
    const saved = await send.send(() =>
      client.tell('line.edit', { ...read.value, lineId: line.id, revision: line.revision }),
    )
    if (!saved) return
    draft.discard()
    await refreshLines(queryClient)
    onClose()
  }
  return (
    <Dialog
      title={t({ zh: `修改 ${line.code}`, en: `Edit ${line.code}` })}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button type="button" className="button button-seal" disabled={send.sending} onClick={() => void save()}>
            {t({ zh: '保存', en: 'Save' })}
            <kbd className="kbd">Ctrl Enter</kbd>
          </button>
        </>
      }
    >
      <DeskForm onSend={() => void save()}>
        <LineFields direction={line.direction} draft={draft.value} change={draft.change} issues={issues} desk={desk} />
      </DeskForm>
      <RefusalNotice error={send.error} />
      {send.dialog}
    </Dialog>
  )
}
