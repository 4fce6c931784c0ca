import { type Printing, printingData } from './list-form.ts'
import { renderPdf } from './typst.ts'

/** A cell of a spine; without `heightMm` it takes what the others leave. */
export interface SpineCell {
  readonly label: string
  readonly value: string
  readonly heightMm?: number
  /** Set downwards, one character under the other. */
  readonly down?: boolean
  /** Drawn in place of the value. */
  readonly qr?: string
}

/** A strip for the back of a box or a volume. */
export interface Spine {
  readonly widthMm: number
  readonly cells: readonly SpineCell[]
}

/** Paper a strip is printed on. On A4 it is 270 mm long, as much as a printer reaches; on A3 the full 310 mm of a box. */
export const spinePapers = {
  a4: { widthMm: 210, heightMm: 297, lengthMm: 270 },
  a3: { widthMm: 297, heightMm: 420, lengthMm: 310 },
} as const

export type SpinePaper = keyof typeof spinePapers

const edgeMm = 8
const gapMm = 2

/** Where strips lie on their sheets: side by side from the left, several widths on one sheet, in the order given. */
export function layStrips<S extends { readonly widthMm: number }>(
  spines: readonly S[],
  paper: SpinePaper,
): (S & { readonly xMm: number; readonly yMm: number; readonly lengthMm: number })[][] {
  const { widthMm, heightMm, lengthMm } = spinePapers[paper]
  const sheets: (S & { xMm: number; yMm: number; lengthMm: number })[][] = []
  let xMm = Number.POSITIVE_INFINITY
  for (const spine of spines) {
    if (xMm + spine.widthMm > widthMm - edgeMm) {
      sheets.push([])
      xMm = edgeMm
    }
    sheets.at(-1)?.push({ ...spine, xMm, yMm: (heightMm - lengthMm) / 2, lengthMm })
    xMm += spine.widthMm + gapMm
  }
  return sheets
}

const template = new URL('./spines.typ', import.meta.url)

/** Prints spines 盒脊, as many to a sheet as it takes, with marks where to cut. */
export const printSpines = (
  title: string,
  spines: readonly Spine[],
  paper: SpinePaper,
  printing: Printing,
): Promise<Uint8Array> =>
  renderPdf(template, {
    ...printingData(printing),
    title,
    paper: spinePapers[paper],
    sheets: layStrips(spines, paper),
  })
