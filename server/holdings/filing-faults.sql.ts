import { sql } from 'kysely'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { type Reads, type Tx, textArray } from '../platform/db.ts'

/** What stands in the way of filing an item since it was last checked. */
export interface FilingFault {
  readonly itemId: string
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** Puts what a new check found in place of what the one before had found about the same items. */
export async function replaceFilingFaults(
  tx: Tx,
  ids: readonly string[],
  faults: readonly FilingFault[],
): Promise<void> {
  await tx
    .deleteFrom('filing_fault')
    .where('item_id', '=', sql<string>`any(${textArray(ids)})`)
    .execute()
  if (faults.length === 0) return
  await tx
    .insertInto('filing_fault')
    .values(faults.map(({ itemId, ...fault }) => ({ item_id: itemId, ...fault })))
    .execute()
}

/** Refuses filing what failed a check that has to be passed, until it is put right and checked again. */
export async function assertChecked(reads: Reads, ids: readonly string[]): Promise<void> {
  const fault = await reads
    .selectFrom('filing_fault')
    .selectAll()
    .where('item_id', '=', sql<string>`any(${textArray(ids)})`)
    .orderBy('item_id')
    .orderBy('code')
    .limit(1)
    .executeTakeFirst()
  if (fault) refuseVolume('item.check-failed', { check: fault.code, fault: { zh: fault.zh, en: fault.en } })
}
