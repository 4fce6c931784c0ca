import { unzipSync } from 'fflate'
import {
  type Cell,
  type CellStyle,
  readXlsx,
  type CellValue as StoredValue,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx'
import { bytesOf, MIB } from './bytes.ts'
import { refuseSpreadsheet } from './refusals.ts'
import type { CellValue, ReadLimits, ReadRow, ReadSheet, Sheet, SheetColumn } from './sheet.ts'
import { storedText } from './stored-text.ts'

export { readCsv, writeCsv } from './csv.ts'
export type { CellValue, ReadLimits, ReadRow, ReadSheet, Sheet, SheetColumn, SheetRows } from './sheet.ts'

const DEFAULT_MIB = 200
const DEFAULT_ROWS = 100_000

/** What Excel can hold in a sheet, below its head. */
const SHEET_ROWS = 1_048_575
const NAME_CHARACTERS = 31
const PAGE_HEADER_CHARACTERS = 255

const font = { name: '宋体', size: 11 } as const
const line = { style: 'thin' } as const
const ruled: CellStyle = {
  border: { top: line, right: line, bottom: line, left: line },
  alignment: { vertical: 'center', wrapText: true },
}
const headStyle: CellStyle = {
  ...ruled,
  font: { ...font, bold: true },
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
}
const styles: Readonly<Record<SheetColumn['kind'], CellStyle>> = {
  // The text format keeps `0012` or `=A1` as it is even when somebody edits the cell.
  text: { ...ruled, numFmt: '@' },
  number: ruled,
  date: { ...ruled, numFmt: 'yyyy-mm-dd' },
}

/**
 * Writes an Excel workbook (.xlsx). Refuses with `spreadsheet.too-many-rows` what no sheet can hold. Measured with 50 000 rows of
 * nine columns on two cores: written in 1.2 s, read in 0.8 s, 2.2 MB, some 300 MB of memory at the peak.
 */
export async function writeWorkbook({ sheets }: { sheets: readonly Sheet[] }): Promise<Uint8Array> {
  const written = await Promise.all(sheets.map(stored))
  return await writeXlsx({
    sheets: written,
    defaultFont: font,
    // Named here with quotes, which the page setup leaves out of names such as `2024-永久`.
    namedRanges: written.map(({ name }) => ({
      name: '_xlnm.Print_Titles',
      range: `'${name.replaceAll("'", "''")}'!$1:$1`,
      scope: name,
    })),
  })
}

async function stored(sheet: Sheet): Promise<WriteSheet> {
  const { columns, orientation = 'landscape' } = sheet
  const rows: StoredValue[][] = [columns.map(({ title }) => title)]
  for await (const row of sheet.rows) {
    if (rows.length > SHEET_ROWS)
      refuseSpreadsheet('spreadsheet.too-many-rows', { sheet: sheet.name, rows: SHEET_ROWS })
    rows.push(columns.map(({ key, kind }) => storedValue(row[key], kind)))
  }
  return {
    name: sheetName(sheet.name),
    columns: columns.map(({ key, width, kind }) => ({ key, width, style: styles[kind] })),
    rows,
    cells: new Map(columns.map(({ title }, at) => [`0,${at}`, { value: title, style: headStyle }])),
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.4, top: sheet.heading ? 1.1 : 0.6, bottom: 0.7, header: 0.4, footer: 0.3 },
    },
    headerFooter: { oddHeader: pageHeader(sheet), oddFooter: '&C第 &P 页 共 &N 页' },
  }
}

function storedValue(value: CellValue, kind: SheetColumn['kind']): StoredValue {
  if (value === null || value === undefined || value === '') return null
  if (kind === 'date' && typeof value === 'string') return dayOf(value) ?? storedText(value)
  if (kind === 'text' || typeof value === 'string') return storedText(String(value))
  return Number.isFinite(value) ? value : null
}

function dayOf(iso: string): Date | null {
  const day = /^\d{4}-\d\d-\d\d$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null
  return day?.toJSON()?.startsWith(iso) ? day : null
}

function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/?*:[\]]/g, '_')
      .replace(/^'|'$/g, '_')
      .slice(0, NAME_CHARACTERS) || '表'
  )
}

/** `&` begins a code in page headers; a space keeps digits of the text from becoming the size. */
function pageHeader({ heading, subheading }: Sheet): string {
  const shown = (text: string | undefined, size: number) => (text ? `&${size} ${text.replaceAll('&', '&&')}` : '')
  const separator = heading && subheading ? '\n' : ''
  return `&C${shown(heading, 16)}${separator}${shown(subheading, 10)}`.slice(0, PAGE_HEADER_CHARACTERS)
}

/**
 * Reads the visible sheets of an Excel workbook (.xlsx). Refuses with `spreadsheet.unreadable`, `.too-large` or
 * `.too-many-rows`; unpacks nothing before its size is known.
 */
export async function readWorkbook(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  limits: ReadLimits = {},
): Promise<ReadSheet[]> {
  const { mib = DEFAULT_MIB, rows: rowLimit = DEFAULT_ROWS } = limits
  const bytes = await bytesOf(source, mib)
  if (unpackedSize(bytes) > mib * MIB) refuseSpreadsheet('spreadsheet.too-large', { mib })
  const workbook = await readXlsx(bytes).catch(() => refuseSpreadsheet('spreadsheet.unreadable'))
  return workbook.sheets
    .filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
    .map(({ name, rows, cells }) => {
      const read = rows.flatMap((values, index) => readRow(values, index, cells))
      if (read.length > rowLimit) refuseSpreadsheet('spreadsheet.too-many-rows', { sheet: name, rows: rowLimit })
      return { name, rows: read }
    })
}

/** Size of the workbook's parts as its directory states them; the reader stops at a part that turns out larger. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0
  let stated = true
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize
        stated &&= originalSize > 0 || name.endsWith('/')
        return false
      },
    })
  } catch {
    stated = false
  }
  return stated ? size : refuseSpreadsheet('spreadsheet.unreadable')
}

function readRow(values: readonly StoredValue[], index: number, details: Map<string, Cell> | undefined): ReadRow[] {
  const cells = values.map(readValue)
  while (cells.at(-1) === null) cells.pop()
  if (cells.length === 0) return []
  const formulas = cells.flatMap((_, at) => (details?.get(`${index},${at}`)?.formula === undefined ? [] : [at]))
  return [{ row: index + 1, cells, formulas }]
}

function readValue(value: StoredValue | undefined): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  if (value instanceof Date) return isoOf(value)
  return String(value).trim() || null
}

/** A day, or a day and time to the second; sheets know no time zone. */
function isoOf(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  return iso.replace(/T00:00:00.000Z$/, '').replace(/\.000Z$/, '')
}
