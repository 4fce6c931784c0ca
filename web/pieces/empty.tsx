import type { ReactNode } from 'react'
import './empty.css'

interface EmptyProps {
  /** What is not here: `还没有收件`. */
  title: string
  /** What will be here, or why nothing was found. */
  hint?: ReactNode
  /** The next act, as a button or link. */
  act?: ReactNode
}

/** An empty place says what will stand there and offers the next act. */
export function Empty({ title, hint, act }: EmptyProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {act && <div>{act}</div>}
    </div>
  )
}
