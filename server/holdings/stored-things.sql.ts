import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { type Reads, textArray } from '../platform/db.ts'
import { objectIdOf } from './blobs.sql.ts'
import { boxObjectId } from './store-box.ts'
import { volumeObjectId } from './store-volume.ts'
import { visibleItems, visibleSeries, visibleVolumes } from './visible.sql.ts'

/** Ids of the items, volumes and boxes that have an object in the storage root, in the order of their ids, after one of them. */
export async function storedAfter(reads: Reads, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    (select id from box where stored_revision is not null and id > ${after} order by id limit ${limit})
    union all (select id from item where stored_revision is not null and id > ${after} order by id limit ${limit})
    union all (select id from volume where stored_revision is not null and id > ${after} order by id limit ${limit})
    order by id limit ${limit}`.execute(reads)
  return rows.map(({ id }) => id)
}

/** How many objects of items, volumes and boxes the storage root holds. */
export async function countStored(reads: Reads): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from box where stored_revision is not null) + (select count(*) from item where stored_revision is not null)
      + (select count(*) from volume where stored_revision is not null) as count`.execute(reads)
  return rows[0]?.count ?? 0
}

/** Whether the newest state of an item, volume or box is in the storage root; `gone` when there is no such thing any more. */
export async function storedState(reads: Reads, id: string): Promise<'stored' | 'being-written' | 'gone'> {
  const { rows } = await sql<{ current: boolean }>`
    select stored_revision is not distinct from revision as current from box where id = ${id}
    union all select stored_revision is not distinct from revision from item where id = ${id}
    union all select stored_revision is not distinct from revision from volume where id = ${id}`.execute(reads)
  return rows[0] === undefined ? 'gone' : rows[0].current ? 'stored' : 'being-written'
}

/** Object of an item, volume or box in the storage root. */
export function storedObjectOf(id: string): string {
  if (id.startsWith('box_')) return boxObjectId(id)
  return id.startsWith('volume_') ? volumeObjectId(id) : objectIdOf(id)
}

const boxCode = sql<string>`concat_ws('-', fonds.code, series.kind || '·' || series.year, series.retention, lpad(box.number::text, 3, '0'))`

/** Code and title of the items, volumes and boxes that the actor may see; a box has no title. */
export async function namesOfStored(
  reads: Reads,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, { code: string | null; title: string }>> {
  const [items, volumes, boxes] = await Promise.all([
    reads
      .selectFrom('item')
      .select(['item.id', 'item.code', 'item.title'])
      .where(visibleItems(actor))
      .where(sql<boolean>`item.id = any(${textArray(ids)})`)
      .execute(),
    reads
      .selectFrom('volume')
      .innerJoin('series', 'series.id', 'volume.series_id')
      .select(['volume.id', 'volume.code', 'volume.title'])
      .where(visibleVolumes(actor))
      .where(sql<boolean>`volume.id = any(${textArray(ids)})`)
      .execute(),
    reads
      .selectFrom('box')
      .innerJoin('series', 'series.id', 'box.series_id')
      .innerJoin('fonds', 'fonds.id', 'box.fonds_id')
      .select(['box.id', boxCode.as('code'), sql<string>`''`.as('title')])
      .where(visibleSeries(actor))
      .where(sql<boolean>`box.id = any(${textArray(ids)})`)
      .execute(),
  ])
  return new Map([...items, ...volumes, ...boxes].map(row => [row.id, { code: row.code, title: row.title }]))
}
