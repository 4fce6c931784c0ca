import { z } from 'zod'
import { assertWorksFor } from '../../domain/holdings/item-life.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { assertUnboxed } from '../../domain/holdings/volumes/volume.ts'
import { VolumeId } from '../../domain/shared/ids.ts'
import { bulkOutput, forEach } from '../holdings/bulk.ts'
import { fileVolume } from '../holdings/file-volume.ts'
import { numberVolume, unnumberVolume } from '../holdings/number-volume.ts'
import { lockVolume, lockVolumes } from '../holdings/volumes.sql.ts'
import { command } from '../platform/operation.ts'

const ids = z.array(VolumeId).min(1).max(200).meta({ title: '所选案卷', titleEn: 'Volumes' })

/** Number volumes 案卷编号 in the order given, and everything in them with them: no gap and no duplicate under any number of callers (S1.2). */
export const numberVolumes = command({
  name: 'volume.number',
  title: '案卷编号',
  titleEn: 'Number volumes',
  permission: 'volume.number',
  rules: ['S1.2', 'S1.3', 'S14.4'],
  input: z.strictObject({ ids }),
  output: bulkOutput,
  async run({ tx, actor }, { ids }) {
    const volumes = await lockVolumes(tx, actor, ids)
    return forEach(actor, ids, async id => {
      const volume = volumes.get(id) ?? refuseVolume('volume.unknown')
      assertWorksFor(actor, volume.unit_id)
      const { code, events } = await numberVolume(tx, actor, volume)
      return { code, events: [{ name: 'volume.numbered', subject: id, data: { code } }, ...events] }
    })
  },
})

/** Withdraw the number of a volume 撤销案卷号 and of all in it: only the last of its class, so that no gap is left (S1.2). */
export const withdrawVolumeNumber = command({
  name: 'volume.unnumber',
  title: '撤销案卷号',
  titleEn: 'Withdraw the number of a volume',
  permission: 'volume.unnumber',
  rules: ['S1.2'],
  input: z.strictObject({
    volumeId: VolumeId,
    reason: z.string().trim().min(2).max(300).meta({ title: '原因', titleEn: 'Reason' }),
  }),
  output: z.object({ volumeId: z.string() }),
  async run({ tx, actor }, { volumeId, reason }) {
    const volume = await lockVolume(tx, actor, volumeId)
    assertWorksFor(actor, volume.unit_id)
    assertUnboxed(volume)
    const { code, events } = await unnumberVolume(tx, actor, volume, reason)
    return {
      output: { volumeId },
      events: [{ name: 'volume.unnumbered', subject: volumeId, data: { code, reason } }, ...events],
    }
  },
})

/** File volumes 案卷归档 with everything in them, each in one step and for good (S1.5). */
export const fileVolumes = command({
  name: 'volume.file',
  title: '案卷归档',
  titleEn: 'File volumes',
  permission: 'volume.file',
  rules: ['S1.5', 'S14.2', 'S14.4'],
  input: z.strictObject({ ids }),
  output: bulkOutput,
  async run(ctx, { ids }) {
    const { tx, actor } = ctx
    const volumes = await lockVolumes(tx, actor, ids)
    return forEach(actor, ids, async id => {
      const volume = volumes.get(id) ?? refuseVolume('volume.unknown')
      assertWorksFor(actor, volume.unit_id)
      const { items, events } = await fileVolume(ctx, volume)
      const filed = { name: 'volume.filed', subject: id, data: { code: volume.code ?? '', items } } as const
      return { code: volume.code, events: [filed, ...events] }
    })
  },
})
