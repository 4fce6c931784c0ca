import type { Sheet } from '../spreadsheet/spreadsheet.ts'
import { renderPdf } from './typst.ts'

/** A plain register 登记簿: a title, a head line, ruled columns, who signs; printed and exported from the same lines. */
export interface Register {
  readonly title: string
  /** What the register is of, for the name of the file. */
  readonly subject: string
  readonly head: readonly (readonly [label: string, value: string])[]
  readonly columns: readonly RegisterColumn[]
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly sign: readonly string[]
  /** ISO day. */
  readonly printedOn: string
  readonly printedBy: string
  readonly portrait?: boolean
}

export interface RegisterColumn {
  readonly key: string
  readonly title: string
  /** Null for the column that takes what is left of the sheet. */
  readonly widthMm: number | null
  /** Running text stands at the left, all else in the middle. */
  readonly text?: boolean
}

const template = new URL('./register.typ', import.meta.url)

/** Prints a register on A4, as PDF/A-2b. */
export const printRegister = (register: Register): Promise<Uint8Array> =>
  renderPdf(template, {
    ...register,
    portrait: register.portrait ?? false,
    columns: register.columns.map(column => ({ ...column, text: column.text ?? false })),
  })

/** The same register as a sheet of a workbook. */
export const registerSheet = (register: Register): Sheet => ({
  name: register.title,
  columns: register.columns.map(({ key, title, widthMm }) => ({
    key,
    title,
    width: widthMm === null ? 40 : Math.max(8, Math.round(widthMm / 1.6)),
    kind: 'text',
  })),
  rows: register.rows,
  heading: register.title,
  subheading: register.head.map(([label, value]) => `${label}：${value}`).join('　'),
  orientation: register.portrait ? 'portrait' : 'landscape',
})
