import { renderPdf } from '../print/typst.ts'

const template = new URL('./handling-sheet.typ', import.meta.url)

/** A handling sheet 文件处理单: one document, what is asked, and room for everybody who reads and signs. Days are ISO. */
export interface HandlingSheet {
  readonly code: string
  readonly numberTitle: string
  readonly counterpartTitle: string
  readonly fondsName: string
  readonly counterpart: string
  readonly documentNo: string
  readonly title: string
  readonly registeredOn: string
  readonly datedOn: string
  readonly secrecy: string
  readonly urgency: string
  readonly amount: string
  readonly attachments: string
  readonly unitName: string
  readonly responsible: string
  readonly asks: string
  readonly outcome: string
  readonly note: string
  readonly forwards: readonly {
    readonly to: string
    readonly note: string
    readonly readOn: string
    readonly handledOn: string
  }[]
  readonly printedOn: string
  readonly printedBy: string
}

/** Lines for signing that a sheet has at least, so that it can be passed round on paper. */
const fewestForwards = 6
const nobody = { to: '', note: '', readOn: '', handledOn: '' }

/** Prints the handling sheet on A4 portrait, as PDF/A-2b. */
export const printHandlingSheet = (sheet: HandlingSheet): Promise<Uint8Array> =>
  renderPdf(template, {
    ...sheet,
    forwards: [
      ...sheet.forwards,
      ...Array.from({ length: Math.max(0, fewestForwards - sheet.forwards.length) }, () => nobody),
    ],
  })
