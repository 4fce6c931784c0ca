import { sql } from 'kysely'
import { z } from 'zod'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { After, ItemId, Limit } from '../../domain/shared/ids.ts'
import { command, query } from '../platform/operation.ts'
import { itemRow, toItemRow, visibleRows } from './item-rows.sql.ts'

const ids = z.array(ItemId).min(1).max(1000).meta({ title: '件', titleEn: 'Items' })
const folder = z.string().trim().max(40).meta({ title: '收藏夹', titleEn: 'Folder' })

/** Keep items as favourites 收藏, in a folder of one's own; what is kept already moves there. Nobody else sees it. */
export const addFavourites = command({
  name: 'favourite.add',
  title: '收藏',
  titleEn: 'Add to favourites',
  permission: 'item.search',
  rules: ['S17.4'],
  input: z.strictObject({ ids, folder: folder.default('') }),
  output: z.object({ added: z.number() }),
  async run({ tx, actor, now }, input) {
    const personId = actor.personId ?? ''
    const seen = await visibleRows(tx, actor).where('item.id', 'in', input.ids).execute()
    if (seen.length === 0) refuseHoldings('item.unknown')
    const kept = seen.map(({ id }) => ({ person_id: personId, item_id: id, folder: input.folder, added_at: now }))
    await tx
      .insertInto('favourite')
      .values(kept)
      .onConflict(conflict =>
        conflict.columns(['person_id', 'item_id']).doUpdateSet(row => ({ folder: row.ref('excluded.folder') })),
      )
      .execute()
    // Of the person, not of the items: what somebody looks for is not part of an item's own history.
    const event = {
      name: 'favourite.added',
      subject: personId,
      data: { items: seen.length, folder: input.folder },
    } as const
    return { output: { added: seen.length }, events: [event] }
  },
})

/** Take items out of one's favourites 取消收藏; the items themselves stay. */
export const removeFavourites = command({
  name: 'favourite.remove',
  title: '取消收藏',
  titleEn: 'Remove from favourites',
  permission: 'item.search',
  rules: ['S17.4'],
  input: z.strictObject({ ids }),
  output: z.object({ removed: z.number() }),
  async run({ tx, actor }, input) {
    const personId = actor.personId ?? ''
    const { numDeletedRows } = await tx
      .deleteFrom('favourite')
      .where('person_id', '=', personId)
      .where('item_id', 'in', input.ids)
      .executeTakeFirst()
    const removed = Number(numDeletedRows)
    return { output: { removed }, events: [{ name: 'favourite.removed', subject: personId, data: { items: removed } }] }
  },
})

/** My favourites 收藏, newest item first, of one folder or of all; what one may not see any more is not listed. */
export const listFavourites = query({
  name: 'favourite.list',
  title: '我的收藏',
  titleEn: 'My favourites',
  permission: 'item.search',
  rules: ['S17.4'],
  input: z.strictObject({
    folder: folder.optional(),
    ids: z.array(ItemId).max(200).optional().meta({ title: '只看这些件', titleEn: 'Only these items' }),
    after: After,
    limit: Limit,
  }),
  output: z.object({
    items: z.array(itemRow.extend({ folder: z.string() })),
    next: z.string().nullable(),
    /** Every folder with what can be seen in it. */
    folders: z.array(z.object({ folder: z.string(), count: z.number() })),
  }),
  async run({ tx, actor }, input) {
    const kept = visibleRows(tx, actor)
      .innerJoin('favourite', 'favourite.item_id', 'item.id')
      .where('favourite.person_id', '=', actor.personId)
    const found = await kept
      .select('favourite.folder')
      .$if(input.folder !== undefined, rows => rows.where('favourite.folder', '=', input.folder ?? ''))
      .$if(input.ids !== undefined, rows => rows.where('item.id', 'in', input.ids?.length ? input.ids : ['']))
      .$if(input.after !== undefined, rows => rows.where('item.id', '<', input.after ?? ''))
      .orderBy('item.id', 'desc')
      .limit(input.limit + 1)
      .execute()
    const folders = await kept
      .clearSelect()
      .select(['favourite.folder', sql<number>`count(*)::int`.as('count')])
      .groupBy('favourite.folder')
      .orderBy('favourite.folder')
      .execute()
    const page = found.slice(0, input.limit)
    return {
      items: page.map(row => ({ ...toItemRow(row, actor), folder: row.folder })),
      next: found.length > input.limit ? (page.at(-1)?.id ?? null) : null,
      folders,
    }
  },
})
