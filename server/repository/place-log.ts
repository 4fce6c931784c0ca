import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { climateMonth } from '../../domain/repository/climate.ts'
import { After, Limit } from '../../domain/shared/ids.ts'
import type { Db } from '../platform/db.ts'
import { fileQuery, query } from '../platform/operation.ts'
import { dayOf, momentOf, registerFile, registerForm } from '../print/register-file.ts'
import { monthInput } from './climate.ts'
import { readThings } from './things.sql.ts'

const direction = z.enum(['in', 'out']).meta({
  title: '入库或出库',
  titleEn: 'In or out',
  options: { in: '入库', out: '出库' },
  optionsEn: { in: 'in', out: 'out' },
})

interface Asked {
  readonly direction: 'in' | 'out'
  readonly month: string
  readonly after?: string | undefined
  readonly limit: number
}

interface Logged {
  readonly id: string
  readonly at: string
  readonly thing: string
  readonly location: string
  readonly by: string
  readonly reason: string
}

/** What came in or went out in a month, oldest first. What was moved ended and began in one instant, and is neither. */
async function logged(reads: Db, { direction: way, month, after, limit }: Asked): Promise<Logged[]> {
  const { from, to } = climateMonth(month)
  const [start = '', id = ''] = after?.split(' ') ?? []
  const at = sql.ref(way === 'in' ? 'p.placed_at' : 'p.ended_at')
  const other =
    way === 'in'
      ? sql`select from placement q where q.thing_id = p.thing_id and q.ended_at = p.placed_at`
      : sql`select from placement q where q.thing_id = p.thing_id and q.placed_at = p.ended_at`
  const by = sql.ref(way === 'in' ? 'p.placed_by' : 'p.ended_by')
  const reason = sql.ref(way === 'in' ? 'p.reason' : 'p.end_reason')
  const { rows } = await sql<Logged>`
    select p.id, ${at} as at, p.thing_id as thing, location.code as location, person.name as by, ${reason} as reason
    from placement p join location on location.id = p.location_id join person on person.id = ${by}
    where ${at} >= ${from} and ${at} < ${to} and not exists (${other})
      ${after ? sql`and (${at}, p.id) > (${start}::timestamptz, ${id})` : sql``}
    order by ${at}, p.id limit ${limit}`.execute(reads)
  return rows
}

async function named(reads: Db, actor: Actor, rows: readonly Logged[]) {
  const things = await readThings(
    reads,
    actor,
    rows.map(({ thing }) => thing),
  )
  return rows.map(row => ({
    ...row,
    code: things.get(row.thing)?.code ?? null,
    title: things.get(row.thing)?.title ?? '',
  }))
}

/** Register of what came into the store 入库 or left it 出库 in a month (S1.4); titles only of what this person may see. */
export const listPlaceLog = query({
  name: 'place.log',
  title: '出入库登记',
  titleEn: 'What came in and went out',
  permission: 'place.log',
  rules: ['S1.4', 'S17.4'],
  input: z.strictObject({ direction, month: monthInput, after: After, limit: Limit }),
  output: z.object({
    entries: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        code: z.string().nullable(),
        title: z.string(),
        location: z.string(),
        by: z.string(),
        reason: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
  async run({ tx, actor }, { limit, ...asked }) {
    const found = await logged(tx, { ...asked, limit: limit + 1 })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      entries: await named(tx, actor, page),
      next: found.length > limit && last ? `${last.at} ${last.id}` : null,
    }
  },
})

const mostRows = 10_000

/** The register of a month on paper 出入库登记簿, or in Excel (S1.4). */
export const printPlaceLog = fileQuery({
  name: 'place.print-log',
  title: '打印出入库登记簿',
  titleEn: 'Print the register of the store',
  permission: 'place.log',
  rules: ['S1.4', 'S17.4'],
  limit: { per: 'person', max: 60, seconds: 60 },
  input: z.strictObject({ direction, month: monthInput, form: registerForm }),
  async run({ tx, actor, now }, { form, ...asked }) {
    const rows = await named(tx, actor, await logged(tx, { ...asked, limit: mostRows }))
    const title = asked.direction === 'in' ? '入库登记簿' : '出库登记簿'
    return registerFile(
      {
        title,
        subject: asked.month,
        head: [
          ['月份', asked.month],
          ['合计', `${rows.length} 盒（卷、件）`],
        ],
        columns: [
          { key: 'number', title: '序号', widthMm: 12 },
          { key: 'at', title: '时间', widthMm: 34 },
          { key: 'code', title: '盒号、档号', widthMm: 58 },
          { key: 'title', title: '题名', widthMm: null, text: true },
          { key: 'location', title: '库位', widthMm: 34 },
          { key: 'reason', title: '原因', widthMm: 40, text: true },
          { key: 'by', title: '经手人', widthMm: 20 },
        ],
        rows: rows.map((row, index) => ({
          ...{ number: String(index + 1), at: momentOf(row.at), code: row.code ?? '（无权查看）' },
          ...{ title: row.title, location: row.location, reason: row.reason, by: row.by },
        })),
        sign: ['经手人', '负责人'],
        printedOn: dayOf(now),
        printedBy: actor.name,
      },
      form,
    )
  },
})
