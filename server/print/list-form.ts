import type { Sheet, SheetColumn } from '../spreadsheet/spreadsheet.ts'
import { renderPdf } from './typst.ts'

/** A column of a printed list. */
export interface ListColumn {
  readonly key: string
  readonly title: string
  /** Millimetres; `fit` holds the longest value on one line, `rest` takes what is left of the sheet. */
  readonly width: number | 'fit' | 'rest'
  /** Centred unless said otherwise. */
  readonly align?: 'left'
  /** Kept on one line, its digits of one width. */
  readonly whole?: boolean
  /** Head that stands over this column and its neighbours of the same name. */
  readonly over?: string
  /** In Excel a number; everything else is text. */
  readonly number?: boolean
}

/** How a list form is laid out: what the archive room has agreed on, to the millimetre. */
export interface ListLayout {
  readonly title: string
  readonly titlePt: number
  /** Sizes of the table: its head, its rows, and the rows that head a group; 10 pt unless said otherwise. */
  readonly headPt?: number
  readonly bodyPt?: number
  readonly groupPt?: number
  readonly sheet: 'portrait' | 'landscape'
  /** Rows under the head of the table; a last page with fewer is ruled to its end. */
  readonly rowsPerPage: number
  readonly lineMm: number
  /** From the edge of the sheet to the table; title and head line stand in it. */
  readonly topMm: number
  readonly columns: readonly ListColumn[]
  /** Who signs the last page, in order; the day is always asked for. */
  readonly sign: readonly string[]
}

/** A row by column key; a row with `group` is one line over the whole width that heads the rows after it. */
export type ListRow = Readonly<Record<string, string | number | null>>

/** One list: what its head says, label and value, and its rows. */
export interface PrintedList {
  readonly head: readonly (readonly [label: string, value: string])[]
  readonly rows: readonly ListRow[]
}

/** When and for whom a form is printed; `preview` marks it as one that has not been. */
export interface Printing {
  /** ISO day. */
  readonly on: string
  readonly by: string
  readonly preview?: boolean
}

const template = new URL('./list-form.typ', import.meta.url)

/** What every form's template is told beside its own data. */
export const printingData = ({ on, by, preview = false }: Printing) => ({
  printedOn: on,
  by: by === '' ? '' : `打印：${by}　${on}`,
  preview,
})

/** Prints lists of one layout into one PDF/A, each beginning on a page of its own and counting its own pages. */
export function printLists(layout: ListLayout, lists: readonly PrintedList[], printing: Printing): Promise<Uint8Array> {
  const subject = lists.length === 1 ? (lists[0]?.head.map(([, value]) => value).join(' ') ?? '') : ''
  return renderPdf(template, { ...printingData(printing), title: layout.title, subject, layout, lists })
}

/** The same list as a sheet of a workbook, its groups as rows of their own. */
export function listSheet(layout: ListLayout, list: PrintedList, name: string): Sheet {
  const [first] = layout.columns
  return {
    name,
    heading: layout.title,
    subheading: list.head.map(([label, value]) => `${label}：${value}`).join('　'),
    orientation: layout.sheet,
    columns: layout.columns.map(sheetColumn),
    rows: list.rows.map(row => ('group' in row && first ? { [first.key]: row['group'] } : row)),
  }
}

const widthOf = { fit: 26, rest: 50 } as const

function sheetColumn({ key, title, width, number = false }: ListColumn): SheetColumn {
  return {
    key,
    title,
    width: typeof width === 'number' ? Math.max(6, Math.round(width / 1.8)) : widthOf[width],
    kind: number ? 'number' : 'text',
  }
}
