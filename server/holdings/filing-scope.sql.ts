import type { ScopeRow } from '../../domain/holdings/filing-scope.ts'
import type { RetentionCode } from '../../domain/holdings/retention.ts'
import { canonical } from '../platform/audit.ts'
import type { Reads, Tx } from '../platform/db.ts'
import { newId, sha256 } from '../platform/ids.ts'

/** The rows of one unit's own table, or with null those for every unit, in their order. */
export async function scopeRows(reads: Reads, unitId: string | null): Promise<ScopeRow[]> {
  const rows = await reads
    .selectFrom('filing_scope')
    .select(['matter', 'keywords', 'kind', 'retention', 'form', 'due', 'basis'])
    .where('unit_id', 'is not distinct from', unitId)
    .orderBy('ordinal')
    .execute()
  return rows.map(row => ({
    ...row,
    retention: row.retention as RetentionCode,
    form: row.form as ScopeRow['form'],
  }))
}

/** All rows that speak for a unit: its own first, then those for every unit. */
export async function scopeFor(reads: Reads, unitId: string | null): Promise<ScopeRow[]> {
  return [...(unitId === null ? [] : await scopeRows(reads, unitId)), ...(await scopeRows(reads, null))]
}

/** Mark of a table as it stands, so that a change made meanwhile is noticed. */
export const markOf = (rows: readonly ScopeRow[]): string => sha256(canonical(rows)).slice(0, 16)

/** Puts other rows in the place of a unit's table. */
export async function replaceScope(tx: Tx, unitId: string | null, rows: readonly ScopeRow[]): Promise<void> {
  await tx.deleteFrom('filing_scope').where('unit_id', 'is not distinct from', unitId).execute()
  if (rows.length === 0) return
  await tx
    .insertInto('filing_scope')
    .values(rows.map((row, at) => ({ ...row, id: newId('scope'), unit_id: unitId, ordinal: at + 1 })))
    .execute()
}
