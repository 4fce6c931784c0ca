import { type ReactNode, useId } from 'react'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import './pile.css'

interface PileProps {
  title: string
  /** How many lie there, as the way to all of them. */
  count?: ReactNode
  /** What can be done with the pile as a whole. */
  act?: ReactNode
  /** Shows only six rows where the window is low. */
  low?: boolean
  loading?: boolean
  error?: unknown
  /** Said instead of rows when there are none. */
  empty: string
  children: readonly ReactNode[]
}

/** A pile of papers on the desk: its name, how many, and the uppermost few. */
export function Pile({ title, count, act, low = false, loading = false, error = null, empty, children }: PileProps) {
  const id = useId()
  return (
    <section className={low ? 'pile pile-low' : 'pile'} aria-labelledby={id} aria-busy={loading}>
      <header>
        <h2 id={id}>{title}</h2>
        <span className="pile-count">{count}</span>
        {act}
      </header>
      <RefusalNotice error={error} />
      {children.length > 0 ? (
        <table aria-labelledby={id}>
          <tbody>{children}</tbody>
        </table>
      ) : (
        error === null && <p className="faint">{loading ? ' ' : empty}</p>
      )}
    </section>
  )
}
