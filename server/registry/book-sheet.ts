import type { Sheet, SheetColumn } from '../spreadsheet/spreadsheet.ts'
import { type BookForm, bookColumns, bookLines, bookTitles } from './book-form.ts'

const numbers = ['copies', 'pages', 'attachments']
const widths: Readonly<Record<string, number>> = {
  number: 16,
  counterpart: 24,
  documentNo: 22,
  title: 50,
  answering: 18,
  outcome: 28,
  note: 24,
}

/** A register 登记簿 as a sheet: the printed book's columns, lines and head; what somebody wrote stays text and is never a formula. */
export function bookSheet(data: BookForm): Sheet {
  const { book, fondsName, year, unitName } = data
  const columns = bookColumns[book].map(
    ({ key, title }): SheetColumn => ({
      key,
      title,
      width: widths[key] ?? 10,
      kind: numbers.includes(key) ? 'number' : 'text',
    }),
  )
  return {
    name: bookTitles[book].slice(0, 31),
    columns,
    rows: bookLines(data),
    heading: bookTitles[book],
    subheading: [`单位：${fondsName}`, `年度：${year}`, ...(unitName === null ? [] : [`部门：${unitName}`])].join('　'),
  }
}
