import { z } from 'zod'
import { assertKeepsLine } from '../../domain/registry/keeping.ts'
import { lineCode } from '../../domain/registry/line-input.ts'
import { stateOf } from '../../domain/registry/line-life.ts'
import { type LinkKind, linkKindCodes } from '../../domain/registry/links.ts'
import { refuseRegistry } from '../../domain/registry/refusals.ts'
import { LineId } from '../../domain/shared/ids.ts'
import { type Context, command } from '../platform/operation.ts'
import { lockLines } from './lines.sql.ts'

const two = { fromId: LineId, toId: LineId }

/** Link two lines 关联 that belong together (S14.3): `fromId` is the reply, the draft, the annex, or what passes the other on. */
export const linkLines = command({
  name: 'line.link',
  title: '关联登记',
  titleEn: 'Link two lines',
  permission: 'line.edit',
  rules: ['S1.1', 'S14.3'],
  input: z.strictObject({ ...two, kind: z.enum(linkKindCodes).meta({ title: '关系', titleEn: 'Tie' }) }),
  output: z.object({ fromId: z.string(), toId: z.string() }),
  async run(ctx, { fromId, toId, kind }) {
    const { from, to } = await lockTwo(ctx, fromId, toId)
    await ctx.tx
      .insertInto('register_link')
      .values({ from_id: fromId, to_id: toId, kind, linked_by: ctx.actor.personId ?? '', linked_at: ctx.now })
      .execute()
    return {
      output: { fromId, toId },
      events: [
        { name: 'line.linked', subject: fromId, data: { code: lineCode(from), other: lineCode(to), kind } },
        { name: 'line.linked', subject: toId, data: { code: lineCode(to), other: lineCode(from), kind } },
      ],
    }
  },
})

/** Unlink two lines 解除关联, as long as neither has become an item. */
export const unlinkLines = command({
  name: 'line.unlink',
  title: '解除关联',
  titleEn: 'Unlink two lines',
  permission: 'line.edit',
  rules: ['S14.3'],
  input: z.strictObject(two),
  output: z.object({ fromId: z.string(), toId: z.string() }),
  async run(ctx, { fromId, toId }) {
    const { from, to } = await lockTwo(ctx, fromId, toId)
    if (stateOf(from) === 'itemised' || stateOf(to) === 'itemised') refuseRegistry('link.bound')
    const { kind } =
      (await ctx.tx
        .deleteFrom('register_link')
        .where('from_id', '=', fromId)
        .where('to_id', '=', toId)
        .returning('kind')
        .executeTakeFirst()) ?? refuseRegistry('link.unknown')
    const data = { kind: kind as LinkKind }
    return {
      output: { fromId, toId },
      events: [
        { name: 'line.unlinked', subject: fromId, data: { ...data, code: lineCode(from), other: lineCode(to) } },
        { name: 'line.unlinked', subject: toId, data: { ...data, code: lineCode(to), other: lineCode(from) } },
      ],
    }
  },
})

/** Both lines, seen by who links them and one of them kept by them. */
async function lockTwo({ tx, actor }: Context, fromId: string, toId: string) {
  if (fromId === toId) refuseRegistry('link.oneself')
  const lines = await lockLines(tx, actor, [fromId, toId])
  const from = lines.get(fromId) ?? refuseRegistry('line.unknown')
  const to = lines.get(toId) ?? refuseRegistry('line.unknown')
  assertKeepsLine(actor, from.unit_id)
  return { from, to }
}
