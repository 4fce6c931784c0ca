import type { Actor } from '../../domain/access/actor.ts'
import { newId } from '../../server/platform/ids.ts'
import { buildRoom } from '../../server/repository/build-room.ts'
import type { House } from './house.ts'

let rooms = 0

/** A small room to shelve in: one row, one bay, as many shelves and slots as asked. */
export async function givenRoom(
  house: House,
  actor: Actor,
  { shelves = 1, slots = 2, slotMm = 100, code = `R${++rooms}` } = {},
) {
  const shape = { rows: 1, bays: 1, shelves, slots, sides: 1 as const, slotMm }
  const { locationId } = await house.call(buildRoom, actor, { code, name: '档案库房', ...shape })
  const { rows } = await house.pool.query<{ id: string; code: string; level: string }>(
    'select id, code, level from location where room_id = $1 order by sort_key',
    [locationId],
  )
  const ids = (level: string) => rows.filter(row => row.level === level).map(({ id }) => id)
  return { roomId: locationId, code, slots: ids('slot'), shelves: ids('shelf'), rows: ids('row') }
}

/** A class that boxes can belong to. */
export async function givenSeries(house: House, place: { fondsId: string; year?: number; kind?: string }) {
  const id = newId('series')
  const { fondsId, year = 2024, kind = 'document' } = place
  await house.pool.query('insert into series (id, fonds_id, kind, year, retention) values ($1, $2, $3, $4, $5)', [
    ...[id, fondsId, kind, year, 'D30'],
  ])
  return id
}

/** Boxes of one class, numbered on from the last, as they stand on the table before they are shelved. */
export async function givenBoxes(
  house: House,
  actor: Actor,
  { seriesId, count = 1, thicknessMm = 20 }: { seriesId: string; count?: number; thicknessMm?: number },
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId('box'))
  await house.pool.query(
    `insert into box (id, fonds_id, series_id, number, thickness_mm, created_by, created_at)
     select made.id, series.fonds_id, series.id, made.at + (select coalesce(max(number), 0) from box where series_id = series.id), $3, $4, now()
     from series, unnest($2::text[]) with ordinality made (id, at) where series.id = $1`,
    [seriesId, ids, thicknessMm, actor.personId],
  )
  return ids
}
