import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { visibleItems } from '../holdings/visible.sql.ts'
import { type Reads, textArray } from '../platform/db.ts'

/** The first PDF of each item that this person may see, by item. */
export async function firstPdfs(reads: Reads, actor: Actor, itemIds: readonly string[]) {
  const rows = await reads
    .selectFrom('item')
    .innerJoin('component', 'component.item_id', 'item.id')
    .innerJoin('blob', 'blob.sha256', 'component.sha256')
    .distinctOn('item.id')
    .select(['item.id', 'component.name', 'component.sha256'])
    .where(sql<boolean>`item.id = any(${textArray(itemIds)})`)
    .where('blob.mime', '=', 'application/pdf')
    .where(visibleItems(actor))
    .orderBy('item.id')
    .orderBy('component.ordinal')
    .execute()
  return new Map(rows.map(({ id, ...pdf }) => [id, pdf] as const))
}
