import type { FormEvent, ReactNode } from 'react'
import { isComposing } from '../ime.ts'

interface DeskFormProps {
  onSend: () => void
  className?: string
  children: ReactNode
}

const fields = 'input:not([type="hidden"], [type="file"], [type="checkbox"], [type="radio"]), select, textarea'
/** Where Enter goes on: a text area only when it holds a single line, such as a title that needs room. */
const goesOn = 'input:not([type="file"]), select, textarea[data-line]'

/** A form for work at a desk: Enter goes to the next field, Ctrl+Enter or the button sends. */
export function DeskForm({ onSend, className, children }: DeskFormProps) {
  return (
    <form
      noValidate
      className={className}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSend()
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || isComposing(event)) return
        if (event.ctrlKey || event.metaKey) {
          event.preventDefault()
          event.currentTarget.requestSubmit()
        } else if (event.target instanceof HTMLElement && event.target.matches(goesOn)) {
          event.preventDefault()
          focusNext(event.currentTarget, event.target)
        }
      }}
    >
      {children}
    </form>
  )
}

function focusNext(form: HTMLFormElement, from: HTMLElement) {
  const next = [...form.querySelectorAll<HTMLElement>(`${fields}, button[type="submit"]`)].find(
    field =>
      from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING &&
      !field.matches(':disabled') &&
      field.checkVisibility(),
  )
  next?.focus()
  if (next instanceof HTMLInputElement) next.select()
}

/** Puts the keyboard on the first field marked wrong, after its mark has been drawn. */
export function focusFirstWrong(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
