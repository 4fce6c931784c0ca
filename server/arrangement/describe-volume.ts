import { z } from 'zod'
import { volumeDescription } from '../../domain/arrangement/volume-input.ts'
import { assertWorksFor } from '../../domain/holdings/item-life.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { assertVolumeUnfiled } from '../../domain/holdings/volumes/volume.ts'
import { VolumeId } from '../../domain/shared/ids.ts'
import { changesBetween } from '../holdings/changes.ts'
import { Revision } from '../holdings/describe-item.ts'
import { lockVolume, updateVolume } from '../holdings/volumes.sql.ts'
import { command } from '../platform/operation.ts'

/** Describe a volume 案卷著录: title, remarks sheet, why its papers lie together, who bound and checked it; until it is filed (S1.3). */
export const describeVolume = command({
  name: 'volume.describe',
  title: '案卷著录',
  titleEn: 'Describe a volume',
  permission: 'volume.arrange',
  rules: ['S1.3', 'S14.4'],
  input: volumeDescription.extend({ volumeId: VolumeId, revision: Revision }),
  output: z.object({ volumeId: z.string(), revision: z.number() }),
  async run({ tx, actor }, { volumeId, revision, ...input }) {
    const volume = await lockVolume(tx, actor, volumeId)
    assertWorksFor(actor, volume.unit_id)
    assertVolumeUnfiled(volume)
    if (volume.revision !== revision) refuseVolume('volume.changed')
    const next = {
      title: input.title,
      self_made_title: input.selfMadeTitle,
      note: input.note,
      exception_reason: input.exceptionReason,
      bound_by: input.boundBy,
      bound_on: input.boundOn,
      checked_by: input.checkedBy,
      checked_on: input.checkedOn,
    }
    const { before, after } = changesBetween(volume, next)
    if (Object.keys(after).length === 0) return refuseHoldings('item.nothing-changed')
    await updateVolume(tx, volume, next)
    return {
      output: { volumeId, revision: volume.revision + 1 },
      events: [{ name: 'volume.described', subject: volumeId, data: { before, after } }],
    }
  },
})
