import { type ReactNode, useId } from 'react'
import { useLanguage } from '../language.ts'
import './form-field.css'

/** What ties a control to its label, its hint and its error; spread it on the control. */
export interface FieldControl {
  id: string
  required: boolean
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface FormFieldProps {
  label: string
  required?: boolean
  /** What to type, in a few words. */
  hint?: ReactNode
  /** What is wrong with what was typed. */
  error?: string | undefined
  children: (control: FieldControl) => ReactNode
}

/** A field of a form: label above, required ones marked, what is wrong said beneath in words. */
export function FormField({ label, required = false, hint, error, children }: FormFieldProps) {
  const { t } = useLanguage()
  const id = useId()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="form-field-required" title={t({ zh: '必填', en: 'Required' })} aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children({ id, required, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {error && (
        <p id={`${id}-error`} className="form-field-error">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="form-field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}
