import { z } from 'zod'
import type { AuditEvent } from '../../domain/events.ts'
import { assertUnfiled, assertWorksFor } from '../../domain/holdings/item-life.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { ComponentId, ItemId, UploadId } from '../../domain/shared/ids.ts'
import { command, type NonEmpty } from '../platform/operation.ts'
import { attachUploads } from './attach-uploads.ts'
import { indexItem } from './index-item.ts'
import { lockItem } from './items.sql.ts'
import { openContent } from './open-content.ts'
import { visibleItems } from './visible.sql.ts'

/** Attach files 加入电子文件 to an item that is not filed, from one's own finished uploads. */
export const attachComponents = command({
  name: 'component.attach',
  title: '加入电子文件',
  titleEn: 'Attach files',
  permission: 'component.attach',
  rules: ['S1.2', 'S1.5'],
  input: z.strictObject({
    itemId: ItemId,
    uploadIds: z.array(UploadId).min(1).max(200).meta({ title: '电子文件', titleEn: 'Files' }),
  }),
  output: z.object({ itemId: z.string(), revision: z.number() }),
  async run(ctx, { itemId, uploadIds }) {
    const item = await lockItem(ctx.tx, ctx.actor, itemId)
    assertWorksFor(ctx.actor, item.unit_id)
    assertUnfiled(item)
    const events = (await attachUploads(ctx, itemId, uploadIds)) as unknown as NonEmpty<AuditEvent>
    const revision = item.revision + 1
    await ctx.tx.updateTable('item').set({ revision }).where('id', '=', itemId).execute()
    await indexItem(ctx.tx, itemId)
    return { output: { itemId, revision }, events }
  },
})

/** Detach a file 移除电子文件 from an item that is not filed; the trail keeps its name and digest. */
export const detachComponent = command({
  name: 'component.detach',
  title: '移除电子文件',
  titleEn: 'Detach a file',
  permission: 'component.detach',
  rules: ['S1.5'],
  input: z.strictObject({ componentId: ComponentId }),
  output: z.object({ itemId: z.string(), revision: z.number() }),
  async run({ tx, actor }, { componentId }) {
    const component = await tx
      .selectFrom('component')
      .select(['item_id', 'name', 'sha256'])
      .where('id', '=', componentId)
      .executeTakeFirst()
    if (!component) return refuseHoldings('component.unknown')
    const item = await lockItem(tx, actor, component.item_id)
    assertWorksFor(actor, item.unit_id)
    assertUnfiled(item)
    await tx.deleteFrom('content_ticket').where('component_id', '=', componentId).execute()
    const { numDeletedRows } = await tx.deleteFrom('component').where('id', '=', componentId).executeTakeFirst()
    if (numDeletedRows === 0n) refuseHoldings('component.unknown')
    const revision = item.revision + 1
    await tx.updateTable('item').set({ revision }).where('id', '=', item.id).execute()
    await indexItem(tx, item.id)
    const data = { componentId, name: component.name, sha256: component.sha256 }
    return { output: { itemId: item.id, revision }, events: [{ name: 'component.detached', subject: item.id, data }] }
  },
})

/** Open a file 查看电子文件: leaves a trace and gives a link that works for this person for ten minutes. */
export const openComponent = command({
  name: 'component.open',
  title: '查看电子文件',
  titleEn: 'Open a file',
  permission: 'component.open',
  rules: ['S17.4', 'S2.6'],
  input: z.strictObject({ componentId: ComponentId }),
  output: z.object({ url: z.string(), expiresAt: z.string() }),
  async run({ tx, actor, now }, { componentId }) {
    const component = await tx
      .selectFrom('component')
      .innerJoin('item', 'item.id', 'component.item_id')
      .select(['component.item_id', 'component.name', 'component.sha256'])
      .where('component.id', '=', componentId)
      .where(visibleItems(actor))
      .executeTakeFirst()
    if (!component) return refuseHoldings('component.unknown')
    return {
      output: await openContent({ tx, actor, now }, { ...component, componentId }),
      events: [
        {
          name: 'component.opened',
          subject: component.item_id,
          data: { itemId: component.item_id, name: component.name },
        },
      ],
    }
  },
})
