import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { After, FondsId, Limit } from '../../domain/shared/ids.ts'
import { highlight, type SearchTerm, searchQuery, snippet } from '../../domain/shared/text.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/operation.ts'
import { itemRow, toItemRow, type VisibleRow } from './item-rows.sql.ts'
import { amongAll, amongNewest } from './search.sql.ts'

const range = z.object({ start: z.number(), end: z.number() })
const hit = itemRow.extend({
  marks: z.object({ title: z.array(range), documentNo: z.array(range), creator: z.array(range), code: z.array(range) }),
  /** Where the words stand inside a file, when they do not stand in the description. */
  passage: z.object({ file: z.string(), text: z.string(), marks: z.array(range) }).nullable(),
})

/** Find items 检索: one box over title, number, people, pinyin initials and the text of the files; all words must match, newest first. */
export const searchItems = query({
  name: 'item.search',
  title: '检索',
  titleEn: 'Search items',
  permission: 'item.search',
  rules: ['S1.2', 'S17.4'],
  input: z.strictObject({
    text: z.string().trim().min(1).max(200).meta({ title: '检索词', titleEn: 'Words' }),
    fondsId: FondsId.optional(),
    kind: z.string().max(40).optional().meta({ title: '门类', titleEn: 'Kind' }),
    year: z.int().optional().meta({ title: '年度', titleEn: 'Year' }),
    after: After,
    limit: Limit,
  }),
  output: z.object({
    items: z.array(hit),
    next: z.string().nullable(),
    /** On the first page, where it is known: how many there are, at most 1001, which reads "more than 1000". */
    total: z.number().nullable(),
  }),
  async run({ tx, actor }, input) {
    const { terms } = searchQuery(input.text)
    if (terms.length === 0) return { items: [], next: null, total: 0 }
    const wanted = { ...input, terms, actor }
    const { rows, total } = (await amongNewest(tx, wanted)) ?? (await amongAll(tx, wanted))
    const page = rows.slice(0, input.limit)
    const items = await Promise.all(page.map(row => toHit(tx, row, wanted)))
    return { items, next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null, total }
  },
})

async function toHit(tx: Db, row: VisibleRow, { terms, actor }: { terms: readonly SearchTerm[]; actor: Actor }) {
  const marks = {
    title: highlight(row.title, terms),
    documentNo: highlight(row.document_no, terms),
    creator: highlight(row.creator, terms),
    code: highlight(row.code ?? '', terms),
  }
  const described = Object.values(marks).some(ranges => ranges.length > 0)
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
    .select(['component.name', sql<string>`left(blob.text, 200000)`.as('text')])
    .where('item_id', '=', itemId)
    .where('blob.text', 'is not', null)
    .orderBy('ordinal')
    .limit(20)
    .execute()
  for (const file of files) {
    const marks = highlight(file.text, terms)
    if (marks.length > 0) {
      const passage = snippet(file.text, terms, 120)
      return { file: file.name, ...passage }
    }
  }
  return null
}
