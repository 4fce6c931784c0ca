import type { ReactNode } from 'react'
import './scroll-pane.css'

/** A wide table in a pane of its own, which the keyboard can reach and scroll. */
export function ScrollPane({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      className="scroll-pane"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reached by the keyboard
      tabIndex={0}
    >
      {children}
    </section>
  )
}
