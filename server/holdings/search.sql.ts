import { type AliasedExpression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import type { SearchTerm } from '../../domain/shared/text.ts'
import type { Db } from '../platform/db.ts'
import { type VisibleRow, visibleRows } from './item-rows.sql.ts'

/** What is looked for, by whom, and where the page before ended. */
export interface Wanted {
  readonly terms: readonly SearchTerm[]
  readonly actor: Actor
  readonly fondsId?: string | undefined
  readonly kind?: string | undefined
  readonly year?: number | undefined
  readonly after?: string | undefined
  readonly limit: number
}

interface Found {
  readonly rows: readonly VisibleRow[]
  /** Null where counting would cost more than finding. */
  readonly total: number | null
}

const mostCounted = 1000
/** Words that fill a page among so many of the newest items are common ones, and the index would gather every one of them first. */
const newestItems = 5000
/** From here on characters can stand apart in a text that has all their pairs, so the text itself is looked at again. */
const recheckFrom = 3

/**
 * Looks through the newest items alone, in the order of the page; null when that does not fill it. The planner cannot choose this road
 * by itself: it takes the pairs of one word for independent of each other, and thinks common phrases rare.
 */
export async function amongNewest(tx: Db, wanted: Wanted): Promise<Found | null> {
  const rows = await inPlace(visibleRows(tx, wanted.actor), wanted)
    .innerJoin(newest(tx, wanted.after), 'found.item_id', 'item.id')
    .where(matches(wanted.terms))
    .orderBy('found.item_id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  if (rows.length <= wanted.limit) return null
  return { rows, total: wanted.after ? null : await countAmongNewest(tx, wanted) }
}

/** Lets the index gather every match first: right for words that are rare. */
export async function amongAll(tx: Db, wanted: Wanted): Promise<Found> {
  const matching = tx
    .selectFrom('item_search as found')
    .select('found.item_id')
    .where(matches(wanted.terms))
    .$if(wanted.after !== undefined, rows => rows.where('found.item_id', '<', wanted.after ?? ''))
    // Without this fence the planner would walk the newest items again, which have just been looked at.
    .offset(0)
    .as('found')
  const visible = inPlace(visibleRows(tx, wanted.actor), wanted).innerJoin(matching, 'found.item_id', 'item.id')
  const rows = await visible
    .orderBy('found.item_id', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  if (wanted.after) return { rows, total: null }
  if (rows.length <= wanted.limit) return { rows, total: rows.length }
  const counted = visible
    .clearSelect()
    .select(sql.lit(1).as('one'))
    .limit(mostCounted + 1)
  return { rows, total: await count(tx, counted.as('hits')) }
}

/** How many of the newest match, which is all there are while the archive is small; null where more may stand further back. */
async function countAmongNewest(tx: Db, wanted: Wanted): Promise<number | null> {
  const matching = inPlace(visibleRows(tx, wanted.actor), wanted)
    .innerJoin(newest(tx, undefined), 'found.item_id', 'item.id')
    .where(matches(wanted.terms))
    .clearSelect()
    .select(sql.lit(1).as('one'))
    .limit(mostCounted + 1)
  const matched = await count(tx, matching.as('hits'))
  if (matched > mostCounted) return matched
  const size = await count(
    tx,
    tx
      .selectFrom('item_search')
      .select('item_id')
      .limit(newestItems + 1)
      .as('hits'),
  )
  return size > newestItems ? null : matched
}

async function count(tx: Db, rows: AliasedExpression<object, 'hits'>): Promise<number> {
  return (
    await tx
      .selectFrom(rows)
      .select(hits => hits.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count
}

function newest(tx: Db, after: string | undefined) {
  return tx
    .selectFrom('item_search')
    .select(['item_id', 'grams', 'folded'])
    .$if(after !== undefined, rows => rows.where('item_id', '<', after ?? ''))
    .orderBy('item_id', 'desc')
    .limit(newestItems)
    .as('found')
}

function inPlace(rows: ReturnType<typeof visibleRows>, { fondsId, kind, year }: Wanted) {
  return rows
    .$if(fondsId !== undefined, narrowed => narrowed.where('item.fonds_id', '=', fondsId ?? ''))
    .$if(kind !== undefined, narrowed => narrowed.where('item.kind', '=', kind ?? ''))
    .$if(year !== undefined, narrowed => narrowed.where('item.year', '=', year ?? 0))
}

/** Every term's pairs must be in the index; longer terms must also stand in the folded text as they are. */
function matches(terms: readonly SearchTerm[]): RawBuilder<SqlBool> {
  const lexemes = terms.flatMap(term => [
    ...term.grams.map(quoted),
    ...(term.prefix ? [`${quoted(term.prefix)}:*`] : []),
  ])
  const conditions = [
    sql<SqlBool>`found.grams @@ ${lexemes.join(' & ')}::tsquery`,
    ...terms
      .filter(term => [...term.text].length >= recheckFrom)
      .map(term => sql<SqlBool>`strpos(found.folded, ${term.text}) > 0`),
  ]
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

/** A lexeme as the text form of a tsquery has it; the query is a parameter, so this is about its own grammar only. */
const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '$&$&')}'`
