import { parentPort, workerData } from 'node:worker_threads'
import { parseTemplate } from '../../domain/holdings/numbering/index.ts'
import { foldHead } from '../../domain/import/columns.ts'
import { type RowIssue, type RowRead, rowReader } from '../../domain/import/read-row.ts'
import { refuseImport } from '../../domain/import/refusals.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { placeKeyOf, prepareItems } from '../holdings/prepare-items.ts'
import { markedWorkbook } from '../spreadsheet/marked-workbook.ts'
import type { ReadRow, ReadSheet } from '../spreadsheet/spreadsheet.ts'
import type { Answered, Asked, Questions, RowsChecked, SentGround, SheetView } from './reading.ts'
import { readSheets } from './sheet-source.ts'

const { path, name } = workerData as { path: string; name: string }

/** Rows and characters of a cell that the page is sent. */
const [shownRows, shownCharacters] = [40, 120]
const rowsPerBatch = 2000
const rowsPerReport = 5000

let sheets: Promise<readonly ReadSheet[]> | undefined
let passed: readonly RowRead[] = []
let prepared: { kind: KindDefinition; version: number } | undefined
let given = 0

const say = (answered: Answered) => parentPort?.postMessage(answered)

type Answering = { [Q in keyof Questions]: (asked: Questions[Q]['asked']) => Promise<Questions[Q]['answer']> }

const answering: Answering = {
  look: async () => (await read()).map(viewOf),
  check: ({ ground }) => check(ground),
  batch: async () => {
    const rows = passed.slice(given, given + rowsPerBatch)
    given += rows.length
    if (rows.length === 0 || !prepared) return null
    const items = rows.flatMap(({ item, given: code }) => (item ? [{ input: item, given: code }] : []))
    return prepareItems(items, prepared)
  },
  mark: async ({ sheet, ...told }) => markedWorkbook(await sheetNamed(sheet), told),
}

function read(): Promise<readonly ReadSheet[]> {
  sheets ??= readSheets(path, name)
  return sheets
}

async function sheetNamed(wanted: string): Promise<ReadSheet> {
  const sheet = (await read()).find(one => one.name === wanted)
  return sheet ?? refuseImport('import.no-sheet', { sheet: wanted })
}

function viewOf({ name: title, rows }: ReadSheet): SheetView {
  const cut = (cell: string | number | null) => (typeof cell === 'string' ? cell.slice(0, shownCharacters) : cell)
  return {
    name: title,
    rowCount: rows.length,
    columnCount: rows.reduce((most, { cells }) => Math.max(most, cells.length), 0),
    rows: rows.slice(0, shownRows).map(row => ({ ...row, cells: row.cells.map(cut) })),
  }
}

async function check({ template, units, kindVersion: version, ...sent }: SentGround): Promise<RowsChecked> {
  const { plan } = sent
  const sheet = await sheetNamed(plan.sheet)
  const isSaid = ({ cells }: ReadRow) => plan.columns.some((target, at) => target && foldHead(cells[at] ?? null) !== '')
  const rows = sheet.rows.filter(row => row.row > plan.headRow && isSaid(row))
  if (rows.length === 0) return refuseImport('import.no-rows')
  const readRow = rowReader({
    ...sent,
    template: parseTemplate(template),
    units: new Map(units.flatMap(unit => [unit.code, unit.name].map(called => [called.toLowerCase(), unit] as const))),
    unitCodes: new Map(units.map(({ id, code }) => [id, code])),
  })
  const reads: RowRead[] = []
  for (const { row, cells } of rows) {
    reads.push(readRow(row, cells))
    if (reads.length % rowsPerReport === 0) say({ passed: reads.length, of: rows.length })
  }
  passed = reads
  given = 0
  prepared = { kind: sent.kind, version }
  return summed(reads, rows, plan.columns)
}

function summed(reads: readonly RowRead[], rows: readonly ReadRow[], columns: readonly (string | null)[]): RowsChecked {
  const issues: RowIssue[] = reads.flatMap(one => one.issues)
  const places = new Map(
    reads.flatMap(({ item }) =>
      item ? [[placeKeyOf(item), { year: item.year, retention: item.retention, unitId: item.unitId }] as const] : [],
    ),
  )
  return {
    rows: reads.length,
    issues,
    codes: reads.flatMap(({ row, given: code }) => (code ? [{ row, ...code }] : [])),
    documentNos: reads.flatMap(({ row, item }) => (item?.documentNo ? [{ row, value: item.documentNo }] : [])),
    places: [...places.values()],
    formulas: rows.flatMap(({ row, formulas }) =>
      formulas.filter(column => columns[column]).map(column => ({ row, column })),
    ),
  }
}

// One question at a time, as the other side asks them.
parentPort?.on('message', (asked: Asked) => {
  const answer = answering[asked.question] as (one: Asked) => Promise<unknown>
  answer(asked).then(
    one => say({ answer: one }),
    (reason: unknown) => say(reason instanceof Refusal ? refusedAs(reason) : { broken: String(reason) }),
  )
})

const refusedAs = ({ code, text, params }: Refusal): Answered => ({ refused: { code, text, params } })
