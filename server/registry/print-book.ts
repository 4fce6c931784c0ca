import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { refuseRegistry } from '../../domain/registry/refusals.ts'
import { dayIn } from '../holdings/catalogue.ts'
import { readFonds } from '../holdings/items.sql.ts'
import type { Db } from '../platform/db.ts'
import { fileQuery } from '../platform/operation.ts'
import { writeWorkbook } from '../spreadsheet/spreadsheet.ts'
import { printBook } from './book.print.ts'
import { type BookSelection, bookRows, bookSelection } from './book.sql.ts'
import { type BookForm, bookName } from './book-form.ts'
import { bookSheet } from './book-sheet.ts'
import { toLineRow } from './line-rows.sql.ts'

/** A year's book is printed whole; what is larger is printed by unit or state. */
const mostLines = 20_000
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const limit = { per: 'person', max: 60, seconds: 60 } as const

/** Print a register 收文登记簿、发文登记簿 or a unit's own: exactly the lines that the list shows, in the order of their numbers (S1.1, S5.2). */
export const printRegister = fileQuery({
  name: 'line.print',
  title: '打印登记簿',
  titleEn: 'Print the register',
  permission: 'line.print',
  rules: ['S1.1', 'S5.2'],
  limit,
  input: z.strictObject(bookSelection),
  async run({ tx, actor, now }, wanted) {
    const book = await bookForm(tx, actor, { ...wanted, now })
    return { name: `${bookName(book)}.pdf`, mime: 'application/pdf', body: await printBook(book), inline: true }
  },
})

/** The register as an Excel workbook, with the columns of the printed one (S1.1). */
export const exportRegister = fileQuery({
  name: 'line.export',
  title: '导出登记簿',
  titleEn: 'Export the register',
  permission: 'line.print',
  rules: ['S1.1', 'S5.2'],
  limit,
  input: z.strictObject(bookSelection),
  async run({ tx, actor, now }, wanted) {
    const book = await bookForm(tx, actor, { ...wanted, now })
    const body = await writeWorkbook({ sheets: [bookSheet(book)] })
    return { name: `${bookName(book)}.xlsx`, mime: workbook, body, inline: false }
  },
})

/** The lines of a book as far as this person may see them. */
async function bookForm(
  reads: Db,
  actor: Actor,
  { now, ...wanted }: BookSelection & { readonly now: Date },
): Promise<BookForm> {
  const fonds = await readFonds(reads, wanted.fondsId)
  const today = dayIn(fonds.timezone, now)
  const unit = wanted.unitId
    ? await reads.selectFrom('unit').select('name').where('id', '=', wanted.unitId).executeTakeFirst()
    : undefined
  const rows = await bookRows(reads, actor, { ...wanted, today })
    .orderBy(wanted.book === 'unit' ? 'unit_serial' : 'serial')
    .limit(mostLines + 1)
    .execute()
  if (rows.length === 0) refuseRegistry('register.empty')
  if (rows.length > mostLines) refuseRegistry('register.too-long', { most: mostLines })
  return {
    book: wanted.book,
    fondsName: fonds.name,
    year: wanted.year,
    unitName: unit?.name ?? null,
    printedOn: today,
    printedBy: actor.name,
    lines: rows.map(row => toLineRow(row, actor)),
  }
}
