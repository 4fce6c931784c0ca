import { Readable } from 'node:stream'
import { parseCsv, writeCsvStream } from 'hucre/csv'
import { decodeText } from '../text/charset.ts'
import { bytesOf } from './bytes.ts'
import { refuseSpreadsheet } from './refusals.ts'
import type { CellValue, ReadLimits, ReadRow, Sheet } from './sheet.ts'

const DEFAULT_MIB = 50
const DEFAULT_ROWS = 100_000

/** Beginnings that spreadsheet programs take for a formula, half and full width; apostrophes before them are ours to take off. */
const formulaLike = /^'*[=+\-@|\t\r\n＝＋－＠]/

/** Writes CSV as Excel on a Chinese Windows opens it: UTF-8 with its mark, CRLF, and `'` before what looks like a formula. */
export function writeCsv({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): Readable {
  async function* lines() {
    yield columns.map(({ title }) => written(title))
    for await (const row of rows) yield columns.map(({ key }) => written(row[key]))
  }
  return Readable.from(writeCsvStream(lines(), { bom: true, headers: false }), { objectMode: false })
}

const written = (value: CellValue): string | number | null =>
  typeof value === 'string' && formulaLike.test(value) ? `'${value}` : (value ?? null)

/**
 * Reads CSV or tab-separated text in UTF-8, GB18030 or UTF-16; every cell is text. Refuses with `spreadsheet.not-text`,
 * `.too-large` or `.too-many-rows`.
 */
export async function readCsv(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  { mib = DEFAULT_MIB, rows: rowLimit = DEFAULT_ROWS }: ReadLimits = {},
): Promise<ReadRow[]> {
  const text = decodeText(await bytesOf(source, mib)) ?? refuseSpreadsheet('spreadsheet.not-text')
  const rows = parseCsv(text, { delimiter: separatorOf(text) }).flatMap((values, index): ReadRow[] => {
    const cells = values.map(read)
    return cells.some(cell => cell !== null) ? [{ row: index + 1, cells, formulas: [] }] : []
  })
  if (rows.length > rowLimit) refuseSpreadsheet('spreadsheet.too-many-rows', { sheet: 'CSV', rows: rowLimit })
  return rows
}

/** What parts the columns, told by the heads alone: what stands inside cells below must not be able to change it. */
function separatorOf(text: string): string {
  const heads =
    text
      .replace(/"(?:[^"]|"")*"/g, '')
      .replace(/^[\r\n]+/, '')
      .split(/[\r\n]/, 1)[0] ?? ''
  const uses = (separator: string) => heads.split(separator).length
  return ['\t', ';'].reduce((most, one) => (uses(one) > uses(most) ? one : most), ',')
}

function read(value: unknown): string | null {
  const text = String(value ?? '')
  const unmarked = text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text
  return unmarked.trim() || null
}
