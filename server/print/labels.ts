import { type LabelStock, labelStocks } from '../../domain/forms/label-stock.ts'
import { type Printing, printingData } from './list-form.ts'
import { qrOf } from './qr.ts'
import { renderPdf } from './typst.ts'

/** A label: the mark that a scanner reads, and what people read. */
export interface Label {
  readonly mark: string
  readonly heading: string
  readonly lines: readonly string[]
}

const template = new URL('./labels.typ', import.meta.url)

/** Prints labels on a stock of sheets or of a roll; `start` is the first label still left on the sheet, from 1. */
export const printLabels = (
  title: string,
  labels: readonly Label[],
  { stock, start }: { readonly stock: LabelStock; readonly start: number },
  printing: Printing,
): Promise<Uint8Array> =>
  renderPdf(template, {
    ...printingData(printing),
    title,
    stock: labelStocks[stock],
    skip: start - 1,
    labels: labels.map(label => ({ ...label, qr: qrOf(label.mark) })),
  })
