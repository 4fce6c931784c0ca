import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { secrecyCodes, secrecyOf } from '../../domain/access/secrecy.ts'
import { lineCode, urgencyCodes } from '../../domain/registry/line-input.ts'
import { After, FondsId, Limit } from '../../domain/shared/ids.ts'
import { dayIn } from '../holdings/catalogue.ts'
import { readFonds } from '../holdings/items.sql.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/operation.ts'
import { forwardRow, forwardRows, isMine } from './forwards.sql.ts'
import { overdueOn } from './line-rows.sql.ts'
import { visibleLines } from './lines.sql.ts'

const task = forwardRow.extend({
  lineId: z.string(),
  code: z.string(),
  title: z.string(),
  counterpart: z.string(),
  documentNo: z.string(),
  secrecy: z.enum(secrecyCodes),
  urgency: z.enum(urgencyCodes),
})

/** Lines of the register that were forwarded to somebody, or to a unit of theirs, and wait for them; a voided line waits for nobody. */
const waiting = (reads: Db, actor: Actor) =>
  forwardRows(reads, actor)
    .innerJoin('register_line', 'register_line.id', 'line_id')
    .where(isMine(actor))
    .where(visibleLines(actor))
    .where('register_forward.handled_at', 'is', null)
    .where('register_line.state', '=', 'circulating')

/** What waits for me 待我办理: forwarded to me or to my unit and not handled, the oldest first. */
export const listTasks = query({
  name: 'line.tasks',
  title: '待我办理',
  titleEn: 'Lines that wait for me',
  permission: 'line.handle',
  rules: ['S1.1', 'S17.4'],
  input: z.strictObject({ after: After, limit: Limit }),
  output: z.object({ tasks: z.array(task), next: z.string().nullable() }),
  async run({ tx, actor }, { after, limit }) {
    const rows = await waiting(tx, actor)
      .select([
        'register_line.id as lineId',
        'direction',
        'year',
        'serial',
        'title',
        'counterpart',
        'document_no',
        'secrecy',
        'urgency',
      ])
      .$if(after !== undefined, found => found.where('register_forward.id', '>', after ?? ''))
      .orderBy('register_forward.id')
      .limit(limit + 1)
      .execute()
    const page = rows.slice(0, limit)
    return {
      tasks: page.map(({ document_no: documentNo, secrecy, urgency, ...row }) => ({
        ...row,
        code: lineCode(row),
        documentNo,
        secrecy: secrecyOf(secrecy),
        urgency: urgency as (typeof urgencyCodes)[number],
      })),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})

const mostCounted = 1000

/** How many lines wait: for me, in circulation, and past their day; counted up to 1001, which reads as “1000+”. */
export const countLines = query({
  name: 'line.count',
  title: '收发文待办数',
  titleEn: 'Lines that wait',
  permission: 'line.handle',
  rules: ['S1.1'],
  input: z.strictObject({ fondsId: FondsId }),
  output: z.object({ mine: z.number(), circulating: z.number(), overdue: z.number() }),
  async run({ tx, actor, now }, { fondsId }) {
    const { timezone } = await readFonds(tx, fondsId)
    const circulating = tx
      .selectFrom('register_line')
      .select('register_line.id')
      .where('fonds_id', '=', fondsId)
      .where('state', '=', 'circulating')
      .where('item_id', 'is', null)
      .where(visibleLines(actor))
      .limit(mostCounted + 1)
    const count = async (rows: { execute(): Promise<unknown[]> }) => (await rows.execute()).length
    return {
      mine: await count(
        waiting(tx, actor)
          .where('fonds_id', '=', fondsId)
          .limit(mostCounted + 1),
      ),
      circulating: await count(circulating),
      overdue: await count(circulating.where(overdueOn(dayIn(timezone, now)))),
    }
  },
})
