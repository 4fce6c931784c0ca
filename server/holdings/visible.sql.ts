import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor, ReadGrant } from '../../domain/access/actor.ts'
import { textArray } from '../platform/db.ts'

/** The four columns that decide who may see a row: secrecy × category × department × state. */
interface Columns {
  readonly secrecy: string
  readonly kind: string
  readonly unit: string
  readonly state: string
}

const itemColumns: Columns = { secrecy: 'item.secrecy', kind: 'item.kind', unit: 'item.unit_id', state: 'item.state' }
const tallyColumns: Columns = {
  secrecy: 'series_tally.secrecy',
  kind: 'series.kind',
  unit: 'series.unit_id',
  state: 'series_tally.state',
}
const volumeColumns: Columns = {
  secrecy: 'volume.secrecy',
  kind: 'series.kind',
  unit: 'series.unit_id',
  state: 'volume.state',
}

/** The one predicate every read of items starts from (S17.4): nothing is visible but what a grant and the clearance both open. */
export const visibleItems = (actor: Actor): RawBuilder<SqlBool> => visible(actor, itemColumns)

/** The same predicate over the tallies of series, so that a count never tells of what a list hides. */
export const visibleTallies = (actor: Actor): RawBuilder<SqlBool> => visible(actor, tallyColumns)

/**
 * The same predicate over volumes joined with their series: whoever sees a volume may see everything in it, for its secrecy is the
 * highest of its members and its state is theirs.
 */
export const visibleVolumes = (actor: Actor): RawBuilder<SqlBool> => visible(actor, volumeColumns)

/** Whether a grant opens anything of a series at all: a box by itself has neither secrecy nor state. */
export function visibleSeries(actor: Actor): RawBuilder<SqlBool> {
  if (actor.reads.length === 0) return sql<SqlBool>`false`
  const grants = actor.reads.map(({ units, kinds }) =>
    grantPredicate({ units, kinds, filedOnly: false, publicOnly: false }, volumeColumns),
  )
  return sql<SqlBool>`(${sql.join(grants, sql` or `)})`
}

function visible(actor: Actor, columns: Columns): RawBuilder<SqlBool> {
  if (actor.reads.length === 0) return sql<SqlBool>`false`
  const grants = sql.join(
    actor.reads.map(grant => grantPredicate(grant, columns)),
    sql` or `,
  )
  return sql<SqlBool>`(${sql.ref(columns.secrecy)} <= ${actor.clearance} and (${grants}))`
}

function grantPredicate(grant: ReadGrant, columns: Columns): RawBuilder<SqlBool> {
  const parts: RawBuilder<SqlBool>[] = []
  if (grant.units !== 'all') parts.push(sql`${sql.ref(columns.unit)} = any(${textArray(grant.units)})`)
  if (grant.kinds !== 'all') parts.push(sql`${sql.ref(columns.kind)} = any(${textArray(grant.kinds)})`)
  if (grant.filedOnly) parts.push(sql`${sql.ref(columns.state)} = 'filed'`)
  if (grant.publicOnly) parts.push(sql`${sql.ref(columns.secrecy)} = 0`)
  return parts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}
