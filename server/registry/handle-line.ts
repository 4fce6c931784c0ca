import { z } from 'zod'
import { lineCode } from '../../domain/registry/line-input.ts'
import { assertOpen } from '../../domain/registry/line-life.ts'
import { refuseRegistry } from '../../domain/registry/refusals.ts'
import { ForwardId, LineId } from '../../domain/shared/ids.ts'
import { type Context, command } from '../platform/operation.ts'
import { isMine } from './forwards.sql.ts'
import { lockLine } from './lines.sql.ts'

const mine = { lineId: LineId, forwardId: ForwardId }

/** Mark a line that was forwarded to one as read 已阅. */
export const readForward = command({
  name: 'line.read',
  title: '阅文',
  titleEn: 'Mark a line as read',
  permission: 'line.handle',
  rules: ['S1.1'],
  input: z.strictObject(mine),
  output: z.object({ lineId: z.string() }),
  async run(ctx, { lineId, forwardId }) {
    const { line, forward } = await lockMine(ctx, lineId, forwardId)
    if (forward.read_at !== null) refuseRegistry('forward.handled')
    await ctx.tx
      .updateTable('register_forward')
      .set({ read_by: ctx.actor.personId, read_at: ctx.now })
      .where('id', '=', forwardId)
      .execute()
    return { output: { lineId }, events: [{ name: 'line.read', subject: lineId, data: { code: lineCode(line) } }] }
  },
})

/** Say how a line that was forwarded to one was handled 办理; that also tells that it was read. */
export const handleForward = command({
  name: 'line.handle',
  title: '办理',
  titleEn: 'Handle a line',
  permission: 'line.handle',
  rules: ['S1.1'],
  input: z.strictObject({
    ...mine,
    note: z.string().trim().min(1).max(500).meta({ title: '办理意见', titleEn: 'What was done' }),
  }),
  output: z.object({ lineId: z.string() }),
  async run(ctx, { lineId, forwardId, note }) {
    const { tx, actor, now } = ctx
    const { line, forward } = await lockMine(ctx, lineId, forwardId)
    await tx
      .updateTable('register_forward')
      .set({
        note,
        handled_by: actor.personId,
        handled_at: now,
        ...(forward.read_at === null && { read_by: actor.personId, read_at: now }),
      })
      .where('id', '=', forwardId)
      .execute()
    return {
      output: { lineId },
      events: [{ name: 'line.handled', subject: lineId, data: { code: lineCode(line), note } }],
    }
  },
})

/** A forwarding to who asks, as long as it waits for them. */
async function lockMine({ tx, actor }: Context, lineId: string, forwardId: string) {
  const line = await lockLine(tx, actor, lineId)
  assertOpen(line)
  const forward =
    (await tx
      .selectFrom('register_forward')
      .select(['read_at', 'handled_at'])
      .where('id', '=', forwardId)
      .where('line_id', '=', lineId)
      .where(isMine(actor))
      .forUpdate()
      .executeTakeFirst()) ?? refuseRegistry('forward.unknown')
  if (forward.handled_at !== null) refuseRegistry('forward.handled')
  return { line, forward }
}
