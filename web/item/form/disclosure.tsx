import { type ReactNode, useState } from 'react'

interface DisclosureProps {
  title: string
  /** Whether it is open to begin with. */
  open: boolean
  /** Stays open whatever somebody chose. */
  held?: boolean
  onToggle: (open: boolean) => void
  children: ReactNode
}

/** A part of a page under its own head, which folds it away. */
export function Disclosure({ title, open, held = false, onToggle, children }: DisclosureProps) {
  const [unfolded, setUnfolded] = useState(open)
  return (
    <details
      className="disclosure"
      open={unfolded || held}
      onToggle={event => {
        if (held || event.currentTarget.open === unfolded) return
        setUnfolded(event.currentTarget.open)
        onToggle(event.currentTarget.open)
      }}
    >
      <summary>{title}</summary>
      {children}
    </details>
  )
}
