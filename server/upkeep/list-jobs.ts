import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../platform/operation.ts'

/** Background work 后台任务: how much waits, how much has failed and will be tried again, and the long jobs of late. */
export const listJobs = query({
  name: 'job.list',
  title: '后台任务',
  titleEn: 'Background work',
  permission: 'job.list',
  rules: [],
  input: z.strictObject({}),
  output: z.object({
    waiting: z.number(),
    failing: z.number(),
    long: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        labelEn: z.string(),
        done: z.number(),
        total: z.number(),
        state: z.string(),
        failure: z.string().nullable(),
        startedAt: z.string(),
      }),
    ),
  }),
  async run({ tx }) {
    const counted = await sql<{ waiting: number; failing: number }>`
      select count(*) filter (where attempts = 0) as waiting, count(*) filter (where attempts > 0) as failing from graphile_worker.jobs`.execute(
      tx,
    )
    const rows = await tx.selectFrom('job_progress').selectAll().orderBy('id', 'desc').limit(50).execute()
    return {
      ...(counted.rows[0] ?? { waiting: 0, failing: 0 }),
      long: rows.map(row => ({
        id: row.id,
        label: row.label,
        labelEn: row.label_en,
        done: row.done,
        total: row.total,
        state: row.state,
        failure: row.failure,
        startedAt: row.started_at,
      })),
    }
  },
})
