import { z } from 'zod'
import { job } from '../platform/jobs.ts'

const dayMs = 86_400_000

/** Forgets what only a short while needs: keys of commands already answered, counts of past windows, ended sessions, old failures. */
export const sweepPlatform = job({
  name: 'platform.sweep',
  payload: z.unknown(),
  async run({ runtime }) {
    const ago = (days: number) => new Date(runtime.clock().getTime() - days * dayMs).toISOString()
    const { db } = runtime
    await db.deleteFrom('idempotency').where('at', '<', ago(7)).execute()
    await db.deleteFrom('rate_limit').where('window_start', '<', ago(1)).execute()
    await db.deleteFrom('job_progress').where('changed_at', '<', ago(90)).execute()
  },
})
