import { z } from 'zod'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { kindDefinition } from '../../domain/kinds/index.ts'
import { ItemId } from '../../domain/shared/ids.ts'
import type { Reads } from '../platform/db.ts'
import { query } from '../platform/operation.ts'
import { previewOf } from '../text/sniff.ts'
import { historyOf, historyOutput, historyPage } from './history.sql.ts'
import { itemRow, toItemRow, visibleRows } from './item-rows.sql.ts'
import { readItem } from './items.sql.ts'
import { kindAt } from './kinds.sql.ts'

const component = z.object({
  id: z.string(),
  ordinal: z.number(),
  name: z.string(),
  size: z.number(),
  mime: z.string(),
  sha256: z.string(),
  pages: z.number().nullable(),
  textState: z.string(),
  /** Why no text could be read. */
  textFailure: z.string().nullable(),
  preview: z.enum(['pdf', 'image', 'text', 'none']),
  attachedAt: z.string(),
})

/** Show an item 件 with all that is written about it, its files, and what may be done next. */
export const showItem = query({
  name: 'item.show',
  title: '查看档案',
  titleEn: 'Show an item',
  permission: 'item.show',
  rules: ['S1.5', 'S17.4'],
  input: z.strictObject({ itemId: ItemId }),
  output: z.object({
    item: itemRow.extend({
      note: z.string(),
      openness: z.string(),
      fields: z.record(z.string(), z.unknown()),
      fonds: z.object({ id: z.string(), code: z.string(), name: z.string() }),
      seriesId: z.string(),
      registeredBy: z.string(),
      filedBy: z.string().nullable(),
      stored: z.boolean(),
      volume: z
        .object({
          id: z.string(),
          code: z.string().nullable(),
          title: z.string(),
          ordinal: z.number(),
          pageFrom: z.number().nullable(),
          pageTo: z.number().nullable(),
        })
        .nullable(),
      box: z.object({ id: z.string(), number: z.number() }).nullable(),
    }),
    kind: kindDefinition,
    components: z.array(component),
  }),
  async run({ tx, actor }, { itemId }) {
    const row =
      (await visibleRows(tx, actor).where('item.id', '=', itemId).executeTakeFirst()) ?? refuseHoldings('item.unknown')
    const more = await tx
      .selectFrom('item')
      .innerJoin('fonds', 'fonds.id', 'item.fonds_id')
      .innerJoin('person as registrar', 'registrar.id', 'item.registered_by')
      .leftJoin('person as filer', 'filer.id', 'item.filed_by')
      .select(['item.openness', 'item.fields', 'item.kind_version', 'item.series_id', 'item.stored_revision'])
      .select([
        'fonds.id as fonds_id',
        'fonds.code as fonds_code',
        'fonds.name as fonds_name',
        'registrar.name as registered_by',
        'filer.name as filed_by',
      ])
      .where('item.id', '=', itemId)
      .executeTakeFirstOrThrow()
    const files = await tx
      .selectFrom('component')
      .innerJoin('blob', 'blob.sha256', 'component.sha256')
      .select([
        'component.id',
        'component.ordinal',
        'component.name',
        'blob.size',
        'blob.mime',
        'blob.sha256',
        'blob.pages',
        'blob.text_state',
        'blob.text_failure',
        'component.attached_at',
      ])
      .where('item_id', '=', itemId)
      .orderBy('ordinal')
      .execute()
    return {
      item: {
        ...toItemRow(row, actor),
        note: row.note,
        openness: more.openness,
        fields: more.fields as Record<string, unknown>,
        fonds: { id: more.fonds_id, code: more.fonds_code, name: more.fonds_name },
        seriesId: more.series_id,
        registeredBy: more.registered_by,
        filedBy: more.filed_by,
        stored: more.stored_revision === row.revision,
        ...(await lyingOf(tx, itemId)),
      },
      kind: await kindAt(tx, row.kind, more.kind_version),
      components: files.map(
        ({ text_state: textState, text_failure: textFailure, attached_at: attachedAt, ...file }) => ({
          ...file,
          textState,
          textFailure,
          attachedAt,
          preview: previewOf(file.mime),
        }),
      ),
    }
  },
})

/** The history of an item 过程记录: each step with who and when, oldest first (S1.5). */
export const itemHistory = query({
  name: 'item.history',
  title: '过程记录',
  titleEn: 'History of an item',
  permission: 'item.history',
  rules: ['S1.5'],
  input: z.strictObject({ itemId: ItemId, ...historyPage }),
  output: historyOutput,
  async run({ tx, actor }, { itemId, ...page }) {
    const { batch_id: batchId } = await readItem(tx, actor, itemId)
    return historyOf(tx, itemId, { ...page, batchId })
  },
})

/** Where an item lies: its volume and place in it, and the box that holds the item or its volume (S1.4). */
async function lyingOf(reads: Reads, itemId: string) {
  const row = await reads
    .selectFrom('item')
    .leftJoin('volume', 'volume.id', 'item.volume_id')
    .leftJoin('box', join => join.on('box.id', '=', ref => ref.fn.coalesce('volume.box_id', 'item.box_id')))
    .select(['volume.id', 'volume.code', 'volume.title', 'item.volume_ordinal', 'item.page_from', 'item.page_to'])
    .select(['box.id as box_id', 'box.number'])
    .where('item.id', '=', itemId)
    .executeTakeFirstOrThrow()
  const { id, code, title, volume_ordinal: ordinal, page_from: pageFrom, page_to: pageTo, box_id, number } = row
  return {
    volume: id === null || title === null || ordinal === null ? null : { id, code, title, ordinal, pageFrom, pageTo },
    box: box_id === null || number === null ? null : { id: box_id, number },
  }
}
