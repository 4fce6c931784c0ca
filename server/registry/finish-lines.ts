import { z } from 'zod'
import { refuseAccess } from '../../domain/access/refusals.ts'
import { assertKeepsLine, keepsWholeBook } from '../../domain/registry/keeping.ts'
import { lineCode } from '../../domain/registry/line-input.ts'
import { assertStep } from '../../domain/registry/line-life.ts'
import { refuseRegistry } from '../../domain/registry/refusals.ts'
import { UnitId } from '../../domain/shared/ids.ts'
import { command } from '../platform/operation.ts'
import { bulkLineIds, bulkLinesOutput, forEachLine } from './bulk-lines.ts'
import { nextUnitNumber } from './lines.sql.ts'

/** Finish lines 办结 with what came of them; an empty outcome leaves what each says already. */
export const finishLines = command({
  name: 'line.finish',
  title: '办结',
  titleEn: 'Finish lines',
  permission: 'line.finish',
  rules: ['S1.1'],
  input: z.strictObject({
    ids: bulkLineIds,
    outcome: z.string().trim().max(1000).default('').meta({ title: '办理结果', titleEn: 'Outcome' }),
  }),
  output: bulkLinesOutput,
  run(ctx, { ids, outcome }) {
    return forEachLine(ctx, ids, async line => {
      assertKeepsLine(ctx.actor, line.unit_id)
      assertStep(line, 'done')
      const said = outcome || line.outcome
      await ctx.tx
        .updateTable('register_line')
        .set({ state: 'done', outcome: said, revision: line.revision + 1 })
        .where('id', '=', line.id)
        .execute()
      return { events: [{ name: 'line.finished', subject: line.id, data: { code: lineCode(line), outcome: said } }] }
    })
  },
})

/** Assign lines 交办 to the unit that answers for them; each gets the next number of that unit's own register (S5.2). */
export const assignLines = command({
  name: 'line.assign',
  title: '交办',
  titleEn: 'Assign lines to a unit',
  permission: 'line.assign',
  rules: ['S5.2'],
  input: z.strictObject({ ids: bulkLineIds, unitId: UnitId }),
  output: bulkLinesOutput,
  async run(ctx, { ids, unitId }) {
    const { tx, actor } = ctx
    const unit =
      (await tx.selectFrom('unit').select('code').where('id', '=', unitId).executeTakeFirst()) ??
      refuseAccess('unit.unknown')
    if (!keepsWholeBook(actor)) refuseRegistry('line.foreign')
    return forEachLine(ctx, ids, async line => {
      assertStep(line, 'done')
      if (line.unit_id === unitId) refuseRegistry('line.nothing-changed')
      await tx
        .updateTable('register_line')
        .set({
          unit_id: unitId,
          unit_serial: await nextUnitNumber(tx, { ...line, unit_id: unitId }),
          revision: line.revision + 1,
        })
        .where('id', '=', line.id)
        .execute()
      const data = { code: lineCode(line), unitId, unitCode: unit.code }
      return { events: [{ name: 'line.assigned', subject: line.id, data }] }
    })
  },
})
