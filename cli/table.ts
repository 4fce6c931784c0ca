import { cut, pad, widthOf } from './width.ts'

/** Rows of texts under their column names. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const gap = '  '
const narrowest = 8
const id = /^[a-z]+_[0-9a-z]{26}$/

/**
 * Aligns a table for reading; `within` columns of a terminal long texts are cut, and what still finds no room is left out and named
 * in `hidden`. Ids are never cut: they are there to be copied.
 */
export function drawTable(
  table: Table,
  within = Number.POSITIVE_INFINITY,
): { readonly lines: string[]; readonly hidden: readonly string[] } {
  const cells = [table.columns, ...table.rows]
  const natural = table.columns.map((_, at) => Math.max(...cells.map(row => widthOf(row[at] ?? ''))))
  const least = natural.map((width, at) =>
    table.rows.some(row => id.test(row[at] ?? '')) ? width : Math.min(width, narrowest),
  )
  let shown = table.columns.length
  while (shown > 1 && totalOf(least.slice(0, shown)) > within) shown -= 1
  const widths = shrink(natural.slice(0, shown), least, within)
  const draw = (row: readonly string[]) =>
    widths
      .map((width, at) => pad(cut(row[at] ?? '', width), width))
      .join(gap)
      .trimEnd()
  const rule = widths.map(width => '─'.repeat(width)).join(gap)
  const [head = '', ...rows] = cells.map(draw)
  return { lines: [head, rule, ...rows], hidden: table.columns.slice(shown) }
}

const totalOf = (widths: readonly number[]) =>
  widths.reduce((sum, width) => sum + width, 0) + gap.length * (widths.length - 1)

/** Takes from the widest column until the row fits. */
function shrink(natural: readonly number[], least: readonly number[], within: number): number[] {
  const widths = [...natural]
  for (let over = totalOf(widths) - within; over > 0; over -= 1) {
    const room = widths.map((width, at) => (width > (least[at] ?? 0) ? width : 0))
    const widest = room.indexOf(Math.max(...room))
    if (room[widest] === 0) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}
