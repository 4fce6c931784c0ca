import { z } from 'zod'
import { job } from '../platform/jobs.ts'

/** Removes prints whose day is over; the trail keeps who printed what. */
export const sweepPrints = job({
  name: 'form.sweep',
  payload: z.unknown(),
  async run({ runtime, log }) {
    const { numDeletedRows } = await runtime.db
      .deleteFrom('print_run')
      .where('expires_at', '<', runtime.clock().toISOString())
      .executeTakeFirst()
    if (numDeletedRows > 0n) log.info({ prints: Number(numDeletedRows) }, 'prints whose day is over were removed')
  },
})
