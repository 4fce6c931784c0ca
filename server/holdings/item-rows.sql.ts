import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { secrecyCodes, secrecyOf } from '../../domain/access/secrecy.ts'
import { actsOn, type ItemState, itemStateCodes } from '../../domain/holdings/item-life.ts'
import type { Db } from '../platform/db.ts'
import { visibleItems } from './visible.sql.ts'

/** An item as every list shows it, with what this person may do to it. */
export const itemRow = z.object({
  id: z.string(),
  code: z.string().nullable(),
  title: z.string(),
  selfMadeTitle: z.boolean(),
  documentNo: z.string(),
  creator: z.string(),
  date: z.string(),
  secrecy: z.enum(secrecyCodes),
  retention: z.string(),
  year: z.number(),
  kind: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  state: z.enum(itemStateCodes),
  pages: z.number().nullable(),
  copies: z.number(),
  components: z.number(),
  revision: z.number(),
  registeredAt: z.string(),
  filedAt: z.string().nullable(),
  may: z.array(z.string()),
})

/** Visible items with the columns of a row: the start of every list, search and catalogue. */
export function visibleRows(reads: Db, actor: Actor) {
  return reads
    .selectFrom('item')
    .leftJoin('unit', 'unit.id', 'item.unit_id')
    .select([
      'item.id',
      'item.code',
      'item.title',
      'item.self_made_title',
      'item.document_no',
      'item.creator',
      'item.dated_on',
      'item.secrecy',
      'item.retention',
      'item.year',
    ])
    .select([
      'item.kind',
      'item.unit_id',
      'unit.name as unit_name',
      'item.state',
      'item.pages',
      'item.copies',
      'item.revision',
      'item.registered_at',
      'item.filed_at',
      'item.serial',
      'item.volume_id',
      'item.note',
    ])
    .select(sql<number>`(select count(*) from component where item_id = item.id)`.as('components'))
    .where(visibleItems(actor))
}

export type VisibleRow = Awaited<ReturnType<ReturnType<typeof visibleRows>['execute']>>[number]

export function toItemRow(row: VisibleRow, actor: Actor): z.input<typeof itemRow> {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    selfMadeTitle: row.self_made_title,
    documentNo: row.document_no,
    creator: row.creator,
    date: row.dated_on ?? '',
    secrecy: secrecyOf(row.secrecy),
    retention: row.retention,
    year: row.year,
    kind: row.kind,
    unitId: row.unit_id,
    unitName: row.unit_name,
    state: row.state as ItemState,
    pages: row.pages,
    copies: row.copies,
    components: row.components,
    revision: row.revision,
    registeredAt: row.registered_at,
    filedAt: row.filed_at,
    may: actsOn(actor, row),
  }
}
