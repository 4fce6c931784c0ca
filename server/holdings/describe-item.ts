import { z } from 'zod'
import { secrecyOf } from '../../domain/access/secrecy.ts'
import { descriptionOf, itemInput } from '../../domain/holdings/item-input.ts'
import { assertCleared, assertDraft, assertUnfiled, assertWorksFor } from '../../domain/holdings/item-life.ts'
import { assertRetentionLawful } from '../../domain/holdings/record-groups.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { assertUnbound } from '../../domain/holdings/volumes/volume.ts'
import { ItemId } from '../../domain/shared/ids.ts'
import { command } from '../platform/operation.ts'
import { changesBetween } from './changes.ts'
import { checkFields } from './check-fields.ts'
import { indexItem } from './index-item.ts'
import { descriptionColumns, ensureSeries, type ItemRow, lockItem } from './items.sql.ts'
import { currentKind } from './kinds.sql.ts'
import { lockVolumeOf, settleVolume } from './volumes.sql.ts'

/** Revision the page was read at: a change made meanwhile is noticed, and nothing is overwritten unseen. */
export const Revision = z.int().min(1).meta({ title: '修改次数', titleEn: 'Revision' })

export function assertUnchanged(item: ItemRow, revision: number): void {
  if (item.revision !== revision) refuseHoldings('item.changed', { revision: item.revision })
}

/** Describe an item 著录 again while it is not filed; what its number says (year, retention, unit) changes only without a number (S1.2). */
export const describeItem = command({
  name: 'item.describe',
  title: '著录',
  titleEn: 'Describe an item',
  permission: 'item.describe',
  rules: ['S1.2', 'S14.5'],
  input: itemInput.extend({ itemId: ItemId, revision: Revision }),
  output: z.object({ itemId: z.string(), revision: z.number() }),
  async run({ tx, actor }, { itemId, revision, ...input }) {
    await lockVolumeOf(tx, itemId)
    const item = await lockItem(tx, actor, itemId)
    assertWorksFor(actor, item.unit_id)
    assertWorksFor(actor, input.unitId)
    assertUnfiled(item)
    assertUnchanged(item, revision)
    assertCleared(actor, input.secrecy)
    const { kind, version } = await currentKind(tx, input.kind)
    const next = {
      ...descriptionColumns(descriptionOf(input)),
      kind: kind.code,
      year: input.year,
      unit_id: input.unitId,
      fields: checkFields(kind, input.fields),
    }
    assertRetentionLawful(kind.code, next.fields, input.retention)
    const { before, after } = changesBetween(item, next)
    if (Object.keys(after).length === 0) return refuseHoldings('item.nothing-changed')
    if (['kind', 'year', 'retention', 'unit_id'].some(column => column in after)) {
      assertDraft(item)
      assertUnbound(item)
    }
    const seriesId = await ensureSeries(tx, input)
    await tx
      .updateTable('item')
      .set({
        ...next,
        fields: JSON.stringify(next.fields),
        kind_version: version,
        series_id: seriesId,
        revision: item.revision + 1,
      })
      .where('id', '=', itemId)
      .execute()
    await indexItem(tx, itemId)
    if (item.volume_id && ('pages' in after || 'secrecy' in after)) await settleVolume(tx, item.volume_id)
    return {
      output: { itemId, revision: item.revision + 1 },
      events: [{ name: 'item.described', subject: itemId, data: { before, after } }],
    }
  },
})

/** Discard drafts 删除草稿: only what has no number; the whole description stays in the trail. */
export const discardItem = command({
  name: 'item.discard',
  title: '删除草稿',
  titleEn: 'Discard a draft',
  permission: 'item.discard',
  rules: ['S1.2'],
  input: z.strictObject({ itemId: ItemId, revision: Revision }),
  output: z.object({ itemId: z.string() }),
  async run({ tx, actor }, { itemId, revision }) {
    const item = await lockItem(tx, actor, itemId)
    assertWorksFor(actor, item.unit_id)
    assertDraft(item)
    assertUnbound(item)
    assertUnchanged(item, revision)
    await tx
      .deleteFrom('content_ticket')
      .where('component_id', 'in', tx.selectFrom('component').select('id').where('item_id', '=', itemId))
      .execute()
    await tx.deleteFrom('component').where('item_id', '=', itemId).execute()
    await tx.deleteFrom('item').where('id', '=', itemId).execute()
    const description = { ...item, secrecy: secrecyOf(item.secrecy) }
    return { output: { itemId }, events: [{ name: 'item.discarded', subject: itemId, data: { description } }] }
  },
})
