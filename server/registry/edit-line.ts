import { z } from 'zod'
import { assertCleared } from '../../domain/holdings/item-life.ts'
import { assertKeepsLine } from '../../domain/registry/keeping.ts'
import { lineCode, lineInput } from '../../domain/registry/line-input.ts'
import { assertOpen, assertStep } from '../../domain/registry/line-life.ts'
import { refuseRegistry } from '../../domain/registry/refusals.ts'
import { LineId } from '../../domain/shared/ids.ts'
import { changesBetween } from '../holdings/changes.ts'
import { command } from '../platform/operation.ts'
import { type LineRow, lineColumns, lineGrams, lockLine, nextUnitNumber } from './lines.sql.ts'

const Revision = z.int().min(1).meta({ title: '修改次数', titleEn: 'Revision' })

/** Edit a line 修改登记: everything but its number; a change made meanwhile is noticed (S1.1). */
export const editLine = command({
  name: 'line.edit',
  title: '修改登记',
  titleEn: 'Edit a line',
  permission: 'line.edit',
  rules: ['S1.1'],
  input: lineInput.extend({ lineId: LineId, revision: Revision }),
  output: z.object({ lineId: z.string(), revision: z.number() }),
  async run({ tx, actor }, { lineId, revision, ...input }) {
    const line = await lockLine(tx, actor, lineId)
    assertKeepsLine(actor, line.unit_id)
    assertKeepsLine(actor, input.unitId)
    assertCleared(actor, input.secrecy)
    assertOpen(line)
    if (line.revision !== revision) refuseRegistry('line.changed', { revision: line.revision })
    assertSameYear(line, input.registeredOn)
    const next = { ...lineColumns(input), unit_id: input.unitId }
    const { before, after } = changesBetween({ ...line }, next)
    if (Object.keys(after).length === 0) return refuseRegistry('line.nothing-changed')
    const unitSerial =
      input.unitId === line.unit_id ? line.unit_serial : await nextUnitNumber(tx, { ...line, unit_id: input.unitId })
    await tx
      .updateTable('register_line')
      .set({ ...next, unit_serial: unitSerial, grams: lineGrams(input), revision: revision + 1 })
      .where('id', '=', lineId)
      .execute()
    return {
      output: { lineId, revision: revision + 1 },
      events: [{ name: 'line.edited', subject: lineId, data: { code: lineCode(line), before, after } }],
    }
  },
})

/** Refuses a day of another year, because the number belongs to the year (S1.1). */
function assertSameYear(line: LineRow, day: string): void {
  if (Number(day.slice(0, 4)) !== line.year)
    refuseRegistry('line.other-year', { code: lineCode(line), year: line.year })
}

/** Void a line 作废 with its reason: it stays in the book and its number is never used again (S1.1). */
export const voidLine = command({
  name: 'line.void',
  title: '作废登记',
  titleEn: 'Void a line',
  permission: 'line.void',
  rules: ['S1.1'],
  input: z.strictObject({
    lineId: LineId,
    reason: z.string().trim().min(2).max(300).meta({ title: '原因', titleEn: 'Reason' }),
  }),
  output: z.object({ lineId: z.string() }),
  async run({ tx, actor }, { lineId, reason }) {
    const line = await lockLine(tx, actor, lineId)
    assertKeepsLine(actor, line.unit_id)
    assertStep(line, 'voided')
    await tx
      .updateTable('register_line')
      .set({ state: 'voided', void_reason: reason, revision: line.revision + 1 })
      .where('id', '=', lineId)
      .execute()
    return {
      output: { lineId },
      events: [{ name: 'line.voided', subject: lineId, data: { code: lineCode(line), reason } }],
    }
  },
})
