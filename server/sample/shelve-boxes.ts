import { buildRoom } from '../repository/build-room.ts'
import { assignPlaces } from '../repository/place-things.ts'
import { actAs } from './act-as.ts'
import { archivists, type Farm } from './fill-archive.ts'

const room = { code: '1', name: '一号库房', rows: 4, bays: 5, shelves: 6, slots: 1, slotMm: 900 }
const atOnce = 100

/** Builds the farm's store room 库房 and puts the boxes where the system tells; answers the room. */
export async function shelveBoxes({ runtime, cast }: Farm, boxIds: readonly string[]): Promise<string> {
  const by = { runtime, actor: archivists(cast).at(-1)!.actor }
  const { locationId } = await actAs({ ...by, key: 'sample-room' }, buildRoom, room)
  for (let start = 0; start < boxIds.length; start += atOnce) {
    const thingIds = boxIds.slice(start, start + atOnce)
    const { refused } = await actAs({ ...by, key: `sample-shelve-${start}` }, assignPlaces, { thingIds, locationId })
    if (refused.length > 0) throw new Error(`place.assign: ${refused[0]?.message}`)
  }
  return locationId
}
