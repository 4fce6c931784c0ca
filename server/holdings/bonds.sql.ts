import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import type { AuditEvent } from '../../domain/events.ts'
import { assertWorksFor } from '../../domain/holdings/item-life.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import {
  assertTieable,
  assertUntieable,
  inseparable,
  type Mate,
  type Relation,
} from '../../domain/holdings/volumes/bond.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { type Db, type Reads, type Tx, textArray } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Context } from '../platform/operation.ts'
import { type ItemRow, lockItems } from './items.sql.ts'
import { kindAt } from './kinds.sql.ts'
import { storeItem } from './store-item.ts'
import { visibleItems } from './visible.sql.ts'

/** A paper that belongs to another, with what decides whether it may go along. */
export interface MateRow extends Mate {
  readonly series_id: string
  readonly code: string | null
  readonly creator: string
  readonly dated_on: string | null
  readonly pages: number | null
}

/**
 * For each of these items all that is never parted from it, near or through others (S14.3). It reads what binds, not what may be read:
 * parting papers that somebody cannot see would part them all the same.
 */
export async function matesOf(
  reads: Reads,
  ids: readonly string[],
  unit: 'item' | 'volume',
): Promise<(id: string) => MateRow[]> {
  const { rows } = await sql<MateRow & { start: string }>`
    with recursive tie as (
      select leader_id as a, follower_id as b from bond where relation = any(${textArray(inseparable(unit))})
    ), reached (start, id) as (
      select start, start from unnest(${textArray(ids)}) start
      union
      select r.start, n.id from reached r cross join lateral (
        select b as id from tie where a = r.id union all select a from tie where b = r.id) n
    )
    select r.start, i.id, i.title, i.state, i.volume_id, i.series_id, i.code, i.creator, i.dated_on, i.pages
    from reached r join item i on i.id = r.id where r.id <> r.start order by i.id`.execute(reads)
  const byStart = Map.groupBy(rows, ({ start }) => start)
  return id => byStart.get(id) ?? []
}

/** Ties two papers together; for any area that finds out that they belong together. */
export async function tie(
  ctx: Context,
  { relation, leaderId, followerId }: { relation: Relation; leaderId: string; followerId: string },
): Promise<{ output: { bondId: string }; events: [AuditEvent] }> {
  const { tx, actor, now } = ctx
  const items = await lockItems(tx, actor, [leaderId, followerId])
  const leader = items.get(leaderId) ?? refuseHoldings('item.unknown')
  const follower = items.get(followerId) ?? refuseHoldings('item.unknown')
  assertWorksFor(actor, leader.unit_id)
  assertWorksFor(actor, follower.unit_id)
  const { unit } = await kindAt(tx, leader.kind, leader.kind_version)
  assertTieable(relation, unit, leader, follower)
  const bondId = newId('bond')
  await tx
    .insertInto('bond')
    .values({
      id: bondId,
      relation,
      leader_id: leaderId,
      follower_id: followerId,
      created_by: actor.personId ?? '',
      created_at: now,
    })
    .execute()
  await keepInStore(tx, leader)
  return {
    output: { bondId },
    events: [{ name: 'bond.created', subject: bondId, data: { relation, leaderId, followerId } }],
  }
}

/** Unties two papers that do not belong together after all; filed ones stay tied. */
export async function untie(ctx: Context, bondId: string, reason: string): Promise<AuditEvent> {
  const { tx, actor } = ctx
  const bond =
    (await tx.selectFrom('bond').selectAll().where('id', '=', bondId).executeTakeFirst()) ??
    refuseVolume('bond.unknown')
  const items = await lockItems(tx, actor, [bond.leader_id, bond.follower_id])
  if (items.size < 2) refuseVolume('bond.unknown')
  for (const item of items.values()) assertWorksFor(actor, item.unit_id)
  assertUntieable([...items.values()].map(({ state }) => state))
  await tx.deleteFrom('bond').where('id', '=', bondId).execute()
  const { relation, leader_id: leaderId, follower_id: followerId } = bond
  return { name: 'bond.removed', subject: bondId, data: { relation, leaderId, followerId, reason } }
}

/** A filed paper's description in the storage root says what it is tied to. */
async function keepInStore(tx: Tx, leader: ItemRow): Promise<void> {
  if (leader.state !== 'filed') return
  await tx
    .updateTable('item')
    .set({ revision: leader.revision + 1 })
    .where('id', '=', leader.id)
    .execute()
  await enqueue(tx, storeItem, { itemId: leader.id }, `store:${leader.id}`)
}

/** Ties of one item to others that the actor may see. */
export function bondsOf(reads: Db, actor: Actor, itemId: string) {
  return reads
    .selectFrom('bond')
    .innerJoin('item', join =>
      join.on(sql<boolean>`item.id = case ${itemId} when bond.leader_id then bond.follower_id else bond.leader_id end`),
    )
    .select([
      'bond.id',
      'bond.relation',
      'bond.leader_id',
      'item.id as item_id',
      'item.title',
      'item.code',
      'item.state',
    ])
    .where(visibleItems(actor))
    .where(({ eb, or }) => or([eb('bond.leader_id', '=', itemId), eb('bond.follower_id', '=', itemId)]))
    .orderBy('bond.id')
    .execute()
}

/** Ties between these items. */
export async function tiesAmong(
  reads: Reads,
  ids: readonly string[],
): Promise<{ leaderId: string; followerId: string }[]> {
  const among = sql<string>`any(${textArray(ids)})`
  return reads
    .selectFrom('bond')
    .select(['leader_id as leaderId', 'follower_id as followerId'])
    .where('leader_id', '=', among)
    .where('follower_id', '=', among)
    .orderBy('id')
    .execute()
}
