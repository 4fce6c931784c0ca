import { setTimeout as wait } from 'node:timers/promises'
import { runOnce } from 'graphile-worker'
import type pg from 'pg'
import type { z } from 'zod'
import { stranger } from '../../domain/access/actor.ts'
import { readSetting, writeSetting } from '../access/access.sql.ts'
import { storeBuiltInKinds } from '../holdings/kinds.sql.ts'
import { jobs } from '../jobs.ts'
import { execute } from '../platform/execute.ts'
import { type Log, taskListOf, workerLog } from '../platform/jobs.ts'
import { migrate } from '../platform/migrate.ts'
import { type Progress, readProgress } from '../platform/progress.ts'
import type { Runtime } from '../platform/runtime.ts'
import { completeSetup, isSetUp, setupTokenKey } from '../setup/complete-setup.ts'
import { newSetupToken } from '../setup/first-run.ts'
import { refuseMaintenance } from './refusals.ts'

/** What the first run asks for. */
export type SetUpInput = Omit<z.input<typeof completeSetup.input>, 'token'>

/** Completes the first run as the page does, by the same command; answers the job of the sample, if one was asked for. */
export async function setUp(runtime: Runtime, pool: pg.Pool, input: SetUpInput): Promise<string | null> {
  await migrate(pool)
  await storeBuiltInKinds(runtime.db)
  if (await isSetUp(runtime.db)) refuseMaintenance('maintenance.set-up-before')
  const announced = await readSetting(runtime.db, setupTokenKey)
  try {
    const token = await newSetupToken(runtime)
    const call = { actor: stranger('local'), input: { ...input, token }, requestId: 'setup' }
    const { output } = await execute(runtime, completeSetup, call)
    return completeSetup.output.parse(output).jobId
  } catch (error) {
    // The link that a running server has printed must go on working after a refusal of ours.
    if (announced !== undefined)
      await runtime.db.transaction().execute(tx => writeSetting(tx, setupTokenKey, announced))
    throw error
  }
}

/** Who works on the waiting jobs while we watch: a running server, or we ourselves. */
export interface Watch {
  readonly runtime: Runtime
  readonly pool: pg.Pool
  readonly worksHere: boolean
  readonly log: Log
  onStep(progress: Progress): void
}

const lookEveryMs = 250

/** Sees a long job to its end, telling each step; answers how it ended. */
export async function watchJob(watch: Watch, jobId: string): Promise<Progress> {
  const { runtime, pool, log } = watch
  const working = watch.worksHere
    ? runOnce({
        pgPool: pool,
        taskList: taskListOf({ runtime, log, jobs }),
        noHandleSignals: true,
        logger: workerLog(log),
      })
    : Promise.resolve()
  const [progress] = await Promise.all([untilEnded(watch, jobId), working])
  return progress
}

async function untilEnded({ runtime, onStep }: Watch, jobId: string): Promise<Progress> {
  for (let told = ''; ; await wait(lookEveryMs)) {
    const progress = await readProgress(runtime.reads, jobId)
    if (!progress) throw new Error(`the job ${jobId} is gone`)
    const step = JSON.stringify(progress)
    if (step !== told) onStep(progress)
    told = step
    if (progress.state !== 'waiting' && progress.state !== 'running') return progress
  }
}
