import { readFile } from 'node:fs/promises'
import { foldHead } from '../../domain/import/columns.ts'
import { mostColumns } from '../../domain/import/plan.ts'
import { refuseImport } from '../../domain/import/refusals.ts'
import { type ReadSheet, readCsv, readWorkbook } from '../spreadsheet/spreadsheet.ts'

/** Rows of a sheet that are taken in one import, its heads and titles counted. */
export const mostRows = 100_200

/** Name that the one sheet of a CSV file goes by. */
export const csvSheet = 'CSV'

/** Reads every sheet of a register, whatever its name says: a ZIP is a workbook, anything else must be text. */
export async function readSheets(path: string, name: string): Promise<ReadSheet[]> {
  const bytes = await readFile(path)
  const isWorkbook = bytes.subarray(0, 2).toString('latin1') === 'PK' || isCompound(bytes)
  const sheets = isWorkbook
    ? await readWorkbook(bytes, { rows: mostRows })
    : [{ name: csvSheet, rows: await readCsv(bytes, { rows: mostRows }) }]
  for (const sheet of sheets) {
    const columns = widthOf(sheet)
    if (columns > mostColumns) refuseImport('import.too-wide', { sheet: sheet.name, columns, most: mostColumns })
  }
  return sheets.some(({ rows }) => rows.length > 0) ? sheets : refuseImport('import.file-type', { name })
}

/** The old Office form, which an encrypted workbook has as well: refused by the reader in words. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf

/** Columns up to the last cell that says something. */
const widthOf = ({ rows }: ReadSheet): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.findLastIndex(cell => foldHead(cell) !== '') + 1), 0)
