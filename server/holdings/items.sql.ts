import { type Selectable, sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { rankOf } from '../../domain/access/secrecy.ts'
import type { ItemDescription } from '../../domain/holdings/description.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import type { Database } from '../database-types.generated.ts'
import { type Reads, type Tx, textArray } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { visibleItems } from './visible.sql.ts'

export type ItemRow = Selectable<Database['item']>

/** Locks the items of a list that the actor may see, in one order for everybody, so that no two lists wait for each other. */
export async function lockItems(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, ItemRow>> {
  const rows = await tx
    .selectFrom('item')
    .selectAll()
    .where('id', '=', sql<string>`any(${textArray(ids)})`)
    .where(visibleItems(actor))
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

export async function lockItem(tx: Tx, actor: Actor, id: string): Promise<ItemRow> {
  return (await lockItems(tx, actor, [id])).get(id) ?? refuseHoldings('item.unknown')
}

/** One item the actor may see; what is hidden and what is absent give the same refusal. */
export async function readItem(reads: Reads, actor: Actor, id: string): Promise<ItemRow> {
  const row = await reads
    .selectFrom('item')
    .selectAll()
    .where('id', '=', id)
    .where(visibleItems(actor))
    .executeTakeFirst()
  return row ?? refuseHoldings('item.unknown')
}

export async function readFonds(reads: Reads, id: string) {
  return (
    (await reads.selectFrom('fonds').selectAll().where('id', '=', id).executeTakeFirst()) ??
    refuseHoldings('fonds.unknown')
  )
}

/** Where an item belongs: the lowest class of the classification. */
export interface Place {
  readonly fondsId: string
  readonly kind: string
  readonly year: number
  readonly retention: string
  readonly unitId: string | null
}

export const placeOf = (item: Pick<ItemRow, 'fonds_id' | 'kind' | 'year' | 'retention' | 'unit_id'>): Place => ({
  fondsId: item.fonds_id,
  kind: item.kind,
  year: item.year,
  retention: item.retention,
  unitId: item.unit_id,
})

/** The series 类别 of a place; made when its first item comes. */
export async function ensureSeries(tx: Tx, place: Place): Promise<string> {
  const find = () =>
    tx
      .selectFrom('series')
      .select('id')
      .where('fonds_id', '=', place.fondsId)
      .where('kind', '=', place.kind)
      .where('year', '=', place.year)
      .where('retention', '=', place.retention)
      .where('unit_id', 'is not distinct from', place.unitId)
      .executeTakeFirst()
  const known = await find()
  if (known) return known.id
  await tx
    .insertInto('series')
    .values({
      id: newId('series'),
      fonds_id: place.fondsId,
      kind: place.kind,
      year: place.year,
      retention: place.retention,
      unit_id: place.unitId,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const made = await find()
  if (!made) throw new Error('the series that was just made is gone')
  return made.id
}

/** A description as the item's columns hold it. */
export function descriptionColumns(description: ItemDescription) {
  return {
    title: description.title,
    self_made_title: description.selfMadeTitle,
    document_no: description.documentNo,
    creator: description.creator,
    dated_on: description.date === '' ? null : description.date,
    pages: description.pages,
    copies: description.copies,
    secrecy: rankOf(description.secrecy),
    openness: description.openness,
    retention: description.retention,
    note: description.note,
  }
}
