import { z } from 'zod'
import { After, Limit } from '../../domain/shared/ids.ts'
import { dayIn } from '../holdings/catalogue.ts'
import { readFonds } from '../holdings/items.sql.ts'
import { query } from '../platform/operation.ts'
import { bookRows, bookSelection } from './book.sql.ts'
import { lineRow, toLineRow } from './line-rows.sql.ts'

/** Lines of a book 登记簿, the last number first and paged by number; narrowed by unit, state and words. */
export const listLines = query({
  name: 'line.list',
  title: '收发文登记簿',
  titleEn: 'Lines of the register',
  permission: 'line.list',
  rules: ['S1.1', 'S5.2', 'S17.4'],
  input: z.strictObject({ ...bookSelection, after: After, limit: Limit }),
  output: z.object({ lines: z.array(lineRow), next: z.string().nullable() }),
  async run({ tx, actor, now }, { after, limit, ...wanted }) {
    const { timezone } = await readFonds(tx, wanted.fondsId)
    const number = wanted.book === 'unit' ? 'unit_serial' : 'serial'
    const found = await bookRows(tx, actor, { ...wanted, today: dayIn(timezone, now) })
      .$if(after !== undefined, rows => rows.where(number, '<', Number(after) || 0))
      .orderBy(number, 'desc')
      .limit(limit + 1)
      .execute()
    const page = found.slice(0, limit)
    return {
      lines: page.map(row => toLineRow(row, actor)),
      next: found.length > limit ? String(page.at(-1)?.[number]) : null,
    }
  },
})
