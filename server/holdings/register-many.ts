import { sql } from 'kysely'
import type { AuditEvent } from '../../domain/events.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import type { Context, NonEmpty } from '../platform/operation.ts'
import { ensureSeries, type Place, readFonds } from './items.sql.ts'
import { type PreparedItems, placeKeyOf } from './prepare-items.ts'

/** What many items have in common, and where they come from. */
export interface Batch {
  /** Under which the trail tells of all of them at once. */
  readonly batchId: string
  readonly fondsId: string
  readonly places: readonly Place[]
  /** Highest serial the codes of these items bring to each sequence. */
  readonly serials: ReadonlyMap<string, number>
  /** File the items were read from. */
  readonly source: { readonly name: string; readonly sha256: string }
}

/**
 * Registers many items 批量登记 in the caller's transaction, which makes it all or nothing: items, search index, series and counters. Each
 * item keeps who registered it and when; the trail has one entry for the batch. Sequences are held first, so that whoever numbers items
 * meanwhile waits instead of taking a number that these bring. What breaks a code's uniqueness is refused by its constraint.
 */
export async function registerMany(
  { tx, actor, now }: Context,
  batch: Batch,
  prepared: AsyncIterable<PreparedItems>,
): Promise<{ output: { count: number }; events: NonEmpty<AuditEvent> }> {
  const { batchId, fondsId, source } = batch
  const fonds = await readFonds(tx, fondsId)
  if (fonds.closed_at) refuseHoldings('fonds.closed', { name: fonds.name })
  await raiseCounters(tx, fondsId, batch.serials)
  const places = []
  for (const place of batch.places) {
    places.push({
      place: placeKeyOf({ ...place, retention: place.retention as 'Y' }),
      series_id: await ensureSeries(tx, place),
    })
  }
  const given = JSON.stringify(places)
  let count = 0
  for await (const part of prepared) {
    await sql`
      insert into item (id, fonds_id, series_id, kind, kind_version, year, retention, unit_id, secrecy, state, code, code_scope, serial,
        title, self_made_title, document_no, creator, dated_on, pages, copies, openness, note, fields, registered_by, registered_at, batch_id)
      select r.id, ${fondsId}, p.series_id, r.kind, r.kind_version, r.year, r.retention, r.unit_id, r.secrecy, r.state, r.code, r.code_scope, r.serial,
        r.title, r.self_made_title, r.document_no, r.creator, r.dated_on, r.pages, r.copies, r.openness, r.note, r.fields,
        ${actor.personId}, ${now.toISOString()}::timestamptz, ${batchId}
      from json_to_recordset(${part.items}::json) as r(id text, place text, kind text, kind_version integer, year smallint, unit_id text,
          secrecy smallint, retention text, state text, code text, code_scope text, serial integer, title text, self_made_title boolean,
          document_no text, creator text, dated_on date, pages integer, copies integer, openness text, note text, fields jsonb)
        join json_to_recordset(${given}::json) as p(place text, series_id text) on p.place = r.place`.execute(tx)
    await sql`
      insert into item_search (item_id, grams, folded, described)
      select item_id, grams::tsvector, folded, described
      from json_to_recordset(${part.search}::json) as r(item_id text, grams text, folded text, described jsonb)`.execute(
      tx,
    )
    count += part.count
  }
  return {
    output: { count },
    events: [{ name: 'items.registered', subject: batchId, data: { fondsId, count, ...source } }],
  }
}

/** Moves the counters on past the numbers that come from outside, in one order for everybody. */
async function raiseCounters(tx: Context['tx'], fondsId: string, serials: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...serials]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([scope, last]) => ({ fonds_id: fondsId, scope, last }))
  for (let start = 0; start < rows.length; start += 1000) {
    await tx
      .insertInto('code_counter')
      .values(rows.slice(start, start + 1000))
      .onConflict(conflict =>
        conflict.columns(['fonds_id', 'scope']).doUpdateSet({ last: sql`greatest(code_counter.last, excluded.last)` }),
      )
      .execute()
  }
}
