import { z } from 'zod'
import type { AuditEvent } from '../../domain/events.ts'
import { assertWorksFor } from '../../domain/holdings/item-life.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { assertNobodyLeftBehind } from '../../domain/holdings/volumes/bond.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import {
  assertBindable,
  assertSameMembers,
  assertVolumeOpen,
  mostMembers,
} from '../../domain/holdings/volumes/volume.ts'
import { ItemId, VolumeId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { type MateRow, matesOf } from '../holdings/bonds.sql.ts'
import { lockItems } from '../holdings/items.sql.ts'
import {
  bindItems,
  lockMembers,
  lockVolume,
  settleVolume,
  unbindItems,
  type VolumeRow,
} from '../holdings/volumes.sql.ts'
import type { Tx } from '../platform/db.ts'
import { type Context, command } from '../platform/operation.ts'
import { assertPlanned } from './plan.ts'

const itemIds = z.array(ItemId).min(1).max(mostMembers).meta({ title: '所选各件', titleEn: 'Items' })
const output = z.object({ volumeId: z.string(), items: z.number() })

/** Put items into a volume 入卷, behind what is there; what is never parted from them comes along. Numbers in the volume and pages run on by themselves (S1.3). */
export const addItems = command({
  name: 'volume.add-items',
  title: '入卷',
  titleEn: 'Put items into a volume',
  permission: 'volume.arrange',
  rules: ['S1.3', 'S14.2', 'S14.3'],
  input: z.strictObject({ volumeId: VolumeId, itemIds }),
  output,
  async run(ctx, { volumeId, itemIds }) {
    const volume = await lockVolume(ctx.tx, ctx.actor, volumeId)
    assertWorksFor(ctx.actor, volume.unit_id)
    assertVolumeOpen(volume)
    await assertPlanned(ctx.tx, volume.fonds_id, 'rebind')
    const events = await bindInto(ctx, volume, itemIds)
    return {
      output: { volumeId, items: itemIds.length },
      events: [{ name: 'volume.bound', subject: volumeId, data: { itemIds } }, ...events],
    }
  },
})

/** Binds items into a locked volume; all of them, or none with the reason at each that cannot be. */
export async function bindInto(ctx: Context, volume: VolumeRow, chosen: readonly string[]): Promise<AuditEvent[]> {
  const { tx, actor } = ctx
  const ids = await withMates(tx, volume, chosen)
  const items = await lockItems(tx, actor, ids)
  const issues = ids.flatMap(id => {
    try {
      assertBindable(volume, items.get(id) ?? refuseHoldings('item.unknown'))
      return []
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const title = items.get(id)?.title ?? id
      return [{ field: id, zh: `《${title}》${error.text.zh}`, en: `“${title}”: ${error.text.en}` }]
    }
  })
  if (issues.length > 0) refuseVolume('volume.not-bindable', { count: issues.length }, issues)
  const members = await lockMembers(tx, actor, volume.id)
  if (members.length + ids.length > mostMembers) refuseVolume('volume.full', { most: mostMembers })
  await bindItems(tx, volume.id, ids)
  await settleVolume(tx, volume.id)
  return ids.map(id => ({ name: 'item.bound', subject: id, data: { volumeId: volume.id, title: volume.title } }))
}

/** Papers that are never parted come along, each behind the one it belongs to (S14.3). */
async function withMates(tx: Tx, volume: VolumeRow, ids: readonly string[]): Promise<string[]> {
  const together = await matesOf(tx, ids, 'volume')
  const loose = (mate: MateRow) =>
    mate.volume_id === null && mate.state === 'draft' && mate.series_id === volume.series_id
  const come = (id: string) =>
    together(id)
      .filter(loose)
      .map(mate => mate.id)
  return [
    ...new Set(
      ids.flatMap(id => (ids.some(other => come(other).includes(id) && other !== id) ? [id] : [id, ...come(id)])),
    ),
  ]
}

/** What the members' own histories say when they leave a volume. */
export const unboundEvents = (volume: VolumeRow, ids: readonly string[]): AuditEvent[] =>
  ids.map(id => ({ name: 'item.unbound', subject: id, data: { volumeId: volume.id, title: volume.title } }))

/** Take items out of a volume 出卷; the others move up and their pages run on (S1.3). */
export const removeItems = command({
  name: 'volume.remove-items',
  title: '出卷',
  titleEn: 'Take items out of a volume',
  permission: 'volume.arrange',
  rules: ['S1.3', 'S14.3'],
  input: z.strictObject({ volumeId: VolumeId, itemIds }),
  output,
  async run({ tx, actor }, { volumeId, itemIds }) {
    const volume = await lockVolume(tx, actor, volumeId)
    assertWorksFor(actor, volume.unit_id)
    assertVolumeOpen(volume)
    await assertPlanned(tx, volume.fonds_id, 'rebind')
    const members = new Set((await lockMembers(tx, actor, volumeId)).map(({ id }) => id))
    if (itemIds.some(id => !members.has(id))) refuseVolume('volume.not-member')
    const together = await matesOf(tx, itemIds, 'volume')
    const left = itemIds.flatMap(together).filter(mate => mate.volume_id === volumeId && !itemIds.includes(mate.id))
    assertNobodyLeftBehind(left)
    await unbindItems(tx, itemIds)
    await settleVolume(tx, volumeId)
    return {
      output: { volumeId, items: itemIds.length },
      events: [{ name: 'volume.unbound', subject: volumeId, data: { itemIds } }, ...unboundEvents(volume, itemIds)],
    }
  },
})

/** Put the members of a volume in another order 调整次序: all of them are named, the first one first (S1.3). */
export const reorderItems = command({
  name: 'volume.reorder',
  title: '调整卷内次序',
  titleEn: 'Put a volume in another order',
  permission: 'volume.arrange',
  rules: ['S1.3'],
  input: z.strictObject({ volumeId: VolumeId, itemIds }),
  output,
  async run({ tx, actor }, { volumeId, itemIds }) {
    const volume = await lockVolume(tx, actor, volumeId)
    assertWorksFor(actor, volume.unit_id)
    assertVolumeOpen(volume)
    const members = (await lockMembers(tx, actor, volumeId)).map(({ id }) => id)
    assertSameMembers(members, itemIds)
    await settleVolume(tx, volumeId, itemIds)
    return {
      output: { volumeId, items: itemIds.length },
      events: [{ name: 'volume.reordered', subject: volumeId, data: { itemIds } }],
    }
  },
})
