import { drawTable } from './table.ts'
import { columnsOfTerminal, print, remark, said, type Terminal } from './terminal.ts'
import { pad, plain, widthOf } from './width.ts'

type Facts = Readonly<Record<string, unknown>>

/** How a person wants an answer drawn. */
export interface Drawing {
  /** Columns of tables, in this order; all unless given. */
  readonly columns?: readonly string[]
}

/** Draws any answer for reading: single facts as a list, lists of things as tables. */
export function printAnswer(terminal: Terminal, answer: unknown, { columns }: Drawing = {}): void {
  const { next, ...shown } = isFacts(answer) ? answer : { answer }
  const facts = flatten(shown)
  const single = [...facts].filter(([, value]) => !isTable(value)).filter(([, value]) => value !== null)
  const tables = [...facts].filter((entry): entry is [string, Facts[]] => isTable(entry[1]))
  const width = Math.max(0, ...single.map(([key]) => widthOf(key)))
  for (const [key, value] of single) print(`${pad(key, width)}  ${cell(terminal, value)}`)
  for (const [at, [key, rows]] of tables.entries()) {
    if (single.length > 0 || at > 0) print('')
    if (single.length > 0 || tables.length > 1) print(`${key}（${rows.length}）`)
    printTable(terminal, rows, columns)
  }
  if (typeof next === 'string')
    remark(said(terminal, { zh: `还有更多：加 --after ${next}`, en: `There is more: add --after ${next}` }))
}

/** Draws things as rows; columns in which nothing stands are left out. */
export function printTable(terminal: Terminal, rows: readonly Facts[], wanted?: readonly string[]): void {
  if (rows.length === 0) {
    print(said(terminal, { zh: '（没有）', en: '(none)' }))
    return
  }
  const flat = rows.map(row => flatten(row))
  const keys =
    wanted ??
    [...new Set(flat.flatMap(row => [...row.keys()]))].filter(key =>
      flat.some(row => cell(terminal, row.get(key)) !== ''),
    )
  const table = { columns: keys, rows: flat.map(row => keys.map(key => cell(terminal, row.get(key)))) }
  const { lines, hidden } = drawTable(table, wanted ? undefined : columnsOfTerminal())
  for (const line of lines) print(line)
  if (hidden.length > 0) {
    const names = hidden.join(',')
    remark(
      said(terminal, {
        zh: `另有 ${hidden.length} 列放不下：${names}（用 --columns 选列，或 --json）`,
        en: `${hidden.length} more columns found no room: ${names} (choose with --columns, or --json)`,
      }),
    )
  }
}

/** Nested facts under dotted names. */
function flatten(facts: Facts, above = ''): Map<string, unknown> {
  return new Map(
    Object.entries(facts).flatMap(([key, value]): [string, unknown][] =>
      isFacts(value) ? [...flatten(value, `${above}${key}.`)] : [[`${above}${key}`, value]],
    ),
  )
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

function cell(terminal: Terminal, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value === true) return said(terminal, { zh: '是', en: 'yes' })
  if (value === false) return said(terminal, { zh: '否', en: 'no' })
  if (Array.isArray(value)) return value.map(each => cell(terminal, each)).join(' ')
  if (typeof value === 'object') return plain(JSON.stringify(value))
  return typeof value === 'string' && instant.test(value) ? localTime(value) : plain(String(value))
}

/** An instant as the clock on the wall shows it. */
function localTime(text: string): string {
  const at = new Date(text)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19).replace('T', ' ')
}

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTable = (value: unknown): value is Facts[] => Array.isArray(value) && value.every(isFacts)
