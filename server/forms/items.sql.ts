import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { visibleRows } from '../holdings/item-rows.sql.ts'
import { type Reads, textArray } from '../platform/db.ts'

/** Numbered items of some series that this person may see, in the order of their codes. */
export async function itemsOfSeries(
  reads: Reads,
  actor: Actor,
  seriesIds: readonly string[],
  most: number,
): Promise<string[]> {
  const rows = await visibleRows(reads, actor)
    .where(sql<boolean>`item.series_id = any(${textArray(seriesIds)})`)
    .where('item.code', 'is not', null)
    .orderBy(sql`array_position(${textArray(seriesIds)}, item.series_id)`)
    .orderBy('item.serial')
    .limit(most + 1)
    .execute()
  return rows.map(({ id }) => id)
}

/** Numbered items with their fonds, in the order asked for; what this person may not see is left out. */
export async function readItems(reads: Reads, actor: Actor, ids: readonly string[]) {
  return await visibleRows(reads, actor)
    .innerJoin('fonds', 'fonds.id', 'item.fonds_id')
    .select(['item.series_id', 'item.fields', 'fonds.code as fonds_code', 'fonds.name as fonds_name'])
    .where(sql<boolean>`item.id = any(${textArray(ids)})`)
    .where('item.code', 'is not', null)
    .orderBy(sql`array_position(${textArray(ids)}, item.id)`)
    .execute()
}

export type PrintedItem = Awaited<ReturnType<typeof readItems>>[number]
