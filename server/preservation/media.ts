import { sql } from 'kysely'
import { z } from 'zod'
import {
  assertCheckable,
  assertPast,
  checkResultCodes,
  checkResults,
  datesAfter,
  firstDates,
  type MediumKind,
  mediumInput,
  mediumKindCodes,
  noticeDays,
} from '../../domain/preservation/media.ts'
import { refusePreservation } from '../../domain/preservation/refusals.ts'
import { After, Limit, MediumId } from '../../domain/shared/ids.ts'
import { readFonds } from '../holdings/items.sql.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { command, query } from '../platform/operation.ts'
import { dayOf } from '../print/register-file.ts'

/** Register a medium 登记载体: it gets the next number of its fonds and the day of its first check (S5.5). */
export const registerMedium = command({
  name: 'medium.register',
  title: '登记载体',
  titleEn: 'Register a medium',
  permission: 'medium.register',
  rules: ['S5.5'],
  input: mediumInput,
  output: z.object({ mediumId: z.string(), number: z.number() }),
  async run({ tx, actor, now }, { fondsId, madeOn, ...described }) {
    assertPast(madeOn, dayOf(now))
    const { code: fonds } = await readFonds(tx, fondsId)
    const number = await nextNumber(tx, fondsId)
    const { checkDueOn, rewriteDueOn } = firstDates(described.kind, madeOn)
    const mediumId = newId('medium')
    await tx
      .insertInto('medium')
      .values({
        ...described,
        ...{ id: mediumId, fonds_id: fondsId, number, made_on: madeOn },
        ...{ check_due_on: checkDueOn, rewrite_due_on: rewriteDueOn },
        ...{ registered_by: actor.personId ?? '', registered_at: now },
      })
      .execute()
    return {
      output: { mediumId, number },
      events: [{ name: 'medium.registered', subject: mediumId, data: { fonds, number, kind: described.kind } }],
    }
  },
})

/** The next number of a fonds; held by the fonds, so that no two media get one and none is left out. */
async function nextNumber(tx: Tx, fondsId: string): Promise<number> {
  await tx.selectFrom('fonds').select('id').where('id', '=', fondsId).forNoKeyUpdate().execute()
  const last = await tx
    .selectFrom('medium')
    .select('number')
    .where('fonds_id', '=', fondsId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}

/** Enter the check of a medium 载体检查: what was found, and when it is due again (S5.5). */
export const checkMedium = command({
  name: 'medium.check',
  title: '载体检查',
  titleEn: 'Enter the check of a medium',
  permission: 'medium.check',
  rules: ['S5.5'],
  input: z.strictObject({
    mediumId: MediumId,
    checkedOn: z.iso.date().meta({ title: '检查日期', titleEn: 'Checked on' }),
    result: z.enum(checkResultCodes).meta({
      title: '结果',
      titleEn: 'Result',
      options: Object.fromEntries(Object.entries(checkResults).map(([code, { title }]) => [code, title])),
    }),
    note: z.string().trim().max(300).default('').meta({ title: '说明', titleEn: 'Note' }),
  }),
  output: z.object({ mediumId: z.string(), dueOn: z.string().nullable() }),
  async run({ tx, actor, now }, { mediumId, checkedOn, result, note }) {
    const medium =
      (await tx.selectFrom('medium').selectAll().where('id', '=', mediumId).forUpdate().executeTakeFirst()) ??
      refusePreservation('medium.unknown')
    assertCheckable(
      { number: medium.number, madeOn: medium.made_on, state: medium.state },
      { checkedOn, today: dayOf(now) },
    )
    if (result === 'faulty' && note === '') refusePreservation('medium.say-fault')
    const kind = medium.kind as MediumKind
    const { checkDueOn, rewriteDueOn } = datesAfter(
      { kind, rewriteDueOn: medium.rewrite_due_on },
      { checkedOn, result },
    )
    await tx
      .insertInto('medium_check')
      .values({
        ...{ id: newId('mcheck'), medium_id: mediumId, checked_on: checkedOn, result, note },
        ...{ recorded_by: actor.personId ?? '', recorded_at: now },
      })
      .execute()
    const { due_on } = await tx
      .updateTable('medium')
      .set({
        state: result === 'rewritten' ? 'sound' : result,
        check_due_on: checkDueOn,
        rewrite_due_on: rewriteDueOn,
      })
      .where('id', '=', mediumId)
      .returning('due_on')
      .executeTakeFirstOrThrow()
    return {
      output: { mediumId, dueOn: due_on },
      events: [{ name: 'medium.checked', subject: mediumId, data: { number: medium.number, checkedOn, result } }],
    }
  },
})

const medium = z.object({
  id: z.string(),
  fonds: z.string(),
  number: z.number(),
  kind: z.enum(mediumKindCodes),
  capacity: z.string(),
  content: z.string(),
  place: z.string(),
  madeOn: z.string(),
  state: z.enum(['sound', 'faulty', 'replaced']),
  checkDueOn: z.string().nullable(),
  rewriteDueOn: z.string().nullable(),
  /** The last check that was entered. */
  checkedOn: z.string().nullable(),
  note: z.string().nullable(),
})

/** The register of media 载体登记簿, newest first; or what is due within thirty days 到期检查, the longest due first (S5.5). */
export const listMedia = query({
  name: 'medium.list',
  title: '载体登记簿',
  titleEn: 'Register of media',
  permission: 'medium.list',
  rules: ['S5.5'],
  input: z.strictObject({
    due: z.boolean().default(false).meta({ title: '只看到期的', titleEn: 'Due only' }),
    after: After,
    limit: Limit,
  }),
  output: z.object({ media: z.array(medium), next: z.string().nullable() }),
  async run({ tx, now }, { due, after, limit }) {
    const [dueOn = '', id = ''] = after?.split(' ') ?? []
    const soon = dayOf(new Date(now.getTime() + noticeDays * 86_400_000))
    const rows = await tx
      .selectFrom('medium')
      .innerJoin('fonds', 'fonds.id', 'medium.fonds_id')
      .leftJoinLateral(
        eb =>
          eb
            .selectFrom('medium_check')
            .select(['checked_on', 'note'])
            .whereRef('medium_id', '=', 'medium.id')
            .orderBy('id', 'desc')
            .limit(1)
            .as('last'),
        join => join.onTrue(),
      )
      .select(['medium.id', 'fonds.code as fonds', 'number', 'capacity', 'content', 'place', 'made_on as madeOn'])
      .select(['check_due_on as checkDueOn', 'rewrite_due_on as rewriteDueOn', 'due_on as dueOn'])
      .select(['last.checked_on as checkedOn', 'last.note'])
      .select([sql<MediumKind>`kind`.as('kind'), sql<'sound' | 'faulty' | 'replaced'>`state`.as('state')])
      .$if(due, media => media.where('due_on', '<=', soon).orderBy('due_on').orderBy('medium.id'))
      .$if(due && id !== '', media =>
        media.where(({ eb, refTuple, tuple }) => eb(refTuple('due_on', 'medium.id'), '>', tuple(dueOn, id))),
      )
      .$if(!due, media => media.orderBy('medium.id', 'desc'))
      .$if(!due && id !== '', media => media.where('medium.id', '<', id))
      .limit(limit + 1)
      .execute()
    const media = rows.slice(0, limit)
    const last = media.at(-1)
    return { media, next: rows.length > limit && last ? `${last.dueOn ?? '-'} ${last.id}` : null }
  },
})
