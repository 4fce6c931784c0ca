import type { ReactNode } from 'react'
import { FormField } from '../pieces/form-field.tsx'
import type { SetupEntry } from './setup-entry.ts'

/** What every step is given: the entry so far, how to change it, and what is wrong with which field. */
export interface StepProps {
  entry: SetupEntry
  change: (part: Partial<SetupEntry>) => void
  errors: Readonly<Record<string, string>>
  onLeave: (field: string) => void
}

interface StepFrameProps {
  numeral: string
  title: string
  says: string
  children: ReactNode
}

/** One numbered step: what it is about at the left, what to fill in beside it. */
export function Step({ numeral, title, says, children }: StepFrameProps) {
  return (
    <section className="setup-step">
      <div className="setup-step-head">
        <span className="setup-numeral" aria-hidden="true">
          {numeral}
        </span>
        <h2>{title}</h2>
        <p className="faint small">{says}</p>
      </div>
      <div className="setup-step-body">{children}</div>
    </section>
  )
}

type TextField = 'name' | 'fondsCode' | 'fondsName' | 'login' | 'personName'

interface TextInputProps extends StepProps {
  field: TextField
  label: string
  hint?: string
  placeholder?: string
  required?: boolean
  autoComplete?: string
  shape?: (typed: string) => string
}

/** One line of text of the entry. */
export function TextInput({
  field,
  label,
  hint,
  placeholder,
  required = false,
  autoComplete = 'off',
  shape,
  ...step
}: TextInputProps) {
  return (
    <FormField label={label} required={required} hint={hint} error={step.errors[field]}>
      {control => (
        <input
          {...control}
          className="input"
          autoComplete={autoComplete}
          placeholder={placeholder}
          value={step.entry[field]}
          onChange={event => step.change({ [field]: shape ? shape(event.target.value) : event.target.value })}
          onBlur={() => step.onLeave(field)}
        />
      )}
    </FormField>
  )
}
