import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { After, FondsId, Limit } from '../../domain/shared/ids.ts'
import { highlight, type SearchTerm, searchQuery, snippet } from '../../domain/shared/text.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/operation.ts'
import { itemRow, toItemRow, type VisibleRow, visibleRows } from './item-rows.sql.ts'

const mostCounted = 1000
/** From here on characters can stand apart in a text that has all their pairs, so the text itself is looked at again. */
const recheckFrom = 4

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
    /** On the first page: how many there are, at most 1001, which reads "more than 1000". */
    total: z.number().nullable(),
  }),
  async run({ tx, actor }, input) {
    const { terms } = searchQuery(input.text)
    if (terms.length === 0) return { items: [], next: null, total: 0 }
    let rows = visibleRows(tx, actor).innerJoin('item_search', 'item_search.item_id', 'item.id').where(matches(terms))
    if (input.fondsId) rows = rows.where('item.fonds_id', '=', input.fondsId)
    if (input.kind) rows = rows.where('item.kind', '=', input.kind)
    if (input.year !== undefined) rows = rows.where('item.year', '=', input.year)
    const counted = rows
      .clearSelect()
      .select(sql.lit(1).as('one'))
      .limit(mostCounted + 1)
    const count = tx.selectFrom(counted.as('hits')).select(hits => hits.fn.countAll<number>().as('total'))
    const total = input.after ? null : (await count.executeTakeFirstOrThrow()).total
    if (input.after) rows = rows.where('item_search.item_id', '<', input.after)
    const found = await rows
      .orderBy('item_search.item_id', 'desc')
      .limit(input.limit + 1)
      .execute()
    const page = found.slice(0, input.limit)
    const items = await Promise.all(page.map(row => toHit(tx, row, { terms, actor })))
    return { items, next: found.length > input.limit ? (page.at(-1)?.id ?? null) : null, total }
  },
})

/** Every term's pairs must be in the index; longer terms must also stand in the folded text as they are. */
function matches(terms: readonly SearchTerm[]): RawBuilder<SqlBool> {
  const lexemes = terms.flatMap(term => [
    ...term.grams.map(quoted),
    ...(term.prefix ? [`${quoted(term.prefix)}:*`] : []),
  ])
  const conditions = [
    sql<SqlBool>`item_search.grams @@ ${lexemes.join(' & ')}::tsquery`,
    ...terms
      .filter(term => [...term.text].length >= recheckFrom)
      .map(term => sql<SqlBool>`strpos(item_search.folded, ${term.text}) > 0`),
  ]
  return sql.join(conditions, sql` and `)
}

/** A lexeme as the text form of a tsquery has it; the query is a parameter, so this is about its own grammar only. */
const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '$&$&')}'`

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
