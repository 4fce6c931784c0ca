import { sql } from 'kysely'
import { z } from 'zod'
import { assertDraft, assertUnfiled, assertWorksFor } from '../../domain/holdings/item-life.ts'
import { formatCode, nextSerial, partsOfFields, scopeOf, templateOf } from '../../domain/holdings/numbering/index.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { ItemId } from '../../domain/shared/ids.ts'
import { normalizeText, searchGrams } from '../../domain/shared/text.ts'
import { type Tx, textArray } from '../platform/db.ts'
import { command } from '../platform/operation.ts'
import { bulkIds, bulkOutput, forEachItem } from './bulk.ts'
import { indexItem } from './index-item.ts'
import { type ItemRow, lockItem, readFonds } from './items.sql.ts'
import { kindAt } from './kinds.sql.ts'

/** Number items 编号: the archival code 档号 of each, in the order given, without a gap or a duplicate under any number of callers. */
export const numberItems = command({
  name: 'item.number',
  title: '编号',
  titleEn: 'Number items',
  permission: 'item.number',
  rules: ['S1.2', 'S1.5'],
  input: z.strictObject({ ids: bulkIds }),
  output: bulkOutput,
  run(ctx, { ids }) {
    const { tx, actor } = ctx
    return forEachItem(ctx, ids, async item => {
      assertWorksFor(actor, item.unit_id)
      assertDraft(item)
      const { code, scope, serial } = await nextCode(tx, item)
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

/** The code an item gets: the counter of its class is locked by its row until the transaction ends. */
async function nextCode(tx: Tx, item: ItemRow): Promise<{ code: string; scope: string; serial: number }> {
  const fonds = await readFonds(tx, item.fonds_id)
  const kind = await kindAt(tx, item.kind, item.kind_version)
  const unit = item.unit_id
    ? await tx.selectFrom('unit').select('code').where('id', '=', item.unit_id).executeTakeFirst()
    : undefined
  const chosen = (fonds.code_templates as Record<string, string>)[kind.code]
  const template = templateOf(chosen ?? kind.codePattern)
  const parts = {
    fonds: fonds.code,
    category: kind.categoryCode,
    year: item.year,
    retention: item.retention,
    ...(unit && { unit: unit.code }),
    ...partsOfFields(item.fields as Readonly<Record<string, unknown>>),
  }
  // Parts that make no code are refused before the counter moves, so that a refusal leaves no gap.
  formatCode(template, { ...parts, [template.serial]: nextSerial(null) })
  const scope = scopeOf(template, parts)
  const { last: serial } = await tx
    .insertInto('code_counter')
    .values({ fonds_id: fonds.id, scope, last: nextSerial(null) })
    .onConflict(conflict => conflict.columns(['fonds_id', 'scope']).doUpdateSet({ last: sql`code_counter.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return { code: formatCode(template, { ...parts, [template.serial]: serial }), scope, serial }
}

/** A code is added to what is already indexed, without reading the files again. */
async function addToIndex(tx: Tx, itemId: string, code: string): Promise<void> {
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
    const { code, code_scope: scope, serial } = item
    if (code === null || scope === null || serial === null) return refuseHoldings('item.not-numbered')
    const { numUpdatedRows } = await tx
      .updateTable('code_counter')
      .set({ last: serial - 1 })
      .where('fonds_id', '=', item.fonds_id)
      .where('scope', '=', scope)
      .where('last', '=', serial)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) refuseHoldings('item.not-last', { code })
    await tx
      .updateTable('item')
      .set({ state: 'draft', code: null, code_scope: null, serial: null, revision: item.revision + 1 })
      .where('id', '=', itemId)
      .execute()
    await indexItem(tx, itemId)
    return { output: { itemId }, events: [{ name: 'item.unnumbered', subject: itemId, data: { code, reason } }] }
  },
})
