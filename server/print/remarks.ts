import { type Printing, printingData } from './list-form.ts'
import { renderPdf } from './typst.ts'

/** A remarks sheet 备考表: what is to be known of a volume or a box, and who arranged and checked it. */
export interface RemarksSheet {
  readonly head: readonly (readonly [label: string, value: string])[]
  readonly heading: string
  readonly lines: readonly string[]
  /** Role and who has signed it; empty for a signature by hand. */
  readonly signs: readonly (readonly [role: string, value: string])[]
}

const template = new URL('./remarks.typ', import.meta.url)

/** Prints remarks sheets 备考表, one ruled box on each A4 page. */
export const printRemarks = (title: string, sheets: readonly RemarksSheet[], printing: Printing): Promise<Uint8Array> =>
  renderPdf(template, { ...printingData(printing), title, sheets })
