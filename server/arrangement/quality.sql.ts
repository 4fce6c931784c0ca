import type { CheckResult } from '../../domain/arrangement/quality/summarise.ts'
import type { FilingFault } from '../holdings/filing-faults.sql.ts'
import type { Reads, Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

/** Opens the record of a check. */
export async function insertRun(
  tx: Tx,
  run: { fondsId: string; seriesId: string | null; jobId: string; by: string; at: Date },
): Promise<string> {
  const id = newId('check')
  await tx
    .insertInto('quality_run')
    .values({
      id,
      fonds_id: run.fondsId,
      series_id: run.seriesId,
      job_id: run.jobId,
      started_by: run.by,
      started_at: run.at,
    })
    .execute()
  return id
}

export const readRun = (reads: Reads, id: string) =>
  reads.selectFrom('quality_run').selectAll().where('id', '=', id).executeTakeFirst()

/** Keeps what was found in a portion; done again after a crash, it replaces itself. */
export async function addFaults(tx: Tx, runId: string, faults: readonly FilingFault[]): Promise<void> {
  if (faults.length === 0) return
  await tx
    .insertInto('quality_fault')
    .values(faults.map(({ itemId, code, zh, en }) => ({ run_id: runId, item_id: itemId, code, zh, en })))
    .onConflict(conflict =>
      conflict
        .columns(['run_id', 'item_id', 'code'])
        .doUpdateSet(({ ref }) => ({ zh: ref('excluded.zh'), en: ref('excluded.en') })),
    )
    .execute()
}

interface Ended {
  readonly state: 'finished' | 'failed'
  readonly at: Date
  readonly items?: number
  readonly files?: number
  readonly bytes?: number
  readonly results?: readonly CheckResult[]
}

export async function endRun(
  tx: Tx,
  id: string,
  { state, at, items = 0, files = 0, bytes = 0, results = [] }: Ended,
): Promise<void> {
  await tx
    .updateTable('quality_run')
    .set({ state, finished_at: at, items, files, bytes, results: JSON.stringify(results) })
    .where('id', '=', id)
    .execute()
}
