import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { isComposing } from '../ime.ts'

interface DeskFormProps {
  onSend: () => void
  className?: string
  children: ReactNode
}

const fields = 'input:not([type="hidden"], [type="checkbox"], [type="radio"]), select, textarea'

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
        } else if (event.target instanceof HTMLInputElement) {
          event.preventDefault()
          focusNext(event)
        }
      }}
    >
      {children}
    </form>
  )
}

function focusNext({ currentTarget, target }: KeyboardEvent<HTMLFormElement>) {
  const all = [...currentTarget.querySelectorAll<HTMLElement>(`${fields}, button[type="submit"]`)].filter(
    field => !field.matches(':disabled'),
  )
  all[all.indexOf(target as HTMLElement) + 1]?.focus()
}

/** Puts the keyboard on the first field marked wrong, after its mark has been drawn. */
export function focusFirstWrong(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
