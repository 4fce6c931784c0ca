import { useState } from 'react'
import { FormField } from '../pieces/form-field.tsx'

interface NumberFieldProps {
  label: string
  min: number
  max: number
  step?: number
  value: number
  /** Told not-a-number while what is typed is empty or out of bounds. */
  onChange: (value: number) => void
}

/** A field for a figure between two bounds. */
export function NumberField({ label, min, max, step = 1, value, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value))
  const good = (text: string) => text.trim() !== '' && Number(text) >= min && Number(text) <= max
  return (
    <FormField label={label} required error={good(typed) ? undefined : `${min}–${max}`}>
      {control => (
        <input
          {...control}
          type="number"
          inputMode={step < 1 ? 'decimal' : 'numeric'}
          className="input tabular"
          min={min}
          max={max}
          step={step}
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            onChange(good(event.target.value) ? Number(event.target.value) : Number.NaN)
          }}
        />
      )}
    </FormField>
  )
}
