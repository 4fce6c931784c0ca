import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { secrecyCodes, secrecyOf } from '../../domain/access/secrecy.ts'
import {
  directionCodes,
  lineCode,
  lineKindCodes,
  unitLineCode,
  urgencyCodes,
} from '../../domain/registry/line-input.ts'
import { actsOnLine, lineStateCodes, stateOf } from '../../domain/registry/line-life.ts'
import type { Db } from '../platform/db.ts'
import { forwardedTo, visibleLines } from './lines.sql.ts'

/** A line of the register as every list shows it, with what this person may do to it. */
export const lineRow = z.object({
  id: z.string(),
  fondsId: z.string(),
  code: z.string(),
  unitCode: z.string().nullable(),
  direction: z.enum(directionCodes),
  year: z.number(),
  serial: z.number(),
  state: z.enum(lineStateCodes),
  kind: z.enum(lineKindCodes),
  registeredOn: z.string(),
  counterpart: z.string(),
  documentNo: z.string(),
  title: z.string(),
  datedOn: z.string(),
  secrecy: z.enum(secrecyCodes),
  urgency: z.enum(urgencyCodes),
  copies: z.number(),
  pages: z.number().nullable(),
  attachments: z.number(),
  attachmentNames: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  responsible: z.string(),
  outcome: z.string(),
  note: z.string(),
  voidReason: z.string(),
  itemId: z.string().nullable(),
  files: z.number(),
  forwards: z.number(),
  handled: z.number(),
  /** Forwarded and not handled by its day. */
  overdue: z.boolean(),
  revision: z.number(),
  registeredAt: z.string(),
  may: z.array(z.string()),
})

/** Somebody's forwarding of this line that was due before this day and is not handled. */
export const overdueOn = (today: string) =>
  sql<boolean>`exists (select from register_forward where line_id = register_line.id and handled_at is null and due_on < ${today}::date
    and register_line.state = 'circulating')`

/** Visible lines with the columns of a row: the start of every list and print; `today` is the day that lateness is judged by. */
export function visibleLineRows(reads: Db, actor: Actor, today: string) {
  return reads
    .selectFrom('register_line')
    .leftJoin('unit', 'unit.id', 'register_line.unit_id')
    .selectAll('register_line')
    .select(['unit.name as unit_name', 'unit.code as unit_code'])
    .select([
      sql<number>`(select count(*) from attachment where subject = register_line.id)`.as('files'),
      sql<number>`(select count(*) from register_forward where line_id = register_line.id)`.as('forwards'),
      sql<number>`(select count(handled_at) from register_forward where line_id = register_line.id)`.as('handled'),
      overdueOn(today).as('overdue'),
      forwardedTo(actor).as('forwarded'),
    ])
    .where(visibleLines(actor))
}

export type VisibleLine = Awaited<ReturnType<ReturnType<typeof visibleLineRows>['execute']>>[number]

export function toLineRow(row: VisibleLine, actor: Actor): z.input<typeof lineRow> {
  return {
    id: row.id,
    fondsId: row.fonds_id,
    code: lineCode(row),
    unitCode: row.unit_serial === null ? null : unitLineCode(row.unit_code ?? '', row.year, row.unit_serial),
    direction: row.direction as z.input<typeof lineRow>['direction'],
    year: row.year,
    serial: row.serial,
    state: stateOf(row),
    kind: row.kind as z.input<typeof lineRow>['kind'],
    registeredOn: row.registered_on,
    counterpart: row.counterpart,
    documentNo: row.document_no,
    title: row.title,
    datedOn: row.dated_on ?? '',
    secrecy: secrecyOf(row.secrecy),
    urgency: row.urgency as z.input<typeof lineRow>['urgency'],
    copies: row.copies,
    pages: row.pages,
    attachments: row.attachments,
    attachmentNames: row.attachment_names,
    unitId: row.unit_id,
    unitName: row.unit_name,
    responsible: row.responsible,
    outcome: row.outcome,
    note: row.note,
    voidReason: row.void_reason,
    itemId: row.item_id,
    files: row.files,
    forwards: row.forwards,
    handled: row.handled,
    overdue: row.overdue,
    revision: row.revision,
    registeredAt: row.registered_at,
    may: actsOnLine(actor, row, row.forwarded),
  }
}
