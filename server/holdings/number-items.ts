import { sql } from 'kysely'
import { z } from 'zod'
import { assertDraft, assertUnfiled, assertWorksFor } from '../../domain/holdings/item-life.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { assertNobodyLeftBehind } from '../../domain/holdings/volumes/bond.ts'
import { assertByItem, assertUnbound, assertUnboxed } from '../../domain/holdings/volumes/volume.ts'
import { ItemId } from '../../domain/shared/ids.ts'
import { normalizeText, searchGrams } from '../../domain/shared/text.ts'
import { type Tx, textArray } from '../platform/db.ts'
import { command } from '../platform/operation.ts'
import { matesOf } from './bonds.sql.ts'
import { bulkIds, bulkOutput, forEachItem } from './bulk.ts'
import { nextCode, returnNumber } from './code-parts.ts'
import { indexItem } from './index-item.ts'
import { lockItem, placeOf } from './items.sql.ts'
import { kindAt } from './kinds.sql.ts'

/** Number items 编号: the archival code 档号 of each, in the order given, without a gap or a duplicate under any number of callers. */
export const numberItems = command({
  name: 'item.number',
  title: '编号',
  titleEn: 'Number items',
  permission: 'item.number',
  rules: ['S1.2', 'S1.5', 'S14.3'],
  input: z.strictObject({ ids: bulkIds }),
  output: bulkOutput,
  async run(ctx, { ids }) {
    const { tx, actor } = ctx
    const together = await matesOf(tx, ids, 'item')
    return forEachItem(ctx, ids, async item => {
      assertWorksFor(actor, item.unit_id)
      assertDraft(item)
      assertUnbound(item)
      assertNobodyLeftBehind(together(item.id).filter(mate => mate.state === 'draft' && !ids.includes(mate.id)))
      const kind = await kindAt(tx, item.kind, item.kind_version)
      assertByItem(kind)
      const { code, scope, serial } = await nextCode(tx, placeOf(item), kind, item.fields)
      await tx
        .updateTable('item')
        .set({ state: 'numbered', code, code_scope: scope, serial, revision: item.revision + 1 })
        .where('id', '=', item.id)
        .execute()
      await addToIndex(tx, item.id, code)
      return { code, event: { name: 'item.numbered', subject: item.id, data: { code } } }
    })
  },
})

/** A code is added to what is already indexed, without reading the files again. */
export async function addToIndex(tx: Tx, itemId: string, code: string): Promise<void> {
  await tx
    .updateTable('item_search')
    .set({
      grams: sql`grams || array_to_tsvector(${textArray(searchGrams(code))})`,
      folded: sql`${normalizeText(code)} || chr(10) || folded`,
      described: sql`described || jsonb_build_object('code', ${normalizeText(code)}::text)`,
    })
    .where('item_id', '=', itemId)
    .execute()
}

/** Withdraw a number 撤销编号 that was given too early: only the last of its class, so that no gap is left (S1.2). */
export const unnumberItem = command({
  name: 'item.unnumber',
  title: '撤销编号',
  titleEn: 'Withdraw a number',
  permission: 'item.unnumber',
  rules: ['S1.2'],
  input: z.strictObject({
    itemId: ItemId,
    reason: z.string().trim().min(2).max(300).meta({ title: '原因', titleEn: 'Reason' }),
  }),
  output: z.object({ itemId: z.string() }),
  async run({ tx, actor }, { itemId, reason }) {
    const item = await lockItem(tx, actor, itemId)
    assertWorksFor(actor, item.unit_id)
    assertUnfiled(item)
    assertUnbound(item)
    assertUnboxed(item)
    const { code, code_scope: scope, serial } = item
    if (code === null || scope === null || serial === null) return refuseHoldings('item.not-numbered')
    if (!(await returnNumber(tx, item.fonds_id, scope, serial))) refuseHoldings('item.not-last', { code })
    await tx
      .updateTable('item')
      .set({ state: 'draft', code: null, code_scope: null, serial: null, revision: item.revision + 1 })
      .where('id', '=', itemId)
      .execute()
    await indexItem(tx, itemId)
    return { output: { itemId }, events: [{ name: 'item.unnumbered', subject: itemId, data: { code, reason } }] }
  },
})
