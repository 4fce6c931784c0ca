import { z } from 'zod'
import { refusePreservation } from '../../domain/preservation/refusals.ts'
import { FixityRunId } from '../../domain/shared/ids.ts'
import { command } from '../platform/operation.ts'
import { endProgress } from '../platform/progress.ts'
import { fixityCall } from './check-fixity.ts'
import { closeRun, openRun, openRunId } from './fixity.sql.ts'

/** Check fixity now 立即固化检查: today's share, or the whole store; what was damaged is read again first. */
export const runFixity = command({
  name: 'fixity.run',
  title: '固化检查',
  titleEn: 'Check fixity now',
  permission: 'fixity.run',
  rules: ['S5.5'],
  input: z.strictObject({
    whole: z.boolean().default(false).meta({ title: '全部', titleEn: 'The whole store' }),
  }),
  output: z.object({ runId: z.string() }),
  async run({ tx, actor, now }, { whole }) {
    if ((await openRunId(tx)) !== undefined) refusePreservation('fixity.under-way')
    const runId = await openRun(tx, fixityCall, { whole, by: actor.personId, at: now })
    return { output: { runId }, events: [{ name: 'fixity.started', subject: runId, data: { whole } }] }
  },
})

/** Stop a fixity check 停下固化检查: what has been read stays noted, and the next run goes on after it. */
export const cancelFixity = command({
  name: 'fixity.cancel',
  title: '停下固化检查',
  titleEn: 'Stop a fixity check',
  permission: 'fixity.run',
  rules: ['S5.5'],
  input: z.strictObject({ runId: FixityRunId }),
  output: z.object({ runId: z.string() }),
  async run({ tx, now }, { runId }) {
    const closed = (await closeRun(tx, runId, 'cancelled', now)) ?? refusePreservation('fixity.ended')
    await endProgress(tx, closed.job_id, 'cancelled')
    return { output: { runId }, events: [{ name: 'fixity.cancelled', subject: runId, data: {} }] }
  },
})
