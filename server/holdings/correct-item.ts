import { z } from 'zod'
import { itemDescription } from '../../domain/holdings/description.ts'
import { correction } from '../../domain/holdings/item-input.ts'
import { assertCleared, assertWorksFor } from '../../domain/holdings/item-life.ts'
import { assertRetentionLawful } from '../../domain/holdings/record-groups.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import type { RetentionCode } from '../../domain/holdings/retention.ts'
import { ItemId } from '../../domain/shared/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import { command } from '../platform/operation.ts'
import { changesBetween } from './changes.ts'
import { checkFields } from './check-fields.ts'
import { assertUnchanged, Revision } from './describe-item.ts'
import { indexItem } from './index-item.ts'
import { descriptionColumns, lockItem } from './items.sql.ts'
import { kindAt } from './kinds.sql.ts'
import { storeItem } from './store-item.ts'
import { storeVolume } from './store-volume.ts'
import { lockVolumeOf, settleVolume } from './volumes.sql.ts'

/** Correct a filed item's description 更正, with a reason; the old values stay in its history, its code and files stay as they are (S1.5). */
export const correctItem = command({
  name: 'item.correct',
  title: '更正',
  titleEn: 'Correct a filed item',
  permission: 'item.correct',
  rules: ['S1.5'],
  input: correction.extend({
    itemId: ItemId,
    revision: Revision,
    reason: z.string().trim().min(2).max(300).meta({ title: '更正原因', titleEn: 'Reason' }),
  }),
  output: z.object({ itemId: z.string(), revision: z.number() }),
  async run({ tx, actor }, { itemId, revision, reason, fields, ...description }) {
    await lockVolumeOf(tx, itemId)
    const item = await lockItem(tx, actor, itemId)
    assertWorksFor(actor, item.unit_id)
    if (item.state !== 'filed') refuseHoldings('item.not-filed')
    assertUnchanged(item, revision)
    assertCleared(actor, description.secrecy)
    const kind = await kindAt(tx, item.kind, item.kind_version)
    const columns = descriptionColumns(itemDescription.parse({ ...description, retention: item.retention }))
    const next = { ...columns, fields: checkFields(kind, fields) }
    assertRetentionLawful(kind.code, next.fields, item.retention as RetentionCode)
    const { before, after } = changesBetween(item, next)
    if (Object.keys(after).length === 0) return refuseHoldings('item.nothing-changed')
    await tx
      .updateTable('item')
      .set({ ...next, fields: JSON.stringify(next.fields), revision: item.revision + 1 })
      .where('id', '=', itemId)
      .execute()
    await indexItem(tx, itemId)
    await enqueue(tx, storeItem, { itemId }, `store:${itemId}`)
    if (item.volume_id && 'secrecy' in after) {
      await settleVolume(tx, item.volume_id)
      await enqueue(tx, storeVolume, { volumeId: item.volume_id }, `store:${item.volume_id}`)
    }
    return {
      output: { itemId, revision: item.revision + 1 },
      events: [{ name: 'item.corrected', subject: itemId, data: { before, after, reason } }],
    }
  },
})
