import type { ReactNode } from 'react'
import { FormField } from '../pieces/form-field.tsx'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  onLeave?: () => void
  required?: boolean
  maxLength?: number
  hint?: ReactNode
  error?: string | undefined
  placeholder?: string
}

/** One line of text in a form. */
export function TextField({
  label,
  value,
  onChange,
  onLeave,
  required = false,
  hint,
  error,
  ...input
}: TextFieldProps) {
  return (
    <FormField label={label} required={required} hint={hint} error={error}>
      {control => (
        <input
          {...control}
          {...input}
          className="input"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={event => onChange(event.target.value)}
          onBlur={onLeave}
        />
      )}
    </FormField>
  )
}
