import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { isComposing } from '../ime.ts'
import { useLanguage } from '../language.ts'
import { focusFirstWrong } from '../pieces/desk-form.tsx'
import { Dialog } from '../pieces/dialog.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { unplaced } from './field-issue.ts'

interface ActDialogProps {
  title: string
  /** The act as its button says it. */
  act: string
  /** Whether enough has been filled in. */
  ready?: boolean
  /** Names of the fields that show by themselves what is wrong with them. */
  fields?: readonly string[]
  onAct: () => Promise<unknown>
  onClose: () => void
  /** What will happen and what is asked for; told of the last refusal. */
  children: (error: unknown) => ReactNode
}

/** An act on one thing that deserves a pause: says what will happen, takes what it needs, then does it. */
export function ActDialog({ title, act, ready = true, fields = [], onAct, onClose, children }: ActDialogProps) {
  const { t } = useLanguage()
  const form = useId()
  const sending = useMutation({ mutationFn: onAct, onSuccess: onClose, onError: focusFirstWrong })
  return (
    <Dialog
      title={title}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button type="submit" form={form} className="button button-seal" disabled={!ready || sending.isPending}>
            {act}
          </button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="act-form"
        onSubmit={event => {
          event.preventDefault()
          if (ready && !sending.isPending) sending.mutate()
        }}
        onKeyDown={event => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }}
      >
        {children(sending.error)}
      </form>
      <RefusalNotice error={unplaced(sending.error, fields)} />
    </Dialog>
  )
}
