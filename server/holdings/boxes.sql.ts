import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { nextSerial } from '../../domain/holdings/numbering/index.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { type Reads, type Tx, textArray } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import type { SeriesRow } from './series.sql.ts'
import { storeBox } from './store-box.ts'
import { visibleSeries } from './visible.sql.ts'

/** Boxes 盒 of the series the actor may work in; a box by itself says nothing of what lies in it. */
export const boxesSeenBy = (reads: Reads, actor: Actor) =>
  reads
    .selectFrom('box')
    .innerJoin('series', 'series.id', 'box.series_id')
    .selectAll('box')
    .select(['series.kind', 'series.year', 'series.retention', 'series.unit_id'])
    .where(visibleSeries(actor))

export type BoxRow = Awaited<ReturnType<ReturnType<typeof boxesSeenBy>['executeTakeFirstOrThrow']>>

/** One box; what is hidden and what is absent give the same refusal. */
export async function readBox(reads: Reads, actor: Actor, id: string): Promise<BoxRow> {
  return (await boxesSeenBy(reads, actor).where('box.id', '=', id).executeTakeFirst()) ?? refuseVolume('box.unknown')
}

/**
 * Locks the boxes of a series: codes run through them without a break (S5.6), so that whoever fills, empties or adds one does so alone.
 */
export async function lockBoxesOf(tx: Tx, seriesId: string): Promise<void> {
  await tx.selectFrom('series').select('id').where('id', '=', seriesId).forNoKeyUpdate().executeTakeFirst()
}

/** One box, locked together with all others of its series. */
export async function lockBox(tx: Tx, actor: Actor, id: string): Promise<BoxRow> {
  const { series_id: seriesId } = await readBox(tx, actor, id)
  await lockBoxesOf(tx, seriesId)
  return readBox(tx, actor, id)
}

/** What lies in boxes of a series: items of a kind arranged by item, volumes of the others (S13.3). */
export type Boxed = 'item' | 'volume'

/** Something boxed or to be boxed, in the order of codes. */
export interface BoxableRow {
  readonly id: string
  readonly code: string
  readonly serial: number
  readonly pages: number
  readonly box_id: string | null
}

const numbered = (what: Boxed, seriesId: string) =>
  what === 'item'
    ? sql`select id, code, serial, coalesce(pages, 0)::int as pages, box_id from item
        where series_id = ${seriesId} and serial is not null and volume_id is null`
    : sql`select id, code, serial, (select coalesce(sum(pages), 0) from item where volume_id = volume.id)::int as pages, box_id
        from volume where series_id = ${seriesId} and serial is not null`

/** What lies in a box, by code. It counts what fills the box; who may read titles is asked elsewhere. */
export async function unsafeInBox(
  reads: Reads,
  what: Boxed,
  box: { id: string; series_id: string },
): Promise<BoxableRow[]> {
  const { rows } = await sql<BoxableRow>`select * from (${numbered(what, box.series_id)}) n
    where box_id = ${box.id} order by serial, id`.execute(reads)
  return rows
}

/** What follows a number in a series until something that is boxed, at most `limit` of it. */
export async function unsafeNextToBox(
  reads: Reads,
  what: Boxed,
  { seriesId, after, limit }: { seriesId: string; after: number; limit: number },
): Promise<BoxableRow[]> {
  const { rows } = await sql<BoxableRow>`select * from (${numbered(what, seriesId)}) n
    where serial > ${after} order by serial, id limit ${limit}`.execute(reads)
  const end = rows.findIndex(({ box_id: boxed }) => boxed !== null)
  return end === -1 ? rows : rows.slice(0, end)
}

/** First number of a series that lies in no box, less one: what an empty box is filled after. */
export async function unsafeBeforeUnboxed(reads: Reads, what: Boxed, seriesId: string): Promise<number> {
  const { rows } = await sql<{
    serial: number | null
  }>`select min(serial)::int as serial from (${numbered(what, seriesId)}) n
    where box_id is null`.execute(reads)
  return (rows[0]?.serial ?? 1) - 1
}

/** Puts things into a box, or, with null, out of theirs. */
export async function moveToBox(tx: Tx, what: Boxed, ids: readonly string[], boxId: string | null): Promise<void> {
  await tx
    .updateTable(what)
    .set({ box_id: boxId })
    .where('id', '=', sql<string>`any(${textArray(ids)})`)
    .execute()
}

/** Adds a box behind the others of its series; the caller holds their lock. */
export async function insertBox(
  tx: Tx,
  series: SeriesRow,
  { thicknessMm, by, at }: { thicknessMm: number; by: string; at: Date },
): Promise<{ id: string; number: number }> {
  const id = newId('box')
  const { last } = await tx
    .selectFrom('box')
    .select(box => box.fn.max('number').as('last'))
    .where('series_id', '=', series.id)
    .executeTakeFirstOrThrow()
  const number = nextSerial(last)
  const place = { fonds_id: series.fonds_id, series_id: series.id }
  await tx
    .insertInto('box')
    .values({ id, ...place, number, thickness_mm: thicknessMm, created_by: by, created_at: at })
    .execute()
  return { id, number }
}

/** Writes what is said of a box, or only that what lies in it has changed, and has it stored. */
export async function updateBox(
  tx: Tx,
  box: BoxRow,
  columns: Partial<Pick<BoxRow, 'note' | 'arranged_by' | 'arranged_on' | 'checked_by' | 'checked_on'>> = {},
): Promise<void> {
  await tx
    .updateTable('box')
    .set({ ...columns, revision: sql`revision + 1` })
    .where('id', '=', box.id)
    .execute()
  await enqueue(tx, storeBox, { boxId: box.id }, `store:${box.id}`)
}

/** Has the boxes stored anew in which something was filed just now. */
export async function touchBoxes(tx: Tx, ids: readonly (string | null)[]): Promise<void> {
  for (const id of new Set(ids.filter(id => id !== null))) {
    await tx.updateTable('box').set({ revision: sql`revision + 1` }).where('id', '=', id).execute()
    await enqueue(tx, storeBox, { boxId: id }, `store:${id}`)
  }
}

export async function deleteBox(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('box').where('id', '=', id).execute()
}
