import type { GivenCode, RowIssue } from './read-row.ts'

/** Rows that say the same thing twice inside one sheet: each later one points to the first. */
export function repeated(
  rows: Iterable<{ readonly row: number; readonly value: string }>,
  say: (value: string, first: number) => { readonly zh: string; readonly en: string },
  column: number | null,
): RowIssue[] {
  const first = new Map<string, number>()
  const issues: RowIssue[] = []
  for (const { row, value } of rows) {
    if (value === '') continue
    const earlier = first.get(value)
    if (earlier === undefined) first.set(value, row)
    else issues.push({ row, column, ...say(value, earlier) })
  }
  return issues
}

/** Highest serial of each sequence among codes that rows brought: how far its counter must have moved. */
export function highestSerials(codes: Iterable<GivenCode>): Map<string, number> {
  const highest = new Map<string, number>()
  for (const { scope, serial } of codes) highest.set(scope, Math.max(serial, highest.get(scope) ?? 0))
  return highest
}

/** Numbers that stay empty between what a sequence had and what these codes bring, as runs `from`–`to`. */
export function gapsAfter(
  codes: Iterable<GivenCode>,
  lastOf: (scope: string) => number,
): { scope: string; from: number; to: number }[] {
  const serials = Map.groupBy(codes, ({ scope }) => scope)
  return [...serials].flatMap(([scope, list]) => {
    const gaps = []
    let next = lastOf(scope) + 1
    for (const serial of [...new Set(list.map(one => one.serial))].sort((a, b) => a - b)) {
      if (serial < next) continue
      if (serial > next) gaps.push({ scope, from: next, to: serial - 1 })
      next = serial + 1
    }
    return gaps
  })
}
