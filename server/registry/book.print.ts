import { renderPdf } from '../print/typst.ts'
import { type BookForm, bookColumns, bookLines, bookTitles } from './book-form.ts'

const template = new URL('./book.typ', import.meta.url)

/** Prints a register 登记簿 on A4 landscape, ruled to the foot of its last page, as PDF/A-2b. */
export const printBook = (data: BookForm): Promise<Uint8Array> =>
  renderPdf(template, {
    ...data,
    title: bookTitles[data.book],
    year: String(data.year),
    columns: bookColumns[data.book].map(({ key, title }) => ({ key, title })),
    lines: null,
    rows: bookLines(data),
  })
