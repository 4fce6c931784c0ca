import { z } from 'zod'
import { locationName } from '../../domain/repository/input.ts'
import { keysWithin } from '../../domain/repository/levels.ts'
import { refuseRepository } from '../../domain/repository/refusals.ts'
import { LocationId } from '../../domain/shared/ids.ts'
import type { Tx } from '../platform/db.ts'
import { command } from '../platform/operation.ts'
import { type LocationRow, lockRooms, readLocation, slotsIn } from './locations.sql.ts'

const changed = z.object({ locationId: z.string() })

/** Rename a place 库位更名: what people call it; its code stays, since labels carry it (S1.4). */
export const renameLocation = command({
  name: 'location.rename',
  title: '库位更名',
  titleEn: 'Rename a place',
  permission: 'location.rename',
  rules: ['S1.4'],
  input: z.strictObject({ locationId: LocationId, name: locationName }),
  output: changed,
  async run({ tx }, { locationId, name }) {
    const { code, name: before } = await lockLocation(tx, locationId)
    await tx.updateTable('location').set({ name }).where('id', '=', locationId).execute()
    return {
      output: { locationId },
      events: [{ name: 'location.renamed', subject: locationId, data: { code, before, after: name } }],
    }
  },
})

/** Close a place 停用库位 with all that lies in it, once nothing stands there any more; nothing is put into it from then on (S1.4). */
export const closeLocation = command({
  name: 'location.close',
  title: '停用库位',
  titleEn: 'Close a place',
  permission: 'location.close',
  rules: ['S1.4'],
  input: z.strictObject({ locationId: LocationId }),
  output: changed,
  async run({ tx }, { locationId }) {
    const place = await lockLocation(tx, locationId)
    const used = await slotsIn(tx, place).where('used_mm', '>', 0).limit(1).execute()
    if (used.length > 0) refuseRepository('location.not-empty')
    await setActive(tx, place, false)
    return {
      output: { locationId },
      events: [{ name: 'location.closed', subject: locationId, data: { code: place.code } }],
    }
  },
})

/** Reopen a place 恢复库位 with all that lies in it (S1.4). */
export const reopenLocation = command({
  name: 'location.reopen',
  title: '恢复库位',
  titleEn: 'Reopen a place',
  permission: 'location.reopen',
  rules: ['S1.4'],
  input: z.strictObject({ locationId: LocationId }),
  output: changed,
  async run({ tx }, { locationId }) {
    const place = await lockLocation(tx, locationId)
    await setActive(tx, place, true)
    return {
      output: { locationId },
      events: [{ name: 'location.reopened', subject: locationId, data: { code: place.code } }],
    }
  },
})

async function lockLocation(tx: Tx, id: string): Promise<LocationRow> {
  const { room_id } = await readLocation(tx, id)
  await lockRooms(tx, [room_id])
  return readLocation(tx, id)
}

async function setActive(tx: Tx, place: LocationRow, active: boolean): Promise<void> {
  const { from, to } = keysWithin(place.sort_key)
  await tx.updateTable('location').set({ active }).where('sort_key', '>=', from).where('sort_key', '<', to).execute()
}
