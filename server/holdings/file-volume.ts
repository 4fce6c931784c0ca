import type { AuditEvent } from '../../domain/events.ts'
import { missingForFiling } from '../../domain/holdings/item-life.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { assertSecrecyApart, assertVolumeUnfiled } from '../../domain/holdings/volumes/volume.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Context } from '../platform/operation.ts'
import { touchBoxes } from './boxes.sql.ts'
import { fileItem, storeLater } from './file-items.ts'
import { assertChecked } from './filing-faults.sql.ts'
import { storeVolume } from './store-volume.ts'
import { lockMembers, type VolumeRow } from './volumes.sql.ts'

/** Files a locked volume with everything in it in one step (S1.5): all of it, or nothing when one member is not described in full. */
export async function fileVolume(ctx: Context, volume: VolumeRow): Promise<{ items: number; events: AuditEvent[] }> {
  const { tx, actor, now } = ctx
  assertVolumeUnfiled(volume)
  if (volume.state !== 'numbered') refuseVolume('volume.not-numbered')
  const members = await lockMembers(tx, actor, volume.id)
  assertSecrecyApart(volume.exception_reason, members)
  await assertChecked(
    tx,
    members.map(({ id }) => id),
  )
  const incomplete = members.flatMap(item => {
    const missing = missingForFiling(item)
    if (missing.length === 0) return []
    const [zh, en] = [missing.map(name => name.zh).join('、'), missing.map(name => name.en).join(', ')]
    return [
      { field: item.id, zh: `${item.code}《${item.title}》还缺${zh}`, en: `${item.code} “${item.title}” lacks ${en}` },
    ]
  })
  if (incomplete.length > 0) refuseVolume('volume.incomplete', { count: incomplete.length }, incomplete)
  const events: AuditEvent[] = []
  for (const item of members) events.push(await fileItem(ctx, item))
  await tx
    .updateTable('volume')
    .set({ state: 'filed', filed_by: actor.personId, filed_at: now, revision: volume.revision + 1 })
    .where('id', '=', volume.id)
    .execute()
  await storeLater(
    tx,
    members.map(({ id }) => id),
  )
  await touchBoxes(tx, [volume.box_id])
  await enqueue(tx, storeVolume, { volumeId: volume.id }, `store:${volume.id}`)
  return { items: members.length, events }
}
