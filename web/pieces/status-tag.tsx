import type { ReactNode } from 'react'
import './tags.css'

export type Tone = 'done' | 'due' | 'late' | 'plain'

const marks: Readonly<Record<Tone, string>> = { done: '✓', due: '◔', late: '!', plain: '·' }

/** Where something stands, as a word with a mark; the colour only repeats what they say. */
export function StatusTag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`status-tag status-${tone}`}>
      <span aria-hidden="true">{marks[tone]}</span>
      {children}
    </span>
  )
}
