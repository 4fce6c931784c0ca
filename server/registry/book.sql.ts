import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { lineStateCodes } from '../../domain/registry/line-life.ts'
import { FondsId, UnitId } from '../../domain/shared/ids.ts'
import { searchQuery } from '../../domain/shared/text.ts'
import type { Db } from '../platform/db.ts'
import { overdueOn, visibleLineRows } from './line-rows.sql.ts'
import { findsLines } from './lines.sql.ts'

/** Which book is opened: what is received, what is sent, or a unit's own register 文件（合同）管理记录目录 (S5.2). */
export const books = ['received', 'sent', 'unit'] as const

/** Which lines of a book: the same words for the list, the print and the workbook. */
export const bookSelection = {
  fondsId: FondsId,
  book: z.enum(books).meta({ title: '登记簿', titleEn: 'Book' }),
  year: z.int().min(1900).max(2200).meta({ title: '年度', titleEn: 'Year' }),
  unitId: UnitId.optional().meta({ title: '承办部门', titleEn: 'Responsible unit' }),
  states: z.array(z.enum(lineStateCodes)).max(5).optional().meta({ title: '状态', titleEn: 'State' }),
  overdue: z.boolean().default(false).meta({ title: '逾期未办', titleEn: 'Overdue' }),
  text: z.string().trim().max(200).default('').meta({ title: '查找', titleEn: 'Find' }),
}

const selection = z.object(bookSelection)
export type BookSelection = z.output<typeof selection>

/** Visible lines of a book, narrowed; a unit's register without a unit has no lines. The order is the caller's. */
export function bookRows(reads: Db, actor: Actor, { today, ...wanted }: BookSelection & { readonly today: string }) {
  const { terms } = searchQuery(wanted.text)
  const states = wanted.states?.filter(state => state !== 'itemised')
  return visibleLineRows(reads, actor, today)
    .where('register_line.fonds_id', '=', wanted.fondsId)
    .where('register_line.year', '=', wanted.year)
    .$if(wanted.book !== 'unit', rows => rows.where('direction', '=', wanted.book))
    .$if(wanted.book === 'unit' || wanted.unitId !== undefined, rows =>
      rows.where('register_line.unit_id', '=', wanted.unitId ?? ''),
    )
    .$if(wanted.states !== undefined, rows =>
      rows.where(({ or, and, eb }) =>
        or([
          ...(wanted.states?.includes('itemised') ? [eb('item_id', 'is not', null)] : []),
          ...(states?.length ? [and([eb('item_id', 'is', null), eb('register_line.state', 'in', states)])] : []),
        ]),
      ),
    )
    .$if(wanted.overdue, rows => rows.where(overdueOn(today)))
    .$if(terms.length > 0, rows => rows.where(findsLines(terms)))
}
