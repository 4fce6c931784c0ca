import { z } from 'zod'
import { type Actor, systemActor } from '../../domain/access/actor.ts'
import { type Finding, isMust } from '../../domain/arrangement/quality/checks.ts'
import { examineItem } from '../../domain/arrangement/quality/examine-item.ts'
import { Tally } from '../../domain/arrangement/quality/summarise.ts'
import { type FilingFault, replaceFilingFaults } from '../holdings/filing-faults.sql.ts'
import { type JobContext, job } from '../platform/jobs.ts'
import { endProgress, reportProgress } from '../platform/progress.ts'
import { examineWhole } from './examine-whole.ts'
import { factsOf, portionsOf, type Scope } from './gather-facts.ts'
import { addFaults, endRun, readRun } from './quality.sql.ts'

const grant = z.strictObject({
  units: z.union([z.literal('all'), z.array(z.string())]),
  kinds: z.union([z.literal('all'), z.array(z.string())]),
  filedOnly: z.boolean(),
  publicOnly: z.boolean(),
})

/** Whose eyes a check looks with: it judges and counts only what whoever started it may see. */
export const eyes = z.strictObject({ clearance: z.number(), reads: z.array(grant) })

/** Checks everything of a run that is not filed (DA/T 70, S14.2): each item by itself with its bytes, then all of them together. */
export const checkItems = job({
  name: 'arrangement.check-items',
  payload: z.strictObject({
    runId: z.string(),
    seriesId: z.string().nullable(),
    ids: z.array(z.string()).nullable(),
    total: z.number(),
    eyes,
  }),
  async run(context, { runId, seriesId, ids, total, eyes: sight }) {
    const { db } = context.runtime
    const run = await readRun(db, runId)
    if (run?.state !== 'running') return
    const actor = { ...systemActor, ...sight }
    try {
      const finished = await checkAll(context, { runId, jobId: run.job_id, actor, scope: { seriesId, ids }, total })
      await endProgress(db, run.job_id, finished ? 'finished' : 'cancelled')
    } catch (error) {
      await endProgress(db, run.job_id, 'failed', String(error))
      await context.act(async ({ tx }) => {
        await endRun(tx, runId, { state: 'failed', at: context.runtime.clock() })
        return { output: null, events: [{ name: 'check.finished', subject: runId, data: { items: 0, failed: 0 } }] }
      })
    }
  },
})

interface Checking {
  readonly runId: string
  readonly jobId: string
  readonly actor: Actor
  readonly scope: Scope
  readonly total: number
}

async function checkAll(
  { runtime, act }: JobContext,
  { runId, jobId, actor, scope, total }: Checking,
): Promise<boolean> {
  const { db } = runtime
  const tally = new Tally()
  const counted = { items: 0, files: 0, bytes: 0, foundBytes: 0, failed: 0 }
  const step = () => reportProgress(db, jobId, { done: counted.items, total })
  for await (const rows of portionsOf(db, actor, scope)) {
    const faults: FilingFault[] = []
    for (const row of rows) {
      const facts = await factsOf(runtime, row)
      const findings = examineItem(facts)
      for (const finding of findings) tally.add(finding)
      faults.push(...faultsOf(row.id, findings))
      counted.items += 1
      counted.failed += findings.some(({ outcome }) => outcome === 'fail') ? 1 : 0
      counted.files += facts.files.length
      for (const { size, found } of facts.files) {
        counted.bytes += size
        counted.foundBytes += found?.size ?? 0
      }
    }
    await db.transaction().execute(async tx => {
      await addFaults(tx, runId, faults)
      const must = faults.filter(({ code }) => isMust(code as Finding['code']))
      await replaceFilingFaults(
        tx,
        rows.map(({ id }) => id),
        must,
      )
    })
    if (!(await step())) return false
  }
  const results = tally.results(await examineWhole(db, actor, scope, counted))
  await step()
  await act(async ({ tx }) => {
    await endRun(tx, runId, { state: 'finished', at: runtime.clock(), ...counted, results })
    const { items, failed } = counted
    return { output: null, events: [{ name: 'check.finished', subject: runId, data: { items, failed } }] }
  })
  return true
}

const faultsOf = (itemId: string, findings: readonly Finding[]): FilingFault[] =>
  findings.flatMap(({ code, outcome, zh = '', en = '' }) => (outcome === 'fail' ? [{ itemId, code, zh, en }] : []))
