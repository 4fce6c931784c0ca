import { strToU8, unzipSync, zipSync } from 'fflate'
import { writeWorkbook } from './spreadsheet.ts'

/** A workbook of one sheet whose rows are given as its XML, for what our own writer never writes. */
export async function workbookOf(rowsXml: string): Promise<Uint8Array> {
  const parts = unzipSync(await writeWorkbook({ sheets: [{ name: '来件', columns: [], rows: [] }] }))
  const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return zipSync({
    ...parts,
    'xl/worksheets/sheet1.xml': strToU8(
      `<?xml version="1.0"?><worksheet xmlns="${namespace}"><sheetData>${rowsXml}</sheetData></worksheet>`,
    ),
  })
}

/** The workbook with a directory that states `size` for its first sheet, whatever its real size. */
export function misstated(workbook: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(workbook)
  const name = bytes.lastIndexOf('xl/worksheets/sheet1.xml')
  bytes.writeUInt32LE(size, name - 46 + 24)
  return Uint8Array.from(bytes)
}
