import { z } from 'zod'
import type { AuditEvent } from '../../domain/events.ts'
import { assertFileable, assertWorksFor, missingForFiling } from '../../domain/holdings/item-life.ts'
import { assertNobodyLeftBehind } from '../../domain/holdings/volumes/bond.ts'
import { assertUnbound } from '../../domain/holdings/volumes/volume.ts'
import type { Tx } from '../platform/db.ts'
import { enqueueAll } from '../platform/jobs.ts'
import { type Context, command } from '../platform/operation.ts'
import { type MateRow, matesOf } from './bonds.sql.ts'
import { touchBoxes } from './boxes.sql.ts'
import { bulkIds, bulkOutput, forEachItem } from './bulk.ts'
import { assertChecked } from './filing-faults.sql.ts'
import type { ItemRow } from './items.sql.ts'
import { storeItem } from './store-item.ts'

/** File items 归档, for good (S1.5): from here on files never change and a description only by a correction; the storage root follows by a job. */
export const fileItems = command({
  name: 'item.file',
  title: '归档',
  titleEn: 'File items',
  permission: 'item.file',
  rules: ['S1.5', 'S14.2', 'S14.3'],
  input: z.strictObject({ ids: bulkIds }),
  output: bulkOutput,
  async run(ctx, { ids }) {
    const boxes: (string | null)[] = []
    const together = await matesOf(ctx.tx, ids, 'item')
    const outcome = await forEachItem(ctx, ids, async item => {
      assertWorksFor(ctx.actor, item.unit_id)
      assertUnbound(item)
      assertNobodyLeftBehind(together(item.id).filter(mate => mate.state !== 'filed' && !mayFollow(mate, ids)))
      await assertChecked(ctx.tx, [item.id])
      const event = await fileItem(ctx, item)
      boxes.push(item.box_id)
      return { code: item.code, event }
    })
    await storeLater(
      ctx.tx,
      outcome.output.done.map(({ id }) => id),
    )
    await touchBoxes(ctx.tx, boxes)
    return outcome
  },
})

/** Whether a paper that belongs to another is filed in the same command. */
const mayFollow = (mate: MateRow, ids: readonly string[]): boolean =>
  ids.includes(mate.id) && mate.state === 'numbered' && missingForFiling(mate).length === 0

/** Files one locked item; the caller has it stored afterwards. */
export async function fileItem({ tx, actor, now }: Context, item: ItemRow): Promise<AuditEvent> {
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
  return { name: 'item.filed', subject: item.id, data: { code: item.code ?? '', components } }
}

/** Has filed items written into the storage root once this is committed. */
export const storeLater = (tx: Tx, ids: readonly string[]) =>
  enqueueAll(
    tx,
    storeItem,
    ids.map(itemId => ({ payload: { itemId }, key: `store:${itemId}` })),
  )
