import { sql } from 'kysely'
import { refuseRepository } from '../../domain/repository/refusals.ts'
import { type Outcome, outcomeCodes, type Tally } from '../../domain/repository/stocktake.ts'
import type { Reads, Tx } from '../platform/db.ts'

/** A stock-take with the place it is of. */
export async function readStocktake(reads: Reads, id: string) {
  const row = await reads
    .selectFrom('stocktake')
    .innerJoin('location', 'location.id', 'stocktake.location_id')
    .innerJoin('person as starter', 'starter.id', 'stocktake.started_by')
    .leftJoin('person as closer', 'closer.id', 'stocktake.closed_by')
    .selectAll('stocktake')
    .select(['location.code', 'location.name', 'location.sort_key', 'starter.name as starter', 'closer.name as closer'])
    .where('stocktake.id', '=', id)
    .executeTakeFirst()
  return row ?? refuseRepository('stocktake.unknown')
}

/** Holds a stock-take while something is noted in it: many may note at once, and none while it is being closed. */
export async function holdStocktake(tx: Tx, id: string, alone = false) {
  const row = tx.selectFrom('stocktake').selectAll().where('id', '=', id)
  const held = await (alone ? row.forUpdate() : row.forShare()).executeTakeFirst()
  return held ?? refuseRepository('stocktake.unknown')
}

/** How many of each outcome, and how many differences are still to be explained. */
export async function tallyOf(reads: Reads, id: string): Promise<Tally> {
  const rows = await reads
    .selectFrom('stocktake_entry')
    .select('outcome')
    .select(sql<number>`count(*)::int`.as('count'))
    .select(sql<number>`(count(*) filter (where explanation = '' and outcome <> 'found'))::int`.as('open'))
    .where('stocktake_id', '=', id)
    .groupBy('outcome')
    .execute()
  const counts = Object.fromEntries(
    outcomeCodes.map(code => [code, rows.find(({ outcome }) => outcome === code)?.count ?? 0]),
  ) as Record<Outcome, number>
  return { ...counts, open: rows.reduce((sum, { open }) => sum + open, 0) }
}

/** The entries of a stock-take as one walks past them. */
export function entriesOf(reads: Reads, id: string) {
  return reads
    .selectFrom('stocktake_entry as entry')
    .leftJoin('location as expected', 'expected.id', 'entry.expected_id')
    .leftJoin('location as found', 'found.id', 'entry.found_id')
    .leftJoin('person as finder', 'finder.id', 'entry.found_by')
    .leftJoin('person as explainer', 'explainer.id', 'entry.explained_by')
    .select(['entry.thing', 'entry.known', 'entry.code', 'entry.outcome', 'entry.explanation', 'entry.walk_key'])
    .select(['expected.code as expectedAt', 'found.code as foundAt', 'entry.found_id as foundId'])
    .select(['finder.name as foundBy', 'entry.found_at as foundOn', 'explainer.name as explainedBy'])
    .where('entry.stocktake_id', '=', id)
    .orderBy('entry.walk_key')
    .orderBy('entry.thing')
}

/** Freezes what stands in a place now as what the stock-take expects. */
export async function freezeExpected(
  tx: Tx,
  id: string,
  { from, to }: { from: string; to: string },
): Promise<{ thing: string }[]> {
  const { rows } = await sql<{ thing: string }>`
    insert into stocktake_entry (stocktake_id, thing, code, expected_id, walk_key)
    select ${id}, placement.thing_id, '', location.id, location.sort_key || '#' || lpad(placement.position::text, 5, '0')
    from placement join location on location.id = placement.location_id
    where placement.ended_at is null and location.sort_key >= ${from} and location.sort_key < ${to}
    returning thing`.execute(tx)
  return rows
}

/** Writes down what expected things are called. */
export async function nameEntries(tx: Tx, id: string, codes: ReadonlyMap<string, string>): Promise<void> {
  const [things, names] = [[...codes.keys()], [...codes.values()]]
  await sql`update stocktake_entry entry set code = named.code
    from unnest(${things}::text[], ${names}::text[]) named (thing, code)
    where entry.stocktake_id = ${id} and entry.thing = named.thing`.execute(tx)
}
