import { z } from 'zod'
import { moveReason, thingIds } from '../../domain/repository/input.ts'
import { assertHolds, assertLoose } from '../../domain/repository/placing.ts'
import { refuseRepository } from '../../domain/repository/refusals.ts'
import { LocationId } from '../../domain/shared/ids.ts'
import { type Context, command } from '../platform/operation.ts'
import { forEachThing, type Held, holdThings, placedOutput } from './bulk.ts'
import { type LocationRow, lockRooms, readLocation, slotFacts } from './locations.sql.ts'
import { currentPlaces, endPlacement, insertPlacement } from './placements.sql.ts'
import { proposeFor } from './propose.ts'
import type { Thing } from './things.sql.ts'

const thickness = z.int().min(1).max(5000).optional().meta({ title: '厚度（毫米）', titleEn: 'Thickness (mm)' })

interface Wish {
  readonly thingIds: readonly string[]
  readonly locationId?: string | undefined
  readonly thicknessMm?: number | undefined
}

/**
 * Shelve 上架 boxes, volumes and objects: into the slot that is named, or where the system tells by class – anywhere, or inside the room, row,
 * bay or shelf that is named (S1.4, S14.1).
 */
export const assignPlaces = command({
  name: 'place.assign',
  title: '上架',
  titleEn: 'Shelve',
  permission: 'place.assign',
  rules: ['S1.4', 'S14.1', 'S1.5'],
  input: z.strictObject({ thingIds, locationId: LocationId.optional(), thicknessMm: thickness }),
  output: placedOutput,
  run: shelve,
})

/** Shelves things; what a sample of a whole archive calls as well, to put every box in its place. */
export async function shelve(ctx: Context, wish: Wish) {
  const within = wish.locationId ? await readLocation(ctx.tx, wish.locationId) : undefined
  await lockRooms(ctx.tx, within ? [within.room_id] : 'all')
  const held = await holdThings(ctx, wish.thingIds)
  return forEachThing(ctx, inClassOrder(wish.thingIds, held), held, async ({ thing, place }) => {
    if (place) refuseRepository('place.already', { code: thing.code })
    assertLoose(thing)
    const thicknessMm = measured(thing, wish.thicknessMm)
    const { slot, because } = await chosenSlot(ctx, { thing, thicknessMm, within })
    await insertPlacement(ctx, thing, { slot, thicknessMm, reason: '' })
    const data = { code: thing.code, location: slot.code }
    return {
      location: slot.code,
      ...(because && { because }),
      event: { name: 'place.assigned', subject: thing.id, data },
    }
  })
}

/** Move 移位 things to another place, with the reason; the old place stays in the history (S1.4). */
export const moveThings = command({
  name: 'place.move',
  title: '移位',
  titleEn: 'Move',
  permission: 'place.move',
  rules: ['S1.4', 'S1.5'],
  input: z.strictObject({ thingIds, locationId: LocationId, reason: moveReason }),
  output: placedOutput,
  async run(ctx, { thingIds: ids, locationId, reason }) {
    const within = await readLocation(ctx.tx, locationId)
    const held = await holdInRooms(ctx, ids, [within.room_id])
    return forEachThing(ctx, ids, held, async ({ thing, place }) => {
      if (!place) return refuseRepository('place.none', { code: thing.code })
      if (place.locationId === locationId) refuseRepository('place.same', { code: thing.code })
      const { slot, because } = await chosenSlot(ctx, { thing, thicknessMm: place.thicknessMm, within })
      await endPlacement(ctx, place.placementId, reason)
      await insertPlacement(ctx, thing, { slot, thicknessMm: place.thicknessMm, reason })
      const data = { code: thing.code, from: place.code, location: slot.code, reason }
      return {
        location: slot.code,
        ...(because && { because }),
        event: { name: 'place.moved', subject: thing.id, data },
      }
    })
  },
})

/** Take things off the shelf 下架, with the reason: lent for repair, destroyed, handed over, put there by mistake (S1.4). */
export const takeOff = command({
  name: 'place.take-off',
  title: '下架',
  titleEn: 'Take off the shelf',
  permission: 'place.take-off',
  rules: ['S1.4', 'S1.5'],
  input: z.strictObject({ thingIds, reason: moveReason }),
  output: placedOutput,
  async run(ctx, { thingIds: ids, reason }) {
    const held = await holdInRooms(ctx, ids, [])
    return forEachThing(ctx, ids, held, async ({ thing, place }) => {
      if (!place) return refuseRepository('place.none', { code: thing.code })
      await endPlacement(ctx, place.placementId, reason)
      const data = { code: thing.code, location: place.code, reason }
      return { location: place.code, event: { name: 'place.taken-off', subject: thing.id, data } }
    })
  },
})

/** Rooms are locked before things, by everybody: what was carried into another room in between is refused. */
async function holdInRooms(ctx: Context, ids: readonly string[], alsoIn: readonly string[]) {
  const before = await currentPlaces(ctx.tx, ids)
  const rooms = new Set([...alsoIn, ...[...before.values()].map(({ roomId }) => roomId)])
  await lockRooms(ctx.tx, [...rooms])
  const held = await holdThings(ctx, ids)
  for (const { place } of held.values())
    if (place && !rooms.has(place.roomId)) refuseRepository('place.placed-meanwhile')
  return held
}

const measured = (thing: Thing, givenMm: number | undefined): number =>
  thing.kind === 'box' ? thing.thicknessMm : (givenMm ?? thing.thicknessMm)

/** Things of one class follow one another by number; otherwise the order given stays. */
function inClassOrder(ids: readonly string[], held: ReadonlyMap<string, Held>): string[] {
  const classes = Map.groupBy(new Set(ids), id => held.get(id)?.thing.seriesId ?? '')
  return [...classes.values()].flatMap(one =>
    one.toSorted((a, b) => (held.get(a)?.thing.number ?? 0) - (held.get(b)?.thing.number ?? 0)),
  )
}

interface Choice {
  readonly thing: Thing
  readonly thicknessMm: number
  readonly within: LocationRow | undefined
}

/** The slot named, or the one the system tells inside what is named; refused unless it holds the thing. */
async function chosenSlot({ tx }: Context, { thing, thicknessMm, within }: Choice) {
  const proposal =
    within?.level === 'slot' ? { locationId: within.id } : await proposeFor(tx, thing, { thicknessMm, within })
  if (!proposal) return refuseRepository('place.none-free', { needed: thicknessMm })
  const slot = await readLocation(tx, proposal.locationId)
  assertHolds(slotFacts(slot), thicknessMm)
  return { slot, because: 'because' in proposal ? proposal.because : undefined }
}
