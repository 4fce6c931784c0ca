import type { z } from 'zod'
import { secrecyLevels } from '../../domain/access/secrecy.ts'
import { directions, lineKinds, urgencies } from '../../domain/registry/line-input.ts'
import type { books } from './book.sql.ts'
import type { lineRow } from './line-rows.sql.ts'

export type Book = (typeof books)[number]
type Line = z.input<typeof lineRow>

/** A register 登记簿 as it is printed: its lines in the order of their numbers, also those that are void. */
export interface BookForm {
  readonly book: Book
  readonly fondsName: string
  readonly year: number
  /** The unit it is narrowed to; null for all of them. */
  readonly unitName: string | null
  /** ISO day. */
  readonly printedOn: string
  readonly printedBy: string
  readonly lines: readonly Line[]
}

/** What each book is called on paper. */
export const bookTitles: Readonly<Record<Book, string>> = {
  received: '收文登记簿',
  sent: '发文登记簿',
  unit: '文件（合同）管理记录目录',
}

interface BookColumn {
  readonly key: string
  readonly title: string
  readonly of: (line: Line) => string | number | null
}

const day = (date: string) => date.replaceAll('-', '')
const unlessPlain = (title: string, plain: string) => (title === plain ? '' : title)

const description: readonly BookColumn[] = [
  { key: 'documentNo', title: '文号', of: line => line.documentNo },
  { key: 'title', title: '题名', of: line => line.title },
  { key: 'datedOn', title: '成文日期', of: line => day(line.datedOn) },
  { key: 'secrecy', title: '密级', of: line => unlessPlain(secrecyLevels[line.secrecy].title, '公开') },
  { key: 'urgency', title: '缓急', of: line => unlessPlain(urgencies[line.urgency].title, '平件') },
  { key: 'copies', title: '份数', of: line => line.copies },
  { key: 'pages', title: '页数', of: line => line.pages },
  { key: 'attachments', title: '附件', of: line => line.attachments || null },
]
const outcome: readonly BookColumn[] = [
  { key: 'outcome', title: '办理结果', of: line => line.outcome },
  { key: 'note', title: '备注', of: line => (line.state === 'voided' ? `作废：${line.voidReason}` : line.note) },
]
const answering: BookColumn = {
  key: 'answering',
  title: '承办',
  of: line => [line.unitName, line.responsible].filter(Boolean).join('\n'),
}
const registered = (book: 'received' | 'sent', number: string, counterpart: string): readonly BookColumn[] => [
  { key: 'number', title: number, of: line => String(line.serial).padStart(4, '0') },
  { key: 'registeredOn', title: `${directions[book].title}日期`, of: line => day(line.registeredOn) },
  { key: 'counterpart', title: counterpart, of: line => line.counterpart },
]

/** The columns of each book in the order of the paper one: every element of S1.1, and what was done. */
export const bookColumns: Readonly<Record<Book, readonly BookColumn[]>> = {
  received: [...registered('received', '收文号', '来文单位'), ...description, answering, ...outcome],
  sent: [...registered('sent', '发文号', '收文单位'), ...description, answering, ...outcome],
  unit: [
    { key: 'number', title: '编号', of: line => line.unitCode },
    { key: 'registeredOn', title: '日期', of: line => day(line.registeredOn) },
    {
      key: 'sort',
      title: '类别',
      of: line => (line.kind === 'contract' ? lineKinds.contract.title : directions[line.direction].title),
    },
    { key: 'counterpart', title: '来文或收文单位', of: line => line.counterpart },
    ...description.filter(({ key }) => key !== 'urgency'),
    { key: 'answering', title: '经办人', of: line => line.responsible },
    ...outcome,
  ],
}

/** The lines of a book as they are written, blank where there is nothing to say. */
export const bookLines = ({
  book,
  lines,
}: Pick<BookForm, 'book' | 'lines'>): Record<string, string | number | null>[] =>
  lines.map(line => Object.fromEntries(bookColumns[book].map(({ key, of }) => [key, of(line)])))

/** Name of the file a book is kept as. */
export const bookName = ({ book, fondsName, year, unitName }: BookForm): string =>
  [bookTitles[book], fondsName, year, unitName].filter(part => part !== null && part !== '').join('-')
