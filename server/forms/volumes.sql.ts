import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { visibleItems, visibleVolumes } from '../holdings/visible.sql.ts'
import { type Reads, textArray } from '../platform/db.ts'

/** Numbered volumes of some series that this person may see, in the order of their codes. */
export async function volumesOfSeries(
  reads: Reads,
  actor: Actor,
  seriesIds: readonly string[],
  most: number,
): Promise<string[]> {
  const rows = await reads
    .selectFrom('volume')
    .innerJoin('series', 'series.id', 'volume.series_id')
    .select('volume.id')
    .where(sql<boolean>`volume.series_id = any(${textArray(seriesIds)})`)
    .where('volume.code', 'is not', null)
    .where(visibleVolumes(actor))
    .orderBy(sql`array_position(${textArray(seriesIds)}, volume.series_id)`)
    .orderBy('volume.serial')
    .limit(most + 1)
    .execute()
  return rows.map(({ id }) => id)
}

/** Volumes with what their forms say of them, in the order asked for; what this person may not see is left out. */
export async function readVolumes(reads: Reads, actor: Actor, ids: readonly string[]) {
  return await reads
    .selectFrom('volume')
    .innerJoin('series', 'series.id', 'volume.series_id')
    .innerJoin('fonds', 'fonds.id', 'volume.fonds_id')
    .leftJoin('unit', 'unit.id', 'series.unit_id')
    .leftJoin('person as binder', 'binder.id', 'volume.bound_by')
    .leftJoin('person as checker', 'checker.id', 'volume.checked_by')
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('item')
          .select([
            sql<number>`count(*)::int`.as('all_items'),
            sql<number>`coalesce(sum(item.pages), 0)::int`.as('pages'),
            sql<string | null>`min(item.dated_on)`.as('first_on'),
            sql<string | null>`max(item.dated_on)`.as('last_on'),
            sql<number>`(count(*) filter (where not ${visibleItems(actor)}))::int`.as('hidden'),
          ])
          .whereRef('item.volume_id', '=', 'volume.id')
          .as('contents'),
      join => join.onTrue(),
    )
    .select([
      'volume.id',
      'volume.code',
      'volume.serial',
      'volume.title',
      'volume.self_made_title',
      'volume.note',
      'volume.series_id',
      'volume.secrecy',
      'volume.bound_on',
      'volume.checked_on',
    ])
    .select(['series.kind', 'series.year', 'series.retention', 'fonds.code as fonds_code', 'fonds.name as fonds_name'])
    .select(['unit.name as unit_name', 'binder.name as binder', 'checker.name as checker'])
    .select([
      'contents.all_items as items',
      'contents.pages',
      'contents.first_on',
      'contents.last_on',
      'contents.hidden',
    ])
    .where(sql<boolean>`volume.id = any(${textArray(ids)})`)
    .where('volume.code', 'is not', null)
    .where(visibleVolumes(actor))
    .orderBy(sql`array_position(${textArray(ids)}, volume.id)`)
    .execute()
}

export type VolumeRow = Awaited<ReturnType<typeof readVolumes>>[number]

/** What is bound into some volumes, by volume and in its order there. */
export async function readContents(reads: Reads, actor: Actor, volumeIds: readonly string[]) {
  const rows = await reads
    .selectFrom('item')
    .select([
      'item.volume_id',
      'item.volume_ordinal',
      'item.document_no',
      'item.creator',
      'item.title',
      'item.self_made_title',
      'item.dated_on',
      'item.pages',
      'item.page_from',
      'item.page_to',
      'item.note',
      'item.code',
      'item.copies',
      'item.fields',
    ])
    .where(sql<boolean>`item.volume_id = any(${textArray(volumeIds)})`)
    .where(visibleItems(actor))
    .orderBy('item.volume_id')
    .orderBy('item.volume_ordinal')
    .execute()
  return Map.groupBy(rows, ({ volume_id }) => volume_id ?? '')
}

export type BoundRow = Awaited<ReturnType<typeof readContents>> extends Map<string, (infer R)[]> ? R : never
