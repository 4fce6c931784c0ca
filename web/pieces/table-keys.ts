import type { KeyboardEvent } from 'react'
import { isComposing } from '../ime.ts'

interface TableKeys {
  onOpen: ((id: string) => void) | undefined
  onSelect: ((ids: string[], on: boolean) => void) | undefined
  isSelected: (id: string) => boolean
  /** Asked for when the walk comes to the last row. */
  onEnd: () => void
}

const pageRows = 10
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: pageRows,
  PageUp: -pageRows,
  End: Number.POSITIVE_INFINITY,
  Home: Number.NEGATIVE_INFINITY,
}

/** The keys of a table's body: arrows walk (with Shift they select as they go), Enter opens, Space selects, Ctrl+A selects all listed. */
export function pressTableKey(event: KeyboardEvent<HTMLElement>, keys: TableKeys): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-id]') : null
  if (!row || isComposing(event) || (event.target as Element).matches('input:not([type="checkbox"]), select, textarea'))
    return
  const id = row.dataset['id'] ?? ''
  const onRow = event.target === row
  if (event.key in steps) {
    event.preventDefault()
    const reached = walk(event.currentTarget, row, steps[event.key] ?? 0)
    if (event.shiftKey) keys.onSelect?.([id, reached.dataset['id'] ?? ''], true)
    if (reached.nextElementSibling === null) keys.onEnd()
  } else if (onRow && event.key === 'Enter' && keys.onOpen) {
    event.preventDefault()
    keys.onOpen(id)
  } else if (onRow && event.key === ' ' && keys.onSelect) {
    event.preventDefault()
    keys.onSelect([id], !keys.isSelected(id))
  } else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && keys.onSelect) {
    event.preventDefault()
    keys.onSelect(
      rowsIn(event.currentTarget).map(one => one.dataset['id'] ?? ''),
      true,
    )
  }
}

const rowsIn = (body: HTMLElement) => [...body.querySelectorAll<HTMLElement>('tr[data-id]')]

function walk(body: HTMLElement, from: HTMLElement, step: number): HTMLElement {
  const rows = rowsIn(body)
  const wanted = Math.min(rows.length - 1, Math.max(0, rows.indexOf(from) + step))
  const reached = rows[wanted] ?? from
  reached.focus()
  reached.scrollIntoView({ block: 'nearest' })
  return reached
}
