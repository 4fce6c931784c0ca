import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { After, Limit } from '../../domain/shared/ids.ts'
import { highlight, type SearchTerm, snippet } from '../../domain/shared/text.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/operation.ts'
import { itemRow, toItemRow, type VisibleRow, visibleRows } from './item-rows.sql.ts'
import { type Found, find, sorted } from './search.sql.ts'
import { searchInput } from './search-input.ts'
import { type Wanted, wantedOf } from './search-wanted.sql.ts'

const range = z.object({ start: z.number(), end: z.number() })
const hit = itemRow.extend({
  marks: z.object({ title: z.array(range), documentNo: z.array(range), creator: z.array(range), code: z.array(range) }),
  /** Where the words stand inside a file, when they do not stand in the description. */
  passage: z.object({ componentId: z.string(), file: z.string(), text: z.string(), marks: z.array(range) }).nullable(),
})

const orders = ['newest', 'oldest', 'code', 'date'] as const
/** A list can be put in order as a whole up to here; what is longer comes as it came in. */
const mostSorted = 1000

/** Find items 检索: words over title, number, people, pinyin initials and the text of the files, words in one field, and conditions; all must hold. */
export const searchItems = query({
  name: 'item.search',
  title: '检索',
  titleEn: 'Search items',
  permission: 'item.search',
  rules: ['S1.2', 'S17.4'],
  input: z.strictObject({
    ...searchInput,
    order: z.enum(orders).default('newest').meta({ title: '次序', titleEn: 'Order' }),
    after: After,
    limit: Limit,
  }),
  output: z.object({
    items: z.array(hit),
    next: z.string().nullable(),
    /** On the first page, where all have been looked at: how many there are. `item.facets` counts further. */
    total: z.number().nullable(),
  }),
  async run({ tx, actor }, { order, after, limit, ...asked }) {
    const wanted = await wantedOf(tx, actor, asked)
    if (!wanted) return { items: [], next: null, total: 0 }
    const ids = await inOrder(tx, wanted, { order, after, limit })
    const page = await rowsOf(tx, actor, ids.slice(0, limit))
    const terms = [...wanted.terms, ...wanted.inFields.map(({ term }) => term)]
    const items = await Promise.all(page.map(row => toHit(tx, row, { terms, actor })))
    const more = ids.length > limit
    return { items, next: more ? (page.at(-1)?.id ?? null) : null, total: after || more ? null : ids.length }
  },
})

interface Page {
  readonly order: (typeof orders)[number]
  readonly after: string | undefined
  readonly limit: number
}

/** The ids of a page and of one more, where there is one. */
async function inOrder(tx: Db, wanted: Wanted, { order, after, limit }: Page): Promise<string[]> {
  const idsOf = (found: readonly Found[]) => found.map(({ id }) => id)
  if (order === 'newest' || order === 'oldest')
    return idsOf(await find(tx, wanted, { need: limit + 1, after, oldestFirst: order === 'oldest' }))
  const all = idsOf(await find(tx, wanted, { need: mostSorted + 1 }))
  if (all.length > mostSorted) return refuseHoldings('search.too-many-to-sort', { most: mostSorted })
  const ids = await sorted(tx, wanted, { ids: all, by: order === 'code' ? 'item.code' : 'item.dated_on' })
  const from = after === undefined ? 0 : ids.indexOf(after) + 1
  return ids.slice(from, from + limit + 1)
}

/** The rows of these ids, in their order. */
async function rowsOf(tx: Db, actor: Actor, ids: readonly string[]): Promise<VisibleRow[]> {
  if (ids.length === 0) return []
  const rows = await visibleRows(tx, actor).where('item.id', 'in', ids).execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

async function toHit(tx: Db, row: VisibleRow, { terms, actor }: { terms: readonly SearchTerm[]; actor: Actor }) {
  const marks = {
    title: highlight(row.title, terms),
    documentNo: highlight(row.document_no, terms),
    creator: highlight(row.creator, terms),
    code: highlight(row.code ?? '', terms),
  }
  const described = terms.length === 0 || Object.values(marks).some(ranges => ranges.length > 0)
  return {
    ...toItemRow(row, actor),
    marks,
    passage: described || row.components === 0 ? null : await passageIn(tx, row.id, terms),
  }
}

async function passageIn(tx: Db, itemId: string, terms: readonly SearchTerm[]) {
  const files = await tx
    .selectFrom('component')
    .innerJoin('blob', 'blob.sha256', 'component.sha256')
    .select(['component.id', 'component.name', sql<string>`left(blob.text, 200000)`.as('text')])
    .where('item_id', '=', itemId)
    .where('blob.text', 'is not', null)
    .orderBy('ordinal')
    .limit(20)
    .execute()
  for (const file of files) {
    const marks = highlight(file.text, terms)
    if (marks.length > 0) {
      const passage = snippet(file.text, terms, 120)
      return { componentId: file.id, file: file.name, ...passage }
    }
  }
  return null
}
