import { type Printing, printingData } from './list-form.ts'
import { type StampSide, stampPdf } from './stamp-pdf.ts'
import { renderPdf } from './typst.ts'

/** The six cells of an archive stamp 归档章 (DA/T 22): 全宗号, 年度, 件号; 机构或问题, 保管期限, 页数. Their names are not printed. */
export type StampCells = readonly [string, string, string, string, string, string]

const template = new URL('./archive-stamp.typ', import.meta.url)
const shiftMm = { left: 15, center: 0, right: -15 } as const

const render = (cells: StampCells, side: StampSide, printing: Printing): Promise<Uint8Array> =>
  renderPdf(template, { ...printingData(printing), cells, side, shiftMm: shiftMm[side] })

/** The stamp alone on a sheet of A4, where it will stand on the first page of a file. */
export const printStampSpecimen = (cells: StampCells, side: StampSide, printing: Printing): Promise<Uint8Array> =>
  render(cells, side, { ...printing, preview: true })

/** A copy of a PDF with the archive stamp, 45 × 16 mm in red, over its first page; the file itself is only read. */
export async function stampArchived(
  path: string,
  { cells, side, printing }: { cells: StampCells; side: StampSide; printing: Printing },
): Promise<Uint8Array> {
  const stamp = await render(cells, side, { ...printing, preview: false })
  return stampPdf({ path, stamp, side })
}
