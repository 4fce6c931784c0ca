import type { ReactNode } from 'react'
import type { TextRange } from '../../domain/shared/text.ts'
import './marked.css'

/** A text with what was searched for marked in it. */
export function Marked({ text, marks }: { text: string; marks: readonly TextRange[] }) {
  const parts: ReactNode[] = []
  let from = 0
  for (const { start, end } of marks) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>)
    from = end
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}
