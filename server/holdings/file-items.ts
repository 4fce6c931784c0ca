import { z } from 'zod'
import { assertFileable, assertWorksFor } from '../../domain/holdings/item-life.ts'
import { enqueueAll } from '../platform/jobs.ts'
import { command } from '../platform/operation.ts'
import { bulkIds, bulkOutput, forEachItem } from './bulk.ts'
import { storeItem } from './store-item.ts'

/** File items 归档, for good (S1.5): from here on files never change and a description only by a correction; the storage root follows by a job. */
export const fileItems = command({
  name: 'item.file',
  title: '归档',
  titleEn: 'File items',
  permission: 'item.file',
  rules: ['S1.5', 'S14.2'],
  input: z.strictObject({ ids: bulkIds }),
  output: bulkOutput,
  async run(ctx, { ids }) {
    const { tx, actor, now } = ctx
    const outcome = await forEachItem(ctx, ids, async item => {
      assertWorksFor(actor, item.unit_id)
      assertFileable(item)
      const { components } = await tx
        .selectFrom('component')
        .select(count => count.fn.countAll<number>().as('components'))
        .where('item_id', '=', item.id)
        .executeTakeFirstOrThrow()
      await tx
        .updateTable('item')
        .set({ state: 'filed', filed_by: actor.personId, filed_at: now, revision: item.revision + 1 })
        .where('id', '=', item.id)
        .execute()
      return {
        code: item.code,
        event: { name: 'item.filed', subject: item.id, data: { code: item.code ?? '', components } },
      }
    })
    await enqueueAll(
      tx,
      storeItem,
      outcome.output.done.map(({ id }) => ({ payload: { itemId: id }, key: `store:${id}` })),
    )
    return outcome
  },
})
