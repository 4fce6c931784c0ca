import type { Selectable } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import type { RowIssue } from '../../domain/import/read-row.ts'
import { refuseImport } from '../../domain/import/refusals.ts'
import type { Refusal } from '../../domain/shared/refusal.ts'
import type { Database } from '../database-types.generated.ts'
import type { Db, Reads, Tx } from '../platform/db.ts'

export type ImportRow = Selectable<Database['import']>

/** Steps of an import 导入, in the order in which they come. */
export const importStates = {
  reading: { zh: '正在读取', en: 'being read' },
  unreadable: { zh: '读不了', en: 'unreadable' },
  read: { zh: '待核对各列', en: 'columns to be checked' },
  checking: { zh: '正在检查', en: 'being checked' },
  faulty: { zh: '有错误', en: 'with faults' },
  checked: { zh: '可以导入', en: 'ready' },
  importing: { zh: '正在导入', en: 'being imported' },
  imported: { zh: '已导入', en: 'imported' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
} as const

export type ImportState = keyof typeof importStates
export const importStateCodes = Object.keys(importStates) as [ImportState, ...ImportState[]]

/** One's own import; another's is as unknown as none. */
export async function readImport(reads: Reads, actor: Actor, id: string): Promise<ImportRow> {
  const row = await reads
    .selectFrom('import')
    .selectAll()
    .where('id', '=', id)
    .where('opened_by', '=', actor.personId ?? '')
    .executeTakeFirst()
  return row ?? refuseImport('import.unknown')
}

/** Locks one's own import, which must be at one of these steps. */
export async function lockImport(
  tx: Tx,
  actor: Actor,
  { id, states }: { readonly id: string; readonly states: readonly ImportState[] },
): Promise<ImportRow> {
  const row = await tx
    .selectFrom('import')
    .selectAll()
    .where('id', '=', id)
    .where('opened_by', '=', actor.personId ?? '')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refuseImport('import.unknown')
  const state = row.state as ImportState
  return states.includes(state) ? row : refuseImport('import.not-ready', { state: importStates[state] })
}

/** Moves an import on; a refusal that ended its last step is kept with it and gone with the next. */
export async function moveImport(
  db: Db | Tx,
  id: string,
  to: { readonly state: ImportState; readonly failure?: Refusal; readonly found?: object },
): Promise<void> {
  const { state, failure, found } = to
  await db
    .updateTable('import')
    .set({
      state,
      cancel_requested: false,
      failure: failure ? JSON.stringify(wordsOf(failure)) : null,
      ...(found && { found: JSON.stringify(found) }),
    })
    .where('id', '=', id)
    .execute()
}

const wordsOf = ({ code, text, params }: Refusal) => ({ code, text, params })

/** Whether somebody has asked to stop. */
export async function isCancelled(reads: Reads, id: string): Promise<boolean> {
  const row = await reads.selectFrom('import').select('cancel_requested').where('id', '=', id).executeTakeFirst()
  return row?.cancel_requested ?? true
}

const mostIssues = 10_000

/** What a check found, faults first where there is no room for all. */
export interface Found {
  readonly faults: readonly RowIssue[]
  readonly notices: readonly RowIssue[]
}

/** Keeps what a check found in place of what the one before had found. */
export async function keepIssues(tx: Tx, importId: string, { faults, notices }: Found): Promise<void> {
  await tx.deleteFrom('import_issue').where('import_id', '=', importId).execute()
  await tx.deleteFrom('import_marked').where('import_id', '=', importId).execute()
  const kept = [
    ...faults.map(issue => ({ ...issue, fault: true })),
    ...notices.map(issue => ({ ...issue, fault: false })),
  ].slice(0, mostIssues)
  const rows = kept.map(({ row, column, fault, zh, en }, ordinal) => ({
    import_id: importId,
    ordinal,
    row,
    column_at: column,
    fault,
    zh,
    en,
  }))
  for (let start = 0; start < rows.length; start += 1000) {
    await tx
      .insertInto('import_issue')
      .values(rows.slice(start, start + 1000))
      .execute()
  }
}
