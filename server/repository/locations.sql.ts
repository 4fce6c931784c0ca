import { type Selectable, sql } from 'kysely'
import { keysWithin, type Level, type PlannedLocation } from '../../domain/repository/levels.ts'
import type { SlotFacts } from '../../domain/repository/placing.ts'
import { refuseRepository } from '../../domain/repository/refusals.ts'
import type { Database } from '../database-types.generated.ts'
import { type Reads, type Tx, textArray } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'

export type LocationRow = Omit<Selectable<Database['location']>, 'level'> & { readonly level: Level }

const rows = (reads: Reads) => reads.selectFrom('location').selectAll().$narrowType<{ level: Level }>()

export async function readLocation(reads: Reads, id: string): Promise<LocationRow> {
  return (await rows(reads).where('id', '=', id).executeTakeFirst()) ?? refuseRepository('location.unknown')
}

/**
 * Locks rooms until the transaction ends, in walking order: whoever puts, moves or takes anything holds the lock of each room concerned, so
 * that two never count the same free length and never wait for each other in a circle.
 */
export async function lockRooms(tx: Tx, ids: readonly string[] | 'all'): Promise<void> {
  let rooms = tx.selectFrom('location').select('id').where('level', '=', 'room').orderBy('sort_key').forUpdate()
  if (ids !== 'all') rooms = rooms.where('id', '=', sql<string>`any(${textArray(ids)})`)
  await rooms.execute()
}

/** Writes planned places below a parent that is there; answers how many slots there are now more. */
export async function insertPlanned(tx: Tx, parent: LocationRow, planned: readonly PlannedLocation[]): Promise<number> {
  const ids = new Map([[parent.code, parent.id]])
  const values = planned.map(({ level, parentCode, ordinal, side, code, sortKey, capacityMm }) => {
    const id = newId('loc')
    ids.set(code, id)
    const place = { level, ordinal, side, code, sort_key: sortKey, capacity_mm: capacityMm }
    return { id, parent_id: ids.get(parentCode) ?? parent.id, room_id: parent.room_id, ...place }
  })
  for (let from = 0; from < values.length; from += insertedAtOnce)
    await tx
      .insertInto('location')
      .values(values.slice(from, from + insertedAtOnce))
      .execute()
  return planned.filter(({ level }) => level === 'slot').length
}

const insertedAtOnce = 1000

/** All slots in a place that is in use, in walking order. */
export function slotsIn(reads: Reads, place: Pick<LocationRow, 'sort_key'>) {
  const { from, to } = keysWithin(place.sort_key)
  return rows(reads)
    .where('level', '=', 'slot')
    .where('sort_key', '>=', from)
    .where('sort_key', '<', to)
    .orderBy('sort_key')
}

/** The first slot on the walk from `from` to before `to` that has a length free. */
export async function firstFree(
  reads: Reads,
  thicknessMm: number,
  { from, to }: { from: string; to: string },
): Promise<string | undefined> {
  const slot = await reads
    .selectFrom('location')
    .select('id')
    .where('level', '=', 'slot')
    .where('active', '=', true)
    .where(sql<boolean>`used_mm < capacity_mm and capacity_mm - used_mm >= ${thicknessMm}`)
    .where('sort_key', '>=', from)
    .where('sort_key', '<', to)
    .orderBy('sort_key')
    .limit(1)
    .executeTakeFirst()
  return slot?.id
}

export const slotFacts = (row: LocationRow): SlotFacts => ({
  id: row.id,
  code: row.code,
  level: row.level,
  active: row.active,
  capacityMm: row.capacity_mm ?? 0,
  usedMm: row.used_mm,
})
