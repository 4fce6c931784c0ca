import { z } from 'zod'
import { importPlan } from '../../domain/import/plan.ts'
import { refuseImport } from '../../domain/import/refusals.ts'
import { ImportId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { actorOf } from '../access/actor-of.ts'
import { placeOf } from '../holdings/blobs.sql.ts'
import { enqueue, job } from '../platform/jobs.ts'
import { command } from '../platform/operation.ts'
import { endProgress, openProgress, reportProgress } from '../platform/progress.ts'
import type { Runtime } from '../platform/runtime.ts'
import { judgeRows } from './check-rows.ts'
import { groundOf } from './ground.ts'
import { type Found, type ImportRow, isCancelled, keepIssues, lockImport, moveImport } from './imports.sql.ts'
import { asRefusal } from './open-import.ts'
import { openReading, type Reading, type RowsChecked, type SentGround } from './reading.ts'

/** Check an import 检查导入: how the sheet is read is kept, and every row is tried by the rules of registering, without registering any. */
export const checkImport = command({
  name: 'import.check',
  title: '检查导入',
  titleEn: 'Check an import',
  permission: 'import.run',
  rules: ['S1.1', 'S1.2', 'S8.1'],
  input: z.strictObject({ importId: ImportId, ...importPlan.shape }),
  output: z.object({ importId: z.string() }),
  async run({ tx, actor }, { importId, ...plan }) {
    await lockImport(tx, actor, { id: importId, states: ['read', 'faulty', 'checked'] })
    // Asked here so that a plan that cannot work is refused at once.
    await groundOf(tx, actor, plan)
    await moveImport(tx, importId, { state: 'checking' })
    const jobId = await openProgress(tx, { zh: '检查导入', en: 'Checking an import' }, actor.personId)
    await tx
      .updateTable('import')
      .set({ plan: JSON.stringify(plan), job_id: jobId })
      .where('id', '=', importId)
      .execute()
    await enqueue(tx, tryRows, { importId })
    const { fondsId, kind, sheet } = plan
    return {
      output: { importId },
      events: [{ name: 'import.checked', subject: importId, data: { fondsId, kind, sheet } }],
    }
  },
})

/** Tries every row, and keeps what was found; where there are faults, the sheet with the faults marked as well. */
export const tryRows = job({
  name: 'import.check',
  payload: z.strictObject({ importId: z.string() }),
  async run({ runtime, log }, { importId }) {
    const { db } = runtime
    const row = await db.selectFrom('import').selectAll().where('id', '=', importId).executeTakeFirst()
    if (row?.state !== 'checking') return
    try {
      await using reading = await readingOf(runtime, row)
      const { found, checked, ground } = await checkRows(runtime, row, reading)
      const { sheet, headRow } = ground.plan
      const book =
        found.faults.length > 0 ? await reading.ask('mark', { sheet, headRow, marks: found.faults }) : undefined
      await db.transaction().execute(async tx => {
        await keepIssues(tx, importId, found)
        if (book)
          await tx
            .insertInto('import_marked')
            .values({ import_id: importId, book: Buffer.from(book) })
            .execute()
        const state = found.faults.length > 0 ? 'faulty' : 'checked'
        await moveImport(tx, importId, { state, found: countsOf(checked, found) })
      })
      await endProgress(db, row.job_id ?? '', 'finished')
    } catch (reason) {
      if (!(reason instanceof Refusal)) log.error({ err: reason, importId }, 'an import was not checked')
      const failure = asRefusal(reason)
      await moveImport(db, importId, { state: 'read', failure })
      await endProgress(
        db,
        row.job_id ?? '',
        failure.code === 'import.stopped' ? 'cancelled' : 'failed',
        failure.text.zh,
      )
    }
  },
})

/** Counts of a check as the page shows them. */
export const countsOf = (checked: RowsChecked, found: Found) => ({
  rows: checked.rows,
  coded: checked.codes.length,
  faults: found.faults.length,
  faultyRows: new Set(found.faults.map(({ row }) => row)).size,
  notices: found.notices.length,
})

/** Opens the register of an import, and says how far it is while it is read. */
export async function readingOf({ db, files }: Runtime, row: ImportRow): Promise<Reading> {
  const { path } = await placeOf(db, files, row.sha256).catch(() => refuseImport('import.file-gone'))
  return openReading(
    { path, name: row.name },
    { onProgress: (done, total) => void reportProgress(db, row.job_id ?? '', { done, total }).catch(() => undefined) },
  )
}

/** Reads and judges all rows as the plan and the rights of its owner say now. */
export async function checkRows(
  { db }: Runtime,
  row: ImportRow,
  reading: Reading,
): Promise<{ checked: RowsChecked; found: Found; ground: SentGround }> {
  const actor = await actorOf(db, row.opened_by)
  const ground = await groundOf(db, actor, row.plan)
  const checked = await reading.ask('check', { ground })
  if (await isCancelled(db, row.id)) refuseImport('import.stopped')
  return { checked, found: await judgeRows(db, actor, { checked, ground }), ground }
}
