import { FormField } from '../pieces/form-field.tsx'

interface ChoiceProps {
  label: string
  value: string
  options: readonly { value: string; title: string }[]
  onChange: (value: string) => void
}

/** One of a few, with its label. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <FormField label={label} required>
      {control => (
        <select {...control} className="input" value={value} onChange={event => onChange(event.target.value)}>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.title}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
