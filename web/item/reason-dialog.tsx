import { useId, useState } from 'react'
import { useLanguage } from '../language.ts'
import { Dialog } from '../pieces/dialog.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useSend } from './use-send.tsx'

const shortest = 2

interface ReasonDialogProps {
  title: string
  /** What will happen, in a sentence or two. */
  says: string
  act: string
  onAct: (reason: string) => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

/** An act that asks for its reason. */
export function ReasonDialog({ title, says, act, onAct, onDone, onClose }: ReasonDialogProps) {
  const { t } = useLanguage()
  const form = useId()
  const [reason, setReason] = useState('')
  const { send, sending, error, dialog } = useSend()
  const enough = reason.trim().length >= shortest
  return (
    <Dialog
      title={title}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button type="submit" form={form} className="button button-seal" disabled={sending || !enough}>
            {act}
          </button>
        </>
      }
    >
      <p>{says}</p>
      <form
        id={form}
        onSubmit={event => {
          event.preventDefault()
          if (enough) void send(() => onAct(reason.trim()).then(() => true)).then(done => done && onDone())
        }}
      >
        <FormField label={t({ zh: '原因', en: 'Reason' })} required>
          {control => (
            <input
              {...control}
              className="input"
              autoComplete="off"
              maxLength={300}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          )}
        </FormField>
      </form>
      <RefusalNotice error={error} />
      {dialog}
    </Dialog>
  )
}
