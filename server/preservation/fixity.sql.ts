import { sql } from 'kysely'
import type { FixityState } from '../../domain/preservation/fixity.ts'
import type { Reads, Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { enqueue, type JobCall } from '../platform/jobs.ts'
import { openProgress } from '../platform/progress.ts'
import type { Examined } from '../store/ocfl/examine.ts'

/** Opens a run that goes on where the last one ended; one that is open already refuses it. */
export async function openRun(
  tx: Tx,
  call: JobCall<{ runId: string }>,
  { whole, by, at }: { whole: boolean; by: string | null; at: Date },
): Promise<string> {
  const last = await tx.selectFrom('fixity_run').select('cursor').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const id = newId('fixity')
  const jobId = await openProgress(tx, { zh: '固化检查', en: 'Fixity check' }, by)
  await tx
    .insertInto('fixity_run')
    .values({ id, job_id: jobId, whole, started_by: by, started_at: at, cursor: last?.cursor ?? '' })
    .execute()
  await enqueue(tx, call, { runId: id }, `fixity:${id}`)
  return id
}

/** Id of the run that is going on. */
export const openRunId = async (reads: Reads): Promise<string | undefined> =>
  (await reads.selectFrom('fixity_run').select('id').where('state', '=', 'running').executeTakeFirst())?.id

/** Things found damaged before a run and not read again since. */
export async function suspects(reads: Reads, runId: string, limit: number): Promise<string[]> {
  const rows = await reads
    .selectFrom('fixity_finding')
    .select('thing')
    .distinct()
    .where('open', '=', true)
    .where('run_id', '<>', runId)
    .orderBy('thing')
    .limit(limit)
    .execute()
  return rows.map(({ thing }) => thing)
}

/** How many of them there are. */
export async function countSuspects(reads: Reads, runId: string): Promise<number> {
  const { count } = await reads
    .selectFrom('fixity_finding')
    .select(found => found.fn.count<number>('thing').distinct().as('count'))
    .where('open', '=', true)
    .where('run_id', '<>', runId)
    .executeTakeFirstOrThrow()
  return count
}

/** Ends a run and answers what it had counted; undefined when it had ended already. */
export async function closeRun(tx: Tx, runId: string, state: FixityState, at: Date) {
  return await tx
    .updateTable('fixity_run')
    .set({ state, ended_at: at })
    .where('id', '=', runId)
    .where('state', '=', 'running')
    .returning(['job_id', 'objects', 'files', 'bytes', 'damaged'])
    .executeTakeFirst()
}

/** One thing that was read: `cursor` only where it was its turn. */
export interface Reading extends Examined {
  readonly thing: string
  readonly cursor?: string | undefined
}

/** Notes what was read of one thing; undefined when the run was stopped meanwhile. */
export async function noteReading(
  tx: Tx,
  runId: string,
  { reading, at }: { reading: Reading; at: Date },
): Promise<'sound' | 'damaged' | 'mended' | 'still-damaged' | undefined> {
  const { thing, faults, files, bytes, cursor } = reading
  const counted = await tx
    .updateTable('fixity_run')
    .set({
      objects: sql`objects + 1`,
      files: sql`files + ${files}`,
      bytes: sql`bytes + ${bytes}`,
      // What was read again first is met once more in its turn, and counts once.
      damaged: sql`damaged + (${faults.length > 0} and not exists (select from fixity_finding where run_id = ${runId} and thing = ${thing}))::int`,
      ...(cursor !== undefined && { cursor }),
    })
    .where('id', '=', runId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (counted.numUpdatedRows === 0n) return undefined
  const closed = await tx
    .updateTable('fixity_finding')
    .set({ open: false })
    .where('thing', '=', thing)
    .where('open', '=', true)
    .executeTakeFirst()
  const known = closed.numUpdatedRows > 0n
  if (faults.length === 0) return known ? 'mended' : 'sound'
  await tx
    .insertInto('fixity_finding')
    .values(faults.map(({ fault, path }) => ({ run_id: runId, thing, fault, path, found_at: at })))
    .onConflict(conflict => conflict.columns(['run_id', 'thing', 'fault', 'path']).doUpdateSet({ open: true }))
    .execute()
  return known ? 'still-damaged' : 'damaged'
}
