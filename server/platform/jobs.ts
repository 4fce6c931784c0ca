import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import type { z } from 'zod'
import { systemActor } from '../../domain/access/actor.ts'
import { record } from './audit.ts'
import type { Tx } from './db.ts'
import { holdJobs } from './job-locks.ts'
import type { Context, Outcome } from './operation.ts'
import type { Runtime } from './runtime.ts'

/** What a job may use: the database, and one way to change it that leaves a trace. */
export interface JobContext {
  readonly runtime: Runtime
  readonly log: Log
  /** Runs one change in a transaction of its own, written into the trail under the job's name. */
  act<T>(change: (ctx: Context) => Promise<Outcome<T> | null>): Promise<T | null>
}

/** The few words of a logger that our code uses. */
export interface Log {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** What somebody who asks for a job has to know of it. */
export interface JobCall<P = unknown> {
  readonly name: string
  readonly payload: z.ZodType<P>
  /** Work that may wait: one job of the lane at a time, and only when nothing else is to be done. */
  readonly lane?: string
}

export interface Job<P = unknown> extends JobCall<P> {
  run(job: JobContext, payload: P): Promise<void>
}

/** Any job, once its types have done their work; the workers pass only what `payload` has parsed. */
export interface AnyJob {
  readonly name: string
  readonly payload: z.ZodType
  run(job: JobContext, payload: unknown): Promise<void>
}

/** Work that must happen once a command has committed: text extraction, the storage root, a seal. */
export const job = <P>(definition: Job<P>): Job<P> => definition

/** Adds a job inside the caller's transaction: it runs if and only if the change commits. A `key` keeps one waiting job per thing. */
export const enqueue = <P>(tx: Tx, task: JobCall<P>, payload: P, key?: string): Promise<void> =>
  enqueueAll(tx, task, [{ payload, key }])

/** Adds one job per payload with a single statement. */
export async function enqueueAll<P>(
  tx: Tx,
  { name, lane }: JobCall<P>,
  payloads: readonly { readonly payload: P; readonly key: string | undefined }[],
): Promise<void> {
  if (payloads.length === 0) return
  const common = { identifier: name, max_attempts: 10, queue_name: lane, priority: lane ? 100 : 0 }
  const specs = JSON.stringify(payloads.map(({ payload, key }) => ({ ...common, payload, job_key: key })))
  const records = sql`select json_populate_record(null::graphile_worker.job_spec, s) from json_array_elements(${specs}::json) s`
  await sql`select graphile_worker.add_jobs(array(${records}))`.execute(tx)
}

export interface JobRunner {
  stop(): Promise<void>
}

/** Starts the workers; `stop` lets running jobs finish. */
export async function startJobs(options: {
  readonly pool: pg.Pool
  readonly runtime: Runtime
  readonly log: Log
  readonly jobs: readonly AnyJob[]
  readonly schedule: readonly { readonly task: string; readonly match: string }[]
  readonly concurrency: number
  /** Puts back work that was lost: once no dead worker holds a job any more, and before any of ours takes one. */
  resume?(): Promise<unknown>
}): Promise<JobRunner> {
  const { pool, log, schedule, concurrency } = options
  const hold = await holdJobs(pool)
  await options.resume?.()
  const runner: Runner = await run({
    pgPool: pool,
    taskList: taskListOf(options),
    parsedCronItems: parseCronItems([...schedule]),
    concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: workerLog(log),
  })
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'job workers ended'))
  return {
    async stop() {
      await runner.stop()
      await hold.release()
    },
  }
}

/** The jobs as the worker library wants them: each payload is parsed before it is trusted. */
export function taskListOf({
  runtime,
  log,
  jobs,
}: {
  readonly runtime: Runtime
  readonly log: Log
  readonly jobs: readonly AnyJob[]
}): TaskList {
  return Object.fromEntries(
    jobs.map(task => [
      task.name,
      async (payload: unknown) => task.run(contextFor(runtime, log, task.name), task.payload.parse(payload ?? {})),
    ]),
  )
}

function contextFor(runtime: Runtime, log: Log, name: string): JobContext {
  return {
    runtime,
    log,
    act: change =>
      runtime.db.transaction().execute(async tx => {
        const now = runtime.clock()
        const outcome = await change({ tx, actor: systemActor, now })
        if (outcome === null || 'refused' in outcome) return null
        await record(tx, { actor: systemActor, operation: name, requestId: 'job', now }, outcome.events)
        return outcome.output
      }),
  }
}

/** The worker's own words go to our log, but only those of trouble: each job logs its own work. */
export function workerLog(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error') log.error({ ...meta }, message)
    else if (level === 'warning') log.warn({ ...meta }, message)
  })
}
