import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { byWalk } from '../../domain/repository/placing.ts'
import { visibleItems, visibleVolumes } from '../holdings/visible.sql.ts'
import { type Reads, textArray } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Context } from '../platform/operation.ts'
import type { LocationRow } from './locations.sql.ts'
import type { Thing } from './things.sql.ts'

/** Where a thing stands now. */
export interface CurrentPlace {
  readonly placementId: string
  readonly thingId: string
  readonly locationId: string
  readonly roomId: string
  /** Code of the slot, e.g. `1-02-03-04-05`. */
  readonly code: string
  readonly sortKey: string
  readonly position: number
  readonly thicknessMm: number
  readonly placedAt: string
}

const current = (reads: Reads) =>
  reads
    .selectFrom('placement')
    .innerJoin('location', 'location.id', 'placement.location_id')
    .select(['placement.id as placementId', 'placement.thing_id as thingId', 'placement.location_id as locationId'])
    .select(['location.room_id as roomId', 'location.code', 'location.sort_key as sortKey', 'placement.position'])
    .select(['placement.thickness_mm as thicknessMm', 'placement.placed_at as placedAt'])
    .where('placement.ended_at', 'is', null)

/** The places in which things stand by themselves, by thing. */
export async function currentPlaces(reads: Reads, thingIds: readonly string[]): Promise<Map<string, CurrentPlace>> {
  const found = await current(reads)
    .where('placement.thing_id', '=', sql<string>`any(${textArray(thingIds)})`)
    .execute()
  return new Map(found.map(place => [place.thingId, place]))
}

/** What stands in a list of slots, in walking order. */
export async function standingIn(reads: Reads, locationIds: readonly string[]): Promise<CurrentPlace[]> {
  return current(reads)
    .where('placement.location_id', '=', sql<string>`any(${textArray(locationIds)})`)
    .orderBy('location.sort_key')
    .orderBy('placement.position')
    .execute()
}

/** Puts a thing at the end of a slot whose room is locked. */
export async function insertPlacement(
  { tx, actor, now }: Context,
  thing: Thing,
  put: { readonly slot: Pick<LocationRow, 'id'>; readonly thicknessMm: number; readonly reason: string },
): Promise<void> {
  const last = await tx
    .selectFrom('placement')
    .select('position')
    .where('location_id', '=', put.slot.id)
    .where('ended_at', 'is', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  await tx
    .insertInto('placement')
    .values({
      id: newId('place'),
      [`${thing.kind}_id`]: thing.id,
      location_id: put.slot.id,
      position: (last?.position ?? 0) + 1,
      thickness_mm: put.thicknessMm,
      series_id: thing.seriesId,
      number: thing.number,
      placed_by: actor.personId ?? '',
      placed_at: now,
      reason: put.reason,
    })
    .execute()
}

/** Ends a placement: the thing stands there no longer, and that it did stays written. */
export async function endPlacement({ tx, actor, now }: Context, placementId: string, reason: string): Promise<void> {
  await tx
    .updateTable('placement')
    .set({ ended_by: actor.personId, ended_at: now, end_reason: reason })
    .where('id', '=', placementId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Sort key of the slot where the thing's own class ends so far, before its number; undefined where nothing of the class is shelved. */
export async function lastOfClass(tx: Reads, thing: Pick<Thing, 'seriesId' | 'number'>): Promise<string | undefined> {
  const neighbour = await tx
    .selectFrom('placement')
    .innerJoin('location', 'location.id', 'placement.location_id')
    .select('location.sort_key')
    .where('placement.series_id', '=', thing.seriesId)
    .where('placement.ended_at', 'is', null)
    .where('placement.number', '<=', thing.number)
    .orderBy('placement.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return neighbour?.sort_key
}

/** Sort key of the slot where the class before the thing's ends: same fonds and kind, and before it by year, retention and unit. */
export async function lastOfClassBefore(tx: Reads, seriesId: string): Promise<string | undefined> {
  const { rows } = await sql<{ sort_key: string }>`
    select last.sort_key
    from series mine
    join series on series.fonds_id = mine.fonds_id and series.kind = mine.kind
      and (series.year, series.retention, coalesce(series.unit_id, '')) < (mine.year, mine.retention, coalesce(mine.unit_id, ''))
    cross join lateral (
      select location.sort_key from placement join location on location.id = placement.location_id
      where placement.series_id = series.id and placement.ended_at is null order by placement.number desc limit 1) last
    where mine.id = ${seriesId}
    order by series.year desc, series.retention desc, series.unit_id desc nulls last limit 1`.execute(tx)
  return rows[0]?.sort_key
}

/** Where one finds a thing: its own place, or that of the volume or box it lies in. */
export interface FoundPlace extends CurrentPlace {
  /** The box, volume or item that stands there; the thing itself unless it lies in another. */
  readonly standing: string
}

/**
 * Where things are to be found, by the id asked for, each with the place of the box or volume around it; what the actor may not see is left
 * out. Loans fetch by this, in walking order (`walkTo`).
 */
export async function placesOf(reads: Reads, actor: Actor, ids: readonly string[]): Promise<Map<string, FoundPlace>> {
  const around = new Map<string, string[]>(ids.filter(id => id.startsWith('box_')).map(id => [id, [id]]))
  const volumes = await reads
    .selectFrom('volume')
    .innerJoin('series', 'series.id', 'volume.series_id')
    .select(['volume.id', 'volume.box_id'])
    .where('volume.id', '=', sql<string>`any(${textArray(ids)})`)
    .where(visibleVolumes(actor))
    .execute()
  for (const { id, box_id } of volumes) around.set(id, [id, ...(box_id ? [box_id] : [])])
  const items = await reads
    .selectFrom('item')
    .leftJoin('volume', 'volume.id', 'item.volume_id')
    .select(['item.id', 'item.volume_id', 'item.box_id', 'volume.box_id as volume_box'])
    .where('item.id', '=', sql<string>`any(${textArray(ids)})`)
    .where(visibleItems(actor))
    .execute()
  for (const { id, ...row } of items)
    around.set(
      id,
      [id, row.volume_id, row.box_id ?? row.volume_box].filter(one => one !== null),
    )
  const places = await currentPlaces(reads, [...around.values()].flat())
  const found = [...around].flatMap(([id, chain]): [string, FoundPlace][] => {
    const standing = chain.findLast(one => places.has(one))
    const place = standing && places.get(standing)
    return standing && place ? [[id, { ...place, standing }]] : []
  })
  return new Map(found)
}

/** Ids in the order somebody walks who fetches them; what stands nowhere comes last, as it was given. */
export function walkTo(ids: readonly string[], places: ReadonlyMap<string, FoundPlace>): string[] {
  const standing = ids.filter(id => places.has(id))
  const sorted = standing.toSorted((a, b) => {
    const [placeA, placeB] = [places.get(a), places.get(b)]
    return placeA && placeB ? byWalk(placeA, placeB) : 0
  })
  return [...sorted, ...ids.filter(id => !places.has(id))]
}
