import type { Actor } from '../../domain/access/actor.ts'
import type { Db } from '../platform/db.ts'
import { toItemRow, visibleRows } from './item-rows.sql.ts'

/** Contents of a volume in their order, as lists show them, with their numbers and pages in it. */
export async function listMembers(reads: Db, actor: Actor, volumeId: string) {
  const rows = await visibleRows(reads, actor)
    .select(['item.volume_ordinal', 'item.page_from', 'item.page_to', 'item.fields'])
    .where('item.volume_id', '=', volumeId)
    .orderBy('item.volume_ordinal')
    .execute()
  const items = rows.map(row => ({
    ...toItemRow(row, actor),
    ordinal: row.volume_ordinal ?? 0,
    pageFrom: row.page_from,
    pageTo: row.page_to,
  }))
  return { rows, items }
}
