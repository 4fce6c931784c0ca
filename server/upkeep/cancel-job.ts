import { z } from 'zod'
import { JobId } from '../../domain/shared/ids.ts'
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
    const job = await tx
      .updateTable('job_progress')
      .set({ cancel_requested: true })
      .where('id', '=', jobId)
      .where('state', 'in', ['waiting', 'running'])
      .returning('label')
      .executeTakeFirst()
    const label = job?.label ?? refusePlatform('job.ended')
    return { output: { jobId }, events: [{ name: 'job.cancelled', subject: jobId, data: { label } }] }
  },
})
