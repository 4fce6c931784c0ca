import { type Cell, type CellStyle, type CellValue as StoredValue, writeXlsx } from 'hucre/xlsx'
import type { ReadSheet } from './sheet.ts'
import { storedText } from './stored-text.ts'

/** What is wrong in a row, at a column counted from 0, or null for the whole row. */
export interface Mark {
  readonly row: number
  readonly column: number | null
  readonly zh: string
}

/** Head of the column in which the faults are told. */
export const faultsHead = '错误说明'

const faulty: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F6C7C3' } } }
const told: CellStyle = { font: { color: { rgb: 'B3261E' } }, alignment: { wrapText: true, vertical: 'top' } }
const mostWidth = 40

/**
 * A sheet written anew with every cell in its place, the faulty ones coloured, and what is wrong said in a last column of each row, whose
 * head stands in `headRow`. A column of faults from the time before is left out.
 */
export async function markedWorkbook(
  sheet: ReadSheet,
  { marks, headRow }: { readonly marks: readonly Mark[]; readonly headRow: number },
): Promise<Uint8Array> {
  const earlier = sheet.rows.find(({ row }) => row === headRow)?.cells.lastIndexOf(faultsHead) ?? -1
  const width = earlier >= 0 ? earlier : sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const faults = Map.groupBy(marks, ({ row }) => row)
  const rows: StoredValue[][] = Array.from({ length: sheet.rows.at(-1)?.row ?? 0 }, () => [])
  const styled = new Map<string, Partial<Cell>>()
  for (const { row, cells } of sheet.rows) {
    const wrong = faults.get(row) ?? []
    const says = row === headRow ? faultsHead : wrong.map(({ zh }) => zh).join('；')
    const line = Array.from({ length: width }, (_, at) => stored(cells[at] ?? null))
    for (const { column } of wrong)
      if (column !== null) styled.set(`${row - 1},${column}`, { value: line[column] ?? null, style: faulty })
    if (says !== '') {
      line.push(storedText(says))
      styled.set(`${row - 1},${width}`, { value: storedText(says), style: told })
    }
    rows[row - 1] = line
  }
  const name = sheet.name.replace(/[\\/?*:[\]]/g, '_').slice(0, 31) || '表'
  return await writeXlsx({ sheets: [{ name, rows, cells: styled, columns: [...widths(sheet, width), { width: 50 }] }] })
}

const stored = (value: string | number | null): StoredValue => (typeof value === 'string' ? storedText(value) : value)

/** Wide enough for what stands in the first rows. */
function widths(sheet: ReadSheet, width: number): { width: number }[] {
  const sample = sheet.rows.slice(0, 100)
  return Array.from({ length: width }, (_, at) => ({
    width: Math.min(mostWidth, Math.max(8, ...sample.map(({ cells }) => String(cells[at] ?? '').length * 1.8))),
  }))
}
