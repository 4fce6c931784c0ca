import { sql } from 'kysely'
import { z } from 'zod'
import { keysWithin, levelCodes } from '../../domain/repository/levels.ts'
import { LocationId } from '../../domain/shared/ids.ts'
import { query } from '../platform/operation.ts'
import { readLocation, slotsIn } from './locations.sql.ts'
import { standingIn } from './placements.sql.ts'
import { readThings } from './things.sql.ts'

/** All rooms 库房 with how full they are by length; closed places count for nothing. */
export const listRooms = query({
  name: 'location.list',
  title: '库房列表',
  titleEn: 'Rooms',
  permission: 'location.list',
  rules: ['S1.4'],
  input: z.strictObject({}),
  output: z.object({
    rooms: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        active: z.boolean(),
        capacityMm: z.number(),
        usedMm: z.number(),
        slots: z.number(),
        freeSlots: z.number(),
      }),
    ),
  }),
  async run({ tx }) {
    const rooms = await tx
      .selectFrom('location as room')
      .leftJoin('location as slot', join =>
        join.onRef('slot.room_id', '=', 'room.id').on('slot.level', '=', 'slot').on('slot.active', '=', true),
      )
      .select(['room.id', 'room.code', 'room.name', 'room.active'])
      .select([
        sql<number>`coalesce(sum(slot.capacity_mm), 0)::int`.as('capacityMm'),
        sql<number>`coalesce(sum(slot.used_mm), 0)::int`.as('usedMm'),
        sql<number>`count(slot.id)::int`.as('slots'),
        sql<number>`(count(slot.id) filter (where slot.used_mm = 0))::int`.as('freeSlots'),
      ])
      .where('room.level', '=', 'room')
      .groupBy('room.id')
      .orderBy('room.sort_key')
      .execute()
    return { rooms }
  },
})

const place = z.object({
  id: z.string(),
  parentId: z.string(),
  level: z.enum(levelCodes),
  ordinal: z.number(),
  code: z.string(),
  name: z.string(),
  active: z.boolean(),
})

/** Plan of a room 库房平面: its rows, bays and shelves, each shelf with its length, how much of it is used, and how many things stand there. */
export const showPlan = query({
  name: 'location.plan',
  title: '库房平面',
  titleEn: 'Plan of a room',
  permission: 'location.plan',
  rules: ['S1.4'],
  input: z.strictObject({ locationId: LocationId }),
  output: z.object({
    room: z.object({ id: z.string(), code: z.string(), name: z.string(), active: z.boolean() }),
    places: z.array(place),
    shelves: z.record(
      z.string(),
      z.object({ capacityMm: z.number(), usedMm: z.number(), slots: z.number(), things: z.number() }),
    ),
  }),
  async run({ tx }, { locationId }) {
    const { room_id } = await readLocation(tx, locationId)
    const room = await readLocation(tx, room_id)
    const { from, to } = keysWithin(room.sort_key)
    const places = await tx
      .selectFrom('location')
      .select(['id', 'parent_id', 'level', 'ordinal', 'code', 'name', 'active'])
      .where('level', 'in', ['row', 'bay', 'shelf'])
      .where('sort_key', '>=', from)
      .where('sort_key', '<', to)
      .orderBy('sort_key')
      .execute()
    const { rows: shelves } = await sql<{
      id: string
      capacityMm: number
      usedMm: number
      slots: number
      things: number
    }>`
      select slot.parent_id as id, coalesce(sum(slot.capacity_mm) filter (where slot.active), 0)::int as "capacityMm",
        sum(slot.used_mm)::int as "usedMm", count(*)::int as slots, coalesce(sum(stand.things), 0)::int as things
      from location slot
      left join lateral (select count(*) as things from placement where location_id = slot.id and ended_at is null) stand on slot.used_mm > 0
      where slot.level = 'slot' and slot.sort_key >= ${from} and slot.sort_key < ${to}
      group by slot.parent_id`.execute(tx)
    return {
      room: { id: room.id, code: room.code, name: room.name, active: room.active },
      places: places.map(({ parent_id, level, ...row }) => ({
        ...row,
        parentId: parent_id ?? room.id,
        level: level as z.infer<typeof place>['level'],
      })),
      shelves: Object.fromEntries(shelves.map(({ id, ...shelf }) => [id, shelf])),
    }
  },
})

/** What a box, volume or item is called; its title only for those who may see it. */
export const standing = z.object({
  id: z.string(),
  kind: z.enum(['box', 'volume', 'item']),
  /** Null for what this person may not see: something stands there, and that is all they learn. */
  code: z.string().nullable(),
  title: z.string(),
  thicknessMm: z.number(),
  position: z.number(),
  placedAt: z.string(),
})

/** What stands in a place 格内档案 – a shelf or one slot – from the left (S1.4); titles only of what this person may see (S17.4). */
export const showLocation = query({
  name: 'location.show',
  title: '查看库位',
  titleEn: 'Look into a place',
  permission: 'location.show',
  rules: ['S1.4', 'S17.4'],
  input: z.strictObject({ locationId: LocationId }),
  output: z.object({
    id: z.string(),
    roomId: z.string(),
    level: z.enum(levelCodes),
    code: z.string(),
    name: z.string(),
    active: z.boolean(),
    slots: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        capacityMm: z.number(),
        usedMm: z.number(),
        active: z.boolean(),
        things: z.array(standing),
      }),
    ),
  }),
  async run({ tx, actor }, { locationId }) {
    const { id, room_id: roomId, level, code, name, active, ...row } = await readLocation(tx, locationId)
    const slots = level === 'shelf' || level === 'slot' ? await slotsIn(tx, row).execute() : []
    const places = await standingIn(
      tx,
      slots.map(slot => slot.id),
    )
    const things = await readThings(
      tx,
      actor,
      places.map(({ thingId }) => thingId),
    )
    const bySlot = Map.groupBy(places, ({ locationId: at }) => at)
    return {
      ...{ id, roomId, level, code, name, active },
      slots: slots.map(slot => ({
        id: slot.id,
        code: slot.code,
        capacityMm: slot.capacity_mm ?? 0,
        usedMm: slot.used_mm,
        active: slot.active,
        things: (bySlot.get(slot.id) ?? []).map(({ thingId, thicknessMm, position, placedAt }) => {
          const thing = things.get(thingId)
          const kind = thingId.startsWith('box') ? 'box' : thingId.startsWith('volume') ? 'volume' : 'item'
          return {
            ...{ id: thingId, kind: kind as z.infer<typeof standing>['kind'], thicknessMm, position, placedAt },
            code: thing?.code ?? null,
            title: thing?.title ?? '',
          }
        }),
      })),
    }
  },
})
