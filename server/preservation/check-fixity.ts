import { z } from 'zod'
import type { AuditEvent } from '../../domain/events.ts'
import { dailyShare, type FixityState } from '../../domain/preservation/fixity.ts'
import { fillIn, Refusal } from '../../domain/shared/refusal.ts'
import { countStored, storedAfter, storedObjectOf, storedState } from '../holdings/stored-things.sql.ts'
import { enqueue, type JobCall, type JobContext, job } from '../platform/jobs.ts'
import { endProgress, reportProgress } from '../platform/progress.ts'
import { examineObject } from '../store/ocfl/examine.ts'
import { assertPresent } from '../store/ocfl/root.ts'
import { closeRun, countSuspects, noteReading, openRun, openRunId, type Reading, suspects } from './fixity.sql.ts'

/** How long one turn keeps its worker before it goes to the end of the line, in milliseconds. */
const TURN_MS = 10_000

const AT_ONCE = 50

/** So many faults of one object go into the trail; the list has all of them. */
const MOST_IN_TRAIL = 20

/** Asks to go on with a run. */
export const fixityCall: JobCall<{ runId: string }> = {
  name: 'preservation.check-fixity',
  payload: z.strictObject({ runId: z.string() }),
  lane: 'fixity',
}

/**
 * Fixity check 固化检查: reads objects of the storage root from their first byte to their last and compares the digests; it changes nothing
 * there. What was damaged is read first, then on from where the last run ended. Each object is noted as soon as it is read, so that a run
 * that was killed goes on after it. The seals of the trail are read by the check of the trail.
 */
export const checkFixity = job({
  ...fixityCall,
  async run(context, { runId }) {
    try {
      await assertPresent(context.runtime.files.store)
      await takeTurn(context, runId)
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'store.absent')) throw error
      await end(context, runId, 'absent', fillIn(error.text, error.params, 'zh'))
    }
  },
})

/** The daily check: begins a run, or goes on with one that lost its job. */
export const checkFixityDaily = job({
  name: 'preservation.check-fixity-daily',
  payload: z.unknown(),
  async run({ act }) {
    await act(async ({ tx, now }) => {
      const open = await openRunId(tx)
      if (open !== undefined) {
        await enqueue(tx, fixityCall, { runId: open }, `fixity:${open}`)
        return null
      }
      const runId = await openRun(tx, fixityCall, { whole: false, by: null, at: now })
      return { output: null, events: [{ name: 'fixity.started', subject: runId, data: { whole: false } }] }
    })
  },
})

async function takeTurn(context: JobContext, runId: string): Promise<void> {
  const { db } = context.runtime
  const turnEnds = performance.now() + TURN_MS
  for (let run = await planned(context, runId); run; run = await planned(context, runId)) {
    const things = await nextThings(context, run)
    if (things.length === 0) return await end(context, runId, 'finished')
    for (const [at, next] of things.entries()) {
      const goOn = await reportProgress(db, run.job_id, { done: run.objects + at, total: run.planned })
      if (!goOn) return await end(context, runId, 'cancelled')
      if (!(await readOne(context, runId, next))) return await endProgress(db, run.job_id, 'cancelled')
      if (performance.now() >= turnEnds)
        return await db.transaction().execute(tx => enqueue(tx, fixityCall, { runId }, `fixity:${runId}`))
    }
  }
}

/** The run as it stands, with the number of objects it is to read; undefined once it has ended. */
async function planned({ runtime: { db } }: JobContext, runId: string) {
  const run = await db
    .selectFrom('fixity_run')
    .select(['id', 'job_id', 'whole', 'planned', 'objects', 'cursor'])
    .where('id', '=', runId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (!run || run.planned !== null) return run && { ...run, planned: run.planned ?? 0 }
  const stored = await countStored(db)
  // What is read again must not take the place of what is due, or many damaged objects would stop the round.
  const total = (run.whole ? stored : dailyShare(stored)) + (await countSuspects(db, runId))
  await db.updateTable('fixity_run').set({ planned: total }).where('id', '=', runId).execute()
  return { ...run, planned: total }
}

interface Next {
  readonly thing: string
  readonly cursor?: string
}

type Run = NonNullable<Awaited<ReturnType<typeof planned>>>

/** What is read next: what was damaged, then on from the last run's end and from the beginning after the last object. */
async function nextThings({ runtime: { db } }: JobContext, run: Run): Promise<Next[]> {
  const damaged = await suspects(db, run.id, AT_ONCE)
  if (damaged.length > 0) return damaged.map(thing => ({ thing }))
  const limit = Math.min(AT_ONCE, run.planned - run.objects)
  if (limit <= 0) return []
  const onward = await storedAfter(db, run.cursor, limit)
  const things = onward.length > 0 ? onward : await storedAfter(db, '', limit)
  return things.map(thing => ({ thing, cursor: thing }))
}

/** Reads one object and notes it; false when the run was stopped meanwhile. */
async function readOne({ runtime, log, act }: JobContext, runId: string, next: Next): Promise<boolean> {
  const { db, files } = runtime
  const examined = await examineObject(files.store, storedObjectOf(next.thing))
  const reading: Reading = { ...next, ...examined }
  if (examined.faults.length > 0) {
    const state = await storedState(db, next.thing)
    // What a killed writer left half published is completed when its job goes on, and what is gone from the catalogue is no loss.
    if (state === 'gone') Object.assign(reading, { faults: [] })
    if (state === 'being-written')
      Object.assign(reading, { faults: examined.faults.filter(({ fault }) => fault !== 'inventory') })
  }
  const { faults } = reading
  if (faults.length > 0)
    log.warn({ thing: next.thing, faults: faults.slice(0, MOST_IN_TRAIL) }, 'a stored object is damaged')
  let goOn = true
  await act(async ({ tx, now }) => {
    const noted = await noteReading(tx, runId, { reading, at: now })
    goOn = noted !== undefined
    const event = eventOf(noted, { runId, reading })
    return event ? { output: null, events: [event] } : null
  })
  return goOn
}

function eventOf(
  noted: Awaited<ReturnType<typeof noteReading>>,
  { runId, reading: { thing, faults } }: { runId: string; reading: Reading },
): AuditEvent | undefined {
  if (noted === 'mended') return { name: 'fixity.sound', subject: thing, data: { runId } }
  if (noted !== 'damaged') return undefined
  return { name: 'fixity.damaged', subject: thing, data: { runId, faults: faults.slice(0, MOST_IN_TRAIL) } }
}

async function end(
  { act }: JobContext,
  runId: string,
  state: Exclude<FixityState, 'running'>,
  failure?: string,
): Promise<void> {
  await act(async ({ tx, now }) => {
    const closed = await closeRun(tx, runId, state, now)
    if (!closed) return null
    const { job_id: jobId, ...counted } = closed
    await endProgress(tx, jobId, state === 'absent' ? 'failed' : state, failure)
    return { output: null, events: [{ name: 'fixity.ended', subject: runId, data: { state, ...counted } }] }
  })
}
