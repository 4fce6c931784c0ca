import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { runPages } from '../../domain/holdings/volumes/pages.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { type Reads, type Tx, textArray } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Place } from './items.sql.ts'
import type { SeriesRow } from './series.sql.ts'
import { visibleItems, visibleVolumes } from './visible.sql.ts'

/** Volumes 案卷 the actor may see, each with the class it belongs to. */
const volumesSeenBy = (reads: Reads, actor: Actor) =>
  reads
    .selectFrom('volume')
    .innerJoin('series', 'series.id', 'volume.series_id')
    .selectAll('volume')
    .select(['series.kind', 'series.year', 'series.retention', 'series.unit_id'])
    .where(visibleVolumes(actor))

export type VolumeRow = Awaited<ReturnType<ReturnType<typeof volumesSeenBy>['executeTakeFirstOrThrow']>>

/** Volumes as lists show them, with what their members add up to. Who may see the volume may see each of them. */
export const volumeList = (reads: Reads, actor: Actor) =>
  volumesSeenBy(reads, actor)
    .leftJoin('box', 'box.id', 'volume.box_id')
    .innerJoinLateral(
      sql<MemberSums>`(select count(*)::int as items, coalesce(sum(pages), 0)::int as pages,
        count(*) filter (where pages is null)::int as uncounted, min(dated_on) as first_date, max(dated_on) as last_date
        from item where volume_id = volume.id)`.as('members'),
      join => join.onTrue(),
    )
    .select(['members.items', 'members.pages', 'members.uncounted', 'members.first_date', 'members.last_date'])
    .select('box.number as box_number')

interface MemberSums {
  items: number
  pages: number
  uncounted: number
  first_date: string | null
  last_date: string | null
}

export type ListedVolume = Awaited<ReturnType<ReturnType<typeof volumeList>['executeTakeFirstOrThrow']>>

/** Locks volumes before their members and in one order: everybody does, so that nobody waits for each other. */
export async function lockVolumes(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, VolumeRow>> {
  const rows = await volumesSeenBy(tx, actor)
    .where('volume.id', '=', sql<string>`any(${textArray(ids)})`)
    .orderBy('volume.id')
    .forUpdate('volume')
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

export async function lockVolume(tx: Tx, actor: Actor, id: string): Promise<VolumeRow> {
  return (await lockVolumes(tx, actor, [id])).get(id) ?? refuseVolume('volume.unknown')
}

/** One volume the actor may see; what is hidden and what is absent give the same refusal. */
export async function readVolume(reads: Reads, actor: Actor, id: string): Promise<VolumeRow> {
  return (
    (await volumesSeenBy(reads, actor).where('volume.id', '=', id).executeTakeFirst()) ?? refuseVolume('volume.unknown')
  )
}

/** Locks the volume an item is bound into, if it is, before the item itself is locked. */
export async function lockVolumeOf(tx: Tx, itemId: string): Promise<void> {
  await sql`select id from volume where id = (select volume_id from item where id = ${itemId}) for update`.execute(tx)
}

/** Where a volume and all its members belong. */
export const placeOfVolume = (volume: VolumeRow): Place => ({
  fondsId: volume.fonds_id,
  kind: volume.kind,
  year: volume.year,
  retention: volume.retention,
  unitId: volume.unit_id,
})

/** Members of a volume in their order. Who may see the volume may see each of them. */
export function lockMembers(tx: Tx, actor: Actor, volumeId: string) {
  return tx
    .selectFrom('item')
    .selectAll()
    .where('volume_id', '=', volumeId)
    .where(visibleItems(actor))
    .orderBy('volume_ordinal')
    .forUpdate()
    .execute()
}

/**
 * Puts a volume in order after its members changed: numbers 1, 2, 3 …, pages that run on, and the highest secrecy of all. `order` names
 * all members; without it they keep the order they have. A filed volume keeps numbers and pages as they were bound.
 */
export async function settleVolume(tx: Tx, volumeId: string, order?: readonly string[]): Promise<void> {
  const { state } = await tx
    .selectFrom('volume')
    .select('state')
    .where('id', '=', volumeId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (state !== 'filed') await runOn(tx, volumeId, order)
  await sql`update volume set revision = revision + 1,
    secrecy = coalesce((select max(secrecy) from item where volume_id = ${volumeId}), 0) where id = ${volumeId}`.execute(
    tx,
  )
}

async function runOn(tx: Tx, volumeId: string, order?: readonly string[]): Promise<void> {
  const { rows: members } = await sql<{ id: string; pages: number | null }>`
    select id, pages from item where volume_id = ${volumeId} order by volume_ordinal`.execute(tx)
  const pagesOf = new Map(members.map(({ id, pages }) => [id, pages]))
  const ids = order ?? members.map(({ id }) => id)
  const runs = runPages(ids.map(id => pagesOf.get(id) ?? null))
  const froms = runs.map(run => run?.from ?? null)
  const tos = runs.map(run => run?.to ?? null)
  await sql`update item set volume_ordinal = placed.ordinal, page_from = placed.page_from, page_to = placed.page_to
    from unnest(${textArray(ids)}, ${froms}::int[], ${tos}::int[]) with ordinality as placed (id, page_from, page_to, ordinal)
    where item.id = placed.id and item.volume_id = ${volumeId}
      and (item.volume_ordinal, item.page_from, item.page_to) is distinct from (placed.ordinal, placed.page_from, placed.page_to)`.execute(
    tx,
  )
}

/** Binds items into a volume behind what is there already; `settleVolume` follows. */
export async function bindItems(tx: Tx, volumeId: string, ids: readonly string[]): Promise<void> {
  await sql`update item set volume_id = ${volumeId}, volume_ordinal = placed.ordinal
      + (select coalesce(max(volume_ordinal), 0) from item where volume_id = ${volumeId})
    from unnest(${textArray(ids)}) with ordinality as placed (id, ordinal) where item.id = placed.id`.execute(tx)
}

/** Takes items out of their volume; `settleVolume` follows. */
export async function unbindItems(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('item')
    .set({ volume_id: null, volume_ordinal: null, page_from: null, page_to: null })
    .where('id', '=', sql<string>`any(${textArray(ids)})`)
    .execute()
}

/** Begins an empty volume. */
export async function insertVolume(
  tx: Tx,
  series: SeriesRow,
  { title, by, at }: { title: string; by: string; at: Date },
): Promise<string> {
  const id = newId('volume')
  const place = { fonds_id: series.fonds_id, series_id: series.id }
  await tx
    .insertInto('volume')
    .values({ id, ...place, title, secrecy: 0, created_by: by, created_at: at })
    .execute()
  return id
}

/** Writes what is said of a volume; the caller has looked at what it was. */
export async function updateVolume(
  tx: Tx,
  volume: VolumeRow,
  columns: Partial<Pick<VolumeRow, 'title' | 'self_made_title' | 'note' | 'exception_reason' | 'box_id'>> &
    Partial<Pick<VolumeRow, 'bound_by' | 'bound_on' | 'checked_by' | 'checked_on'>>,
): Promise<void> {
  await tx
    .updateTable('volume')
    .set({ ...columns, revision: volume.revision + 1 })
    .where('id', '=', volume.id)
    .execute()
}

export async function deleteVolume(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('volume').where('id', '=', id).execute()
}
