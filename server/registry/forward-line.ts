import { z } from 'zod'
import type { AuditEvent } from '../../domain/events.ts'
import { assertKeepsLine, keepsLine } from '../../domain/registry/keeping.ts'
import { lineCode } from '../../domain/registry/line-input.ts'
import { assertStep } from '../../domain/registry/line-life.ts'
import { refuseRegistry } from '../../domain/registry/refusals.ts'
import { ForwardId, LineId, PersonId, UnitId } from '../../domain/shared/ids.ts'
import { newId } from '../platform/ids.ts'
import { type Context, command, type NonEmpty } from '../platform/operation.ts'
import { isMine } from './forwards.sql.ts'
import { type LineRow, lockLine } from './lines.sql.ts'

interface Recipient {
  readonly unitId: string | null
  readonly personId: string | null
  readonly name: string
}

/** Forward a line 分发 to units and people, to be read or handled by a day; nobody gets what they are not cleared for (S17.4). */
export const forwardLine = command({
  name: 'line.forward',
  title: '分发',
  titleEn: 'Forward a line',
  permission: 'line.forward',
  rules: ['S1.1', 'S17.4'],
  input: z.strictObject({
    lineId: LineId,
    unitIds: z.array(UnitId).max(100).default([]).meta({ title: '部门', titleEn: 'Units' }),
    personIds: z.array(PersonId).max(100).default([]).meta({ title: '人员', titleEn: 'People' }),
    asks: z.string().trim().max(500).default('').meta({ title: '拟办意见', titleEn: 'What is asked' }),
    dueOn: z.iso.date().nullable().default(null).meta({ title: '办理期限', titleEn: 'Due on' }),
  }),
  output: z.object({ lineId: z.string(), forwarded: z.number() }),
  async run(ctx, { lineId, unitIds, personIds, asks, dueOn }) {
    const { tx, actor, now } = ctx
    const line = await lockLine(tx, actor, lineId)
    await assertMayForward(ctx, line)
    assertStep(line, 'circulating')
    const recipients = [...(await unitsNamed(ctx, unitIds)), ...(await peopleCleared(ctx, line, personIds))]
    const events: AuditEvent[] = []
    for (const { name, unitId, personId } of recipients) {
      const { numInsertedOrUpdatedRows: added } = await tx
        .insertInto('register_forward')
        .values({
          id: newId('fwd'),
          line_id: lineId,
          unit_id: unitId,
          person_id: personId,
          asks,
          due_on: dueOn,
          forwarded_by: actor.personId ?? '',
          forwarded_at: now,
        })
        .onConflict(conflict => conflict.constraint('register_forward_once').doNothing())
        .executeTakeFirst()
      if (!added) refuseRegistry('forward.twice', { name })
      events.push({ name: 'line.forwarded', subject: lineId, data: { code: lineCode(line), to: name, dueOn } })
    }
    if (!isFilled(events)) return refuseRegistry('forward.nobody')
    await tx
      .updateTable('register_line')
      .set({ state: 'circulating', revision: line.revision + 1 })
      .where('id', '=', lineId)
      .execute()
    return { output: { lineId, forwarded: events.length }, events }
  },
})

const isFilled = (events: readonly AuditEvent[]): events is NonEmpty<AuditEvent> => events.length > 0

/** Who keeps a line forwards it, and who had it forwarded passes it on. */
async function assertMayForward({ tx, actor }: Context, line: LineRow): Promise<void> {
  if (keepsLine(actor, line.unit_id)) return
  const mine = await tx
    .selectFrom('register_forward')
    .select('id')
    .where('line_id', '=', line.id)
    .where(isMine(actor))
    .limit(1)
    .executeTakeFirst()
  if (!mine) refuseRegistry('line.foreign')
}

async function unitsNamed({ tx }: Context, ids: readonly string[]): Promise<Recipient[]> {
  if (ids.length === 0) return []
  const units = await tx.selectFrom('unit').select(['id', 'name']).where('id', 'in', ids).orderBy('id').execute()
  return units.map(({ id, name }) => ({ unitId: id, personId: null, name }))
}

/** The people as they are now; one whose clearance ends below the line's secrecy stops all of it (S17.4). */
async function peopleCleared({ tx }: Context, line: LineRow, ids: readonly string[]): Promise<Recipient[]> {
  if (ids.length === 0) return []
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name', 'clearance'])
    .where('id', 'in', ids)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute()
  const uncleared = people.filter(({ clearance }) => clearance < line.secrecy)
  if (uncleared.length > 0)
    refuseRegistry('forward.not-cleared', { name: uncleared.map(({ name }) => name).join('、') })
  return people.map(({ id, name }) => ({ unitId: null, personId: id, name }))
}

/** Recall a forwarding 撤回分发 that nobody has handled yet. */
export const recallForward = command({
  name: 'line.recall',
  title: '撤回分发',
  titleEn: 'Recall a forwarding',
  permission: 'line.forward',
  rules: ['S1.1'],
  input: z.strictObject({ lineId: LineId, forwardId: ForwardId }),
  output: z.object({ lineId: z.string() }),
  async run({ tx, actor }, { lineId, forwardId }) {
    const line = await lockLine(tx, actor, lineId)
    assertKeepsLine(actor, line.unit_id)
    const forward =
      (await tx
        .selectFrom('register_forward')
        .leftJoin('unit', 'unit.id', 'unit_id')
        .leftJoin('person', 'person.id', 'person_id')
        .select(['handled_at', 'due_on', 'unit.name as unit', 'person.name as person'])
        .where('register_forward.id', '=', forwardId)
        .where('line_id', '=', lineId)
        .executeTakeFirst()) ?? refuseRegistry('forward.unknown')
    if (forward.handled_at !== null) refuseRegistry('forward.handled')
    await tx.deleteFrom('register_forward').where('id', '=', forwardId).execute()
    const data = { code: lineCode(line), to: forward.unit ?? forward.person ?? '', dueOn: forward.due_on }
    return { output: { lineId }, events: [{ name: 'line.recalled', subject: lineId, data }] }
  },
})
