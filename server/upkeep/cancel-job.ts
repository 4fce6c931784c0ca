import { z } from 'zod'
import { JobId } from '../../domain/shared/ids.ts'
import type { Tx } from '../platform/db.ts'
import { command } from '../platform/operation.ts'
import { refusePlatform } from '../platform/refusals.ts'

/** Cancel a long job 取消任务: it stops at its next step; what it has done stays done. */
export const cancelJob = command({
  name: 'job.cancel',
  title: '取消任务',
  titleEn: 'Cancel a job',
  permission: 'job.cancel',
  rules: [],
  input: z.strictObject({ jobId: JobId }),
  output: z.object({ jobId: z.string() }),
  async run({ tx }, { jobId }) {
    const label = await requestStop(tx, jobId)
    return { output: { jobId }, events: [{ name: 'job.cancelled', subject: jobId, data: { label } }] }
  },
})

/** Asks a long job to stop at its next step; answers what it is called, and refuses when it has already ended. */
export async function requestStop(tx: Tx, jobId: string): Promise<string> {
  const job = await tx
    .updateTable('job_progress')
    .set({ cancel_requested: true })
    .where('id', '=', jobId)
    .where('state', 'in', ['waiting', 'running'])
    .returning('label')
    .executeTakeFirst()
  return job?.label ?? refusePlatform('job.ended')
}
