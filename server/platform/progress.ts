import type { Db, Reads, Tx } from './db.ts'
import { newId } from './ids.ts'

/** How far a long job is; `state` is waiting, running, finished, failed or cancelled. */
export interface Progress {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  readonly done: number
  readonly total: number
  readonly state: string
  readonly failure: string | null
}

/** Opens a progress record in the caller's transaction, beside the job it is for. */
export async function openProgress(
  tx: Tx,
  label: { readonly zh: string; readonly en: string },
  startedBy: string | null,
): Promise<string> {
  const id = newId('job')
  await tx
    .insertInto('job_progress')
    .values({ id, label: label.zh, label_en: label.en, started_by: startedBy })
    .execute()
  return id
}

/** Reports a step; answers false when somebody has asked to stop. */
export async function reportProgress(
  db: Db,
  id: string,
  step: { readonly done: number; readonly total: number; readonly label?: string; readonly labelEn?: string },
): Promise<boolean> {
  const row = await db
    .updateTable('job_progress')
    .set({
      done: step.done,
      total: step.total,
      state: 'running',
      changed_at: new Date(),
      ...(step.label && { label: step.label, label_en: step.labelEn ?? step.label }),
    })
    .where('id', '=', id)
    .returning('cancel_requested')
    .executeTakeFirst()
  return row?.cancel_requested !== true
}

export async function endProgress(
  db: Db,
  id: string,
  state: 'finished' | 'failed' | 'cancelled',
  failure?: string,
): Promise<void> {
  await db
    .updateTable('job_progress')
    .set({ state, failure: failure ?? null, changed_at: new Date() })
    .where('id', '=', id)
    .execute()
}

export async function readProgress(reads: Reads, id: string): Promise<Progress | undefined> {
  const row = await reads.selectFrom('job_progress').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      label: row.label,
      labelEn: row.label_en,
      done: row.done,
      total: row.total,
      state: row.state,
      failure: row.failure,
    }
  )
}
