import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { type Db, textArray } from '../platform/db.ts'

/** One forwarding of a line: to whom, by when, and what they did. */
export const forwardRow = z.object({
  id: z.string(),
  to: z.string(),
  unitId: z.string().nullable(),
  personId: z.string().nullable(),
  asks: z.string(),
  dueOn: z.string().nullable(),
  forwardedBy: z.string(),
  forwardedAt: z.string(),
  readBy: z.string().nullable(),
  readAt: z.string().nullable(),
  handledBy: z.string().nullable(),
  handledAt: z.string().nullable(),
  note: z.string(),
  /** Whether it went to who asks, or to a unit of theirs. */
  mine: z.boolean(),
})

/** Whether a forwarding went to somebody, or to a unit of theirs. */
export const isMine = (actor: Actor): RawBuilder<SqlBool> =>
  sql<SqlBool>`(register_forward.person_id = ${actor.personId} or register_forward.unit_id = any(${textArray(actor.unitIds)}))`

/** Forwardings with the names of everybody in them. */
export const forwardRows = (reads: Db, actor: Actor) =>
  reads
    .selectFrom('register_forward')
    .leftJoin('unit as to_unit', 'to_unit.id', 'register_forward.unit_id')
    .leftJoin('person as to_person', 'to_person.id', 'register_forward.person_id')
    .innerJoin('person as sender', 'sender.id', 'forwarded_by')
    .leftJoin('person as reader', 'reader.id', 'read_by')
    .leftJoin('person as handler', 'handler.id', 'handled_by')
    .select([
      'register_forward.id',
      sql<string>`coalesce(to_unit.name, to_person.name)`.as('to'),
      'register_forward.unit_id as unitId',
      'register_forward.person_id as personId',
      'register_forward.asks',
      'register_forward.due_on as dueOn',
      'sender.name as forwardedBy',
      'register_forward.forwarded_at as forwardedAt',
    ])
    .select([
      'reader.name as readBy',
      'register_forward.read_at as readAt',
      'handler.name as handledBy',
      'register_forward.handled_at as handledAt',
      'register_forward.note',
      sql<boolean>`coalesce(${isMine(actor)}, false)`.as('mine'),
    ])

/** All forwardings of a line that was reached through its own predicate, in the order in which they were made. */
export const forwardsOf = (reads: Db, actor: Actor, lineId: string) =>
  forwardRows(reads, actor).where('line_id', '=', lineId).orderBy('register_forward.id').execute()
