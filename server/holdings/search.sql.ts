import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Db, textArray } from '../platform/db.ts'
import { hasFiles, hasWords, matches, narrowed, standsIn, type Wanted } from './search-wanted.sql.ts'

/** Which part of what matches is read. */
export interface Part {
  readonly need: number
  /** Goes on behind this item. */
  readonly after?: string | undefined
  readonly oldestFirst?: boolean
}

/** Items of one stretch of the index, in the order of their coming; `item_places` in the schema counts by the same. */
const stretch = 4096
/**
 * How many stretches are looked through before all the rest: few while a page is filled, more where a thousand are wanted. Two at first,
 * since one reading begins in may be nearly empty.
 */
const stretchesFor = (need: number): readonly number[] => (need > 200 ? [9, 64] : [2, 8])
const all = Number.POSITIVE_INFINITY

/** An item that was found, with what it is counted by. */
export type Found = Awaited<ReturnType<ReturnType<typeof counting>['execute']>>[number]

const counting = (rows: ReturnType<typeof narrowed>) =>
  rows
    .select([
      'item.id',
      'item.fonds_id',
      'item.kind',
      'item.year',
      'item.retention',
      'item.unit_id',
      'item.secrecy',
      'item.state',
    ])
    .select(hasFiles.as('files'))

/**
 * Finds what matches and may be seen, newest first or oldest first. The index looks through the newest stretches alone before it
 * looks through the rest: common words fill a page from the first, and of rare ones there is little to gather. The planner cannot choose
 * this by itself: it takes the pairs of one word for independent of each other, and thinks common phrases rare.
 */
export async function find(tx: Db, wanted: Wanted, part: Part): Promise<Found[]> {
  if (!hasWords(wanted)) return listed(tx, wanted, part)
  const { need, oldestFirst = false } = part
  const direction = oldestFirst ? 'asc' : 'desc'
  const start = await startOf(tx, part)
  if (!start) return []
  const found: Found[] = []
  let at = start.from
  for (const count of stretchesFor(need).concat(all)) {
    // What is not in the first stretches at all is rare, and the rest of it is little to gather.
    const wide = at !== start.from && found.length === 0 ? all : count
    const where = stretches(at, wide, { ...start, ...part })
    const matching = tx
      .selectFrom('item_search as found')
      .select(['found.item_id', 'found.ordinal'])
      .where(matches(wanted))
      .where(standsIn(wanted))
      .where(where)
      .orderBy('found.ordinal', direction)
      .orderBy('found.item_id', direction)
      // A fence: what matches is put in order first, and of the items only so many are read as are needed.
      .offset(0)
      .as('found')
    const rows = await counting(narrowed(tx, wanted))
      .innerJoin(matching, 'found.item_id', 'item.id')
      .orderBy('found.ordinal', direction)
      .orderBy('found.item_id', direction)
      .limit(need - found.length)
      .execute()
    found.push(...rows)
    at += wide * start.step
    if (found.length >= need || (start.to - at) * start.step < 0) break
  }
  return found
}

/** Without words there is nothing for the index to find: the items themselves are gone through, which a condition's own index makes short. */
function listed(tx: Db, wanted: Wanted, { need, after, oldestFirst = false }: Part): Promise<Found[]> {
  return counting(narrowed(tx, wanted))
    .$if(after !== undefined, on => on.where('item.id', oldestFirst ? '>' : '<', after ?? ''))
    .orderBy('item.id', oldestFirst ? 'asc' : 'desc')
    .limit(need)
    .execute()
}

/** The same ids in the order of their codes or dates; what has none comes last. */
export async function sorted(
  tx: Db,
  wanted: Wanted,
  { ids, by }: { ids: readonly string[]; by: 'item.code' | 'item.dated_on' },
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await narrowed(tx, wanted)
    .select('item.id')
    .where('item.id', '=', sql<string>`any(${textArray(ids)})`)
    .orderBy(by)
    .orderBy('item.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Where reading begins and ends, in stretches, and in which direction it goes. */
interface Start {
  readonly from: number
  readonly to: number
  readonly step: 1 | -1
  /** Place of the item to go on behind. */
  readonly ordinal: number | null
}

async function startOf(tx: Db, { after, oldestFirst = false }: Part): Promise<Start | undefined> {
  const { newest, ordinal } = await tx
    .selectNoFrom([
      sql<number | null>`(select max(ordinal) from item_search)`.as('newest'),
      sql<number | null>`(select ordinal from item_search where item_id = ${after ?? null})`.as('ordinal'),
    ])
    .executeTakeFirstOrThrow()
  if (newest === null || (after !== undefined && ordinal === null)) return undefined
  const [first, last] = [Math.floor((ordinal ?? 0) / stretch), Math.floor((ordinal ?? newest) / stretch)]
  return oldestFirst
    ? { from: first, to: Math.floor(newest / stretch), step: 1, ordinal }
    : { from: last, to: 0, step: -1, ordinal }
}

/** The part of the index from one stretch on: so many, or all that are left. */
function stretches(at: number, count: number, { to, step, ordinal, after }: Start & Part): RawBuilder<SqlBool> {
  const behind =
    after === undefined
      ? sql<SqlBool>`true`
      : step === 1
        ? sql<SqlBool>`(found.ordinal, found.item_id) > (${ordinal}, ${after})`
        : sql<SqlBool>`(found.ordinal, found.item_id) < (${ordinal}, ${after})`
  if (count === all)
    return step === 1
      ? sql<SqlBool>`found.ordinal >= ${at * stretch} and ${behind}`
      : sql<SqlBool>`found.ordinal < ${(at + 1) * stretch} and ${behind}`
  const places = Array.from({ length: Math.min(count, (to - at) * step + 1) }, (_, i) => `s${at + i * step}`)
  return sql<SqlBool>`found.places && ${textArray(places)} and ${behind}`
}
