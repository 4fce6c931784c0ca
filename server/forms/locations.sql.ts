import { sql } from 'kysely'
import { keysWithin } from '../../domain/repository/levels.ts'
import { type Reads, textArray } from '../platform/db.ts'

/** Places of one level that lie in some places, these included, in walking order. */
export async function placesWithin(
  reads: Reads,
  ids: readonly string[],
  level: string,
  most: number,
): Promise<string[]> {
  const roots = await reads
    .selectFrom('location')
    .select('sort_key')
    .where(sql<boolean>`id = any(${textArray(ids)})`)
    .execute()
  if (roots.length === 0) return []
  const rows = await reads
    .selectFrom('location')
    .select('id')
    .where('level', '=', level)
    .where('active', '=', true)
    .where(eb =>
      eb.or(
        roots.map(({ sort_key }) => {
          const { from, to } = keysWithin(sort_key)
          return eb.and([eb('sort_key', '>=', from), eb('sort_key', '<', to)])
        }),
      ),
    )
    .orderBy('sort_key')
    .limit(most + 1)
    .execute()
  return rows.map(({ id }) => id)
}

/** Places with the room they lie in, in the order asked for. */
export async function readPlaces(reads: Reads, ids: readonly string[]) {
  return await reads
    .selectFrom('location')
    .innerJoin('location as room', 'room.id', 'location.room_id')
    .select([
      'location.id',
      'location.code',
      'location.name',
      'location.level',
      'location.side',
      'location.capacity_mm',
    ])
    .select(['room.code as room_code', 'room.name as room_name'])
    .where(sql<boolean>`location.id = any(${textArray(ids)})`)
    .orderBy(sql`array_position(${textArray(ids)}, location.id)`)
    .execute()
}
