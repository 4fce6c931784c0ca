import type { ReactNode } from 'react'

interface TickProps {
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

/** A single yes or no with its words beside it. */
export function Tick({ checked, disabled = false, onChange, children }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={event => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  )
}
