import { z } from 'zod'
import { highestSerials } from '../../domain/import/check-codes.ts'
import { importRefusals, refuseImport } from '../../domain/import/refusals.ts'
import { ImportId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { actorOf } from '../access/actor-of.ts'
import type { PreparedItems } from '../holdings/prepare-items.ts'
import { registerMany } from '../holdings/register-many.ts'
import { record } from '../platform/audit.ts'
import { brokenConstraint } from '../platform/db.ts'
import { enqueue, job } from '../platform/jobs.ts'
import { command } from '../platform/operation.ts'
import { endProgress, openProgress, reportProgress } from '../platform/progress.ts'
import { refusePlatform } from '../platform/refusals.ts'
import type { Runtime } from '../platform/runtime.ts'
import { checkRows, countsOf, readingOf } from './check-import.ts'
import { type Found, type ImportRow, isCancelled, keepIssues, lockImport, moveImport } from './imports.sql.ts'
import { asRefusal } from './open-import.ts'
import { batchesOf, type Reading } from './reading.ts'

/** Import 导入: registers every row of a sheet that was checked, or none. */
export const runImport = command({
  name: 'import.run',
  title: '导入',
  titleEn: 'Import',
  permission: 'import.run',
  rules: ['S1.1', 'S1.2', 'S1.5'],
  input: z.strictObject({ importId: ImportId }),
  output: z.object({ importId: z.string() }),
  async run({ tx, actor }, { importId }) {
    const { name } = await lockImport(tx, actor, { id: importId, states: ['checked'] })
    await moveImport(tx, importId, { state: 'importing' })
    const jobId = await openProgress(tx, { zh: '导入', en: 'Importing' }, actor.personId)
    await tx.updateTable('import').set({ job_id: jobId }).where('id', '=', importId).execute()
    await enqueue(tx, registerRows, { importId })
    return { output: { importId }, events: [{ name: 'import.started', subject: importId, data: { name } }] }
  },
})

/** Stop an import 停下导入 while it is checked or imported; nothing of it is registered then. */
export const cancelImport = command({
  name: 'import.cancel',
  title: '停下导入',
  titleEn: 'Stop an import',
  permission: 'import.run',
  rules: ['S1.5'],
  input: z.strictObject({ importId: ImportId }),
  output: z.object({ importId: z.string() }),
  async run({ tx, actor }, { importId }) {
    const { name } = await lockImport(tx, actor, { id: importId, states: ['checking', 'importing'] })
    await tx.updateTable('import').set({ cancel_requested: true }).where('id', '=', importId).execute()
    return { output: { importId }, events: [{ name: 'import.cancelled', subject: importId, data: { name } }] }
  },
})

/** Registers all rows in one transaction; killed at any moment it leaves nothing, and the job begins anew. */
export const registerRows = job({
  name: 'import.run',
  payload: z.strictObject({ importId: z.string() }),
  async run({ runtime, log }, { importId }) {
    const { db } = runtime
    const row = await db.selectFrom('import').selectAll().where('id', '=', importId).executeTakeFirst()
    if (row?.state !== 'importing') return
    try {
      await using reading = await readingOf(runtime, row)
      await registerAll(runtime, row, reading)
      await endProgress(db, row.job_id ?? '', 'finished')
    } catch (reason) {
      const failure = asRefusal(takenMeanwhile(reason))
      if (failure.code === 'import.broken') log.error({ err: reason, importId }, 'an import was not done')
      if (failure.code !== 'import.faulty') await moveImport(db, importId, { state: 'read', failure })
      await endProgress(
        db,
        row.job_id ?? '',
        failure.code === 'import.stopped' ? 'cancelled' : 'failed',
        failure.text.zh,
      )
    }
  },
})

async function registerAll(runtime: Runtime, row: ImportRow, reading: Reading): Promise<void> {
  const { db, clock } = runtime
  const { checked, found, ground } = await checkRows(runtime, row, reading)
  if (found.faults.length > 0) return await faulty(runtime, row, { found, counts: countsOf(checked, found) })
  const actor = await actorOf(db, row.opened_by)
  if (!actor.permissions.has('import.run'))
    refusePlatform('permission.required', { title: { zh: '导入', en: 'Import' } })
  const { fondsId, kind } = ground.plan
  const now = clock()
  await db.transaction().execute(async tx => {
    const batch = {
      batchId: row.id,
      fondsId,
      places: checked.places.map(place => ({ fondsId, kind, ...place })),
      serials: highestSerials(checked.codes),
      source: { name: row.name, sha256: row.sha256 },
    }
    const { output, events } = await registerMany(
      { tx, actor, now },
      batch,
      reported(runtime, row, { reading, total: checked.rows }),
    )
    await tx
      .updateTable('import')
      .set({ state: 'imported', failure: null, items: output.count, imported_at: now })
      .where('id', '=', row.id)
      .execute()
    await record(tx, { actor, operation: 'import.run', requestId: 'job', now }, events)
  })
}

/** Since the check the world has changed, and what was found is shown instead. */
async function faulty(
  { db }: Runtime,
  row: ImportRow,
  { found, counts }: { readonly found: Found; readonly counts: object },
): Promise<never> {
  await db.transaction().execute(async tx => {
    await keepIssues(tx, row.id, found)
    await moveImport(tx, row.id, { state: 'faulty', found: counts })
  })
  return refuseImport('import.faulty', { count: found.faults.length })
}

/** Says how far it is after each batch, on a connection of its own, and stops where somebody has asked to. */
async function* reported(
  { db }: Runtime,
  row: ImportRow,
  { reading, total }: { readonly reading: Reading; readonly total: number },
): AsyncGenerator<PreparedItems> {
  let done = 0
  for await (const batch of batchesOf(reading)) {
    yield batch
    done += batch.count
    const goOn = await reportProgress(db, row.job_id ?? '', { done, total })
    if (!goOn || (await isCancelled(db, row.id))) refuseImport('import.stopped')
  }
}

/** A code that was free at the check and is taken now breaks its constraint. */
const takenMeanwhile = (reason: unknown): unknown =>
  brokenConstraint(reason)?.startsWith('item_')
    ? new Refusal('import.changed-meanwhile', importRefusals['import.changed-meanwhile'])
    : reason
