import { z } from 'zod'
import { locationName, roomCode, shapeInput } from '../../domain/repository/input.ts'
import { levelBelow, planUnder, roomKey } from '../../domain/repository/levels.ts'
import { refuseRepository } from '../../domain/repository/refusals.ts'
import { LocationId } from '../../domain/shared/ids.ts'
import { newId } from '../platform/ids.ts'
import { type Context, command } from '../platform/operation.ts'
import { insertPlanned, lockRooms, readLocation } from './locations.sql.ts'

const roomInput = z.strictObject({ code: roomCode, name: locationName.min(1), ...shapeInput })

/** Build a room 库房 by its numbers in one step: rows, bays, shelves, slots and the length of a slot (S1.4). */
export const buildRoom = command({
  name: 'location.build',
  title: '建库房',
  titleEn: 'Build a room',
  permission: 'location.build',
  rules: ['S1.4'],
  input: roomInput,
  output: z.object({ locationId: z.string(), slots: z.number() }),
  run: makeRoom,
})

/** Builds a room: rows, bays, shelves, slots; also what a sample of a whole archive begins with. */
export async function makeRoom({ tx }: Context, input: z.output<typeof roomInput>) {
  await lockRooms(tx, 'all')
  const { last } = await tx
    .selectFrom('location')
    .select(count => count.fn.max('ordinal').as('last'))
    .where('level', '=', 'room')
    .executeTakeFirstOrThrow()
  const ordinal = (last ?? 0) + 1
  const room = { level: 'room' as const, code: input.code, sortKey: roomKey(ordinal) }
  const planned = planUnder(room, input)
  const id = newId('loc')
  const row = { id, parent_id: null, room_id: id, level: 'room', ordinal, code: room.code, sort_key: room.sortKey }
  await tx
    .insertInto('location')
    .values({ ...row, name: input.name })
    .execute()
  const slots = await insertPlanned(tx, await readLocation(tx, id), planned)
  return {
    output: { locationId: id, slots },
    events: [
      { name: 'location.built' as const, subject: id, data: { code: input.code, name: input.name, slots } },
    ] as const,
  }
}

/** Extend a place 扩建库位: rows to a room, bays to a row, shelves to a bay, slots to a shelf, numbered on from the last (S1.4). */
export const extendLocation = command({
  name: 'location.extend',
  title: '扩建库位',
  titleEn: 'Add places',
  permission: 'location.extend',
  rules: ['S1.4'],
  input: z.strictObject({
    locationId: LocationId,
    count: z.int().min(1).max(99).meta({ title: '增加数量', titleEn: 'How many more' }),
    bays: shapeInput.bays.default(1),
    shelves: shapeInput.shelves.default(1),
    slots: shapeInput.slots.default(1),
    sides: shapeInput.sides,
    slotMm: shapeInput.slotMm,
  }),
  output: z.object({ added: z.number(), slots: z.number() }),
  async run({ tx }, { locationId, count, ...shape }) {
    const { room_id } = await readLocation(tx, locationId)
    await lockRooms(tx, [room_id])
    const parent = await readLocation(tx, locationId)
    const level = levelBelow(parent.level) ?? refuseRepository('location.no-level-below')
    const { last } = await tx
      .selectFrom('location')
      .select(max => max.fn.max('ordinal').as('last'))
      .where('parent_id', '=', locationId)
      .executeTakeFirstOrThrow()
    const have = last ?? 0
    if (have + count > 99) refuseRepository('location.too-wide', { count: have })
    const counts = { rows: 1, ...shape, [`${level === 'shelf' ? 'shelves' : `${level}s`}`]: count }
    const planned = planUnder({ level: parent.level, code: parent.code, sortKey: parent.sort_key }, counts, have + 1)
    const slots = await insertPlanned(tx, parent, planned)
    const data = { code: parent.code, added: count, slots }
    return {
      output: { added: count, slots },
      events: [{ name: 'location.extended', subject: locationId, data }],
    }
  },
})
