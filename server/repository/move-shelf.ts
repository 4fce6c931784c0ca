import { z } from 'zod'
import { moveReason } from '../../domain/repository/input.ts'
import { spread } from '../../domain/repository/placing.ts'
import { refuseRepository } from '../../domain/repository/refusals.ts'
import { LocationId } from '../../domain/shared/ids.ts'
import { type Context, command } from '../platform/operation.ts'
import { lockRooms, readLocation, slotsIn } from './locations.sql.ts'
import { type CurrentPlace, endPlacement, insertPlacement, standingIn } from './placements.sql.ts'
import { lockThings, type Thing } from './things.sql.ts'

/** Move all that stands in a place 整架移位 – a slot, shelf, bay, row – to another in one step, in its order: all of it or nothing (S1.4). */
export const moveShelf = command({
  name: 'place.move-shelf',
  title: '整架移位',
  titleEn: 'Move a whole shelf',
  permission: 'place.move-shelf',
  rules: ['S1.4', 'S1.5'],
  input: z.strictObject({
    fromId: LocationId.meta({ title: '从', titleEn: 'From' }),
    toId: LocationId.meta({ title: '到', titleEn: 'To' }),
    reason: moveReason,
  }),
  output: z.object({ moved: z.number() }),
  async run(ctx, { fromId, toId, reason }) {
    const { tx } = ctx
    const [from, to] = [await readLocation(tx, fromId), await readLocation(tx, toId)]
    if (overlap(from.sort_key, to.sort_key)) refuseRepository('place.into-itself')
    await lockRooms(tx, [from.room_id, to.room_id])
    const oldSlots = await slotsIn(tx, from).execute()
    const newSlots = await slotsIn(tx, to).where('active', '=', true).execute()
    const standing = Map.groupBy(
      await standingIn(
        tx,
        oldSlots.map(({ id }) => id),
      ),
      ({ locationId }) => locationId,
    )
    const bySlot = oldSlots.map(({ id }) => standing.get(id) ?? [])
    const plan = spread(
      bySlot.map(things => things.map(({ thicknessMm }) => thicknessMm)),
      newSlots.map(({ capacity_mm, used_mm }) => (capacity_mm ?? 0) - used_mm),
    )
    const all = bySlot.flat()
    if (all.length === 0) refuseRepository('place.nothing-there', { code: from.code })
    if (!plan) return refuseRepository('place.does-not-fit', { from: from.code, to: to.code, count: all.length })
    const targets = plan.flat().map(index => newSlots[index])
    const ids = all.map(({ thingId }) => thingId)
    const things = await lockThings(tx, ctx.actor, ids)
    const moves = all.map((place, at) => ({ place, thing: things.get(place.thingId), slot: targets[at] }))
    const [first, ...rest] = await moveAll(ctx, moves, reason)
    if (!first) throw new Error('a plan that moves something moved nothing')
    return { output: { moved: all.length }, events: [first, ...rest] }
  },
})

const overlap = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)

interface Move {
  readonly place: CurrentPlace
  readonly thing: Thing | undefined
  readonly slot: { readonly id: string; readonly code: string } | undefined
}

async function moveAll(ctx: Context, moves: readonly Move[], reason: string) {
  const events = []
  for (const { place, thing, slot } of moves) {
    if (!thing || !slot) return refuseRepository('place.unknown')
    await endPlacement(ctx, place.placementId, reason)
    await insertPlacement(ctx, thing, { slot, thicknessMm: place.thicknessMm, reason })
    const data = { code: thing.code, from: place.code, location: slot.code, reason }
    events.push({ name: 'place.moved' as const, subject: thing.id, data })
  }
  return events
}
