import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'

const serversKey = 7_022_016
const tries = 10
const waitMs = 200

/**
 * Says to the database that this server is running its jobs, for as long as the answer is not released; and if no other server says so,
 * frees the jobs that a killed one still seems to hold: the workers themselves would wait four hours for it.
 */
export async function holdJobs(pool: pg.Pool): Promise<{ release(): Promise<void> }> {
  const client = await pool.connect()
  // A connection of the one that was killed may take a moment to be noticed as gone.
  for (let attempt = 0; attempt < tries; attempt++) {
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [serversKey])
    if (rows[0]?.alone) {
      await client.query(
        `select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`,
      )
      break
    }
    await wait(waitMs)
  }
  await client.query('select pg_advisory_lock_shared($1)', [serversKey])
  await client.query('select pg_advisory_unlock($1)', [serversKey])
  return {
    async release() {
      await client.query('select pg_advisory_unlock_shared($1)', [serversKey]).catch(() => undefined)
      client.release()
    },
  }
}
