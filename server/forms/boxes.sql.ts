import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { visibleItems, visibleSeries, visibleVolumes } from '../holdings/visible.sql.ts'
import { type Reads, textArray } from '../platform/db.ts'

/** Boxes of some series that this person may see, in the order of their numbers. */
export async function boxesOfSeries(
  reads: Reads,
  actor: Actor,
  seriesIds: readonly string[],
  most: number,
): Promise<string[]> {
  const rows = await reads
    .selectFrom('box')
    .innerJoin('series', 'series.id', 'box.series_id')
    .select('box.id')
    .where(sql<boolean>`box.series_id = any(${textArray(seriesIds)})`)
    .where(visibleSeries(actor))
    .orderBy(sql`array_position(${textArray(seriesIds)}, box.series_id)`)
    .orderBy('box.number')
    .limit(most + 1)
    .execute()
  return rows.map(({ id }) => id)
}

/** Boxes with what their labels say, in the order asked for; `hidden` counts what this person may not see in them. */
export async function readBoxes(reads: Reads, actor: Actor, ids: readonly string[]) {
  return await reads
    .selectFrom('box')
    .innerJoin('series', 'series.id', 'box.series_id')
    .innerJoin('fonds', 'fonds.id', 'box.fonds_id')
    .leftJoin('unit', 'unit.id', 'series.unit_id')
    .leftJoin('person as arranger', 'arranger.id', 'box.arranged_by')
    .leftJoin('person as checker', 'checker.id', 'box.checked_by')
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('item')
          .select([
            sql<number>`count(*)::int`.as('items'),
            sql<number>`coalesce(sum(item.pages), 0)::int`.as('pages'),
            sql<string | null>`(array_agg(item.code order by item.serial) filter (where item.code is not null))[1]`.as(
              'first_code',
            ),
            sql<
              string | null
            >`(array_agg(item.code order by item.serial desc) filter (where item.code is not null))[1]`.as('last_code'),
            sql<number>`(count(*) filter (where not ${visibleItems(actor)}))::int`.as('hidden_items'),
          ])
          .whereRef('item.box_id', '=', 'box.id')
          .as('loose'),
      join => join.onTrue(),
    )
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('volume')
          .select([
            sql<number>`count(*)::int`.as('volumes'),
            sql<
              string | null
            >`(array_agg(volume.code order by volume.serial) filter (where volume.code is not null))[1]`.as(
              'first_volume',
            ),
            sql<
              string | null
            >`(array_agg(volume.code order by volume.serial desc) filter (where volume.code is not null))[1]`.as(
              'last_volume',
            ),
            sql<number>`(count(*) filter (where not ${visibleVolumes(actor)}))::int`.as('hidden_volumes'),
          ])
          .whereRef('volume.box_id', '=', 'box.id')
          .as('bound'),
      join => join.onTrue(),
    )
    .select(['box.id', 'box.number', 'box.thickness_mm', 'box.note', 'box.arranged_on', 'box.checked_on'])
    .select(['series.kind', 'series.year', 'series.retention', 'fonds.code as fonds_code', 'fonds.name as fonds_name'])
    .select(['unit.name as unit_name', 'arranger.name as arranger', 'checker.name as checker'])
    .select(['loose.items', 'loose.pages', 'loose.first_code', 'loose.last_code'])
    .select(['bound.volumes', 'bound.first_volume', 'bound.last_volume'])
    .select(sql<number>`loose.hidden_items + bound.hidden_volumes`.as('hidden'))
    .where(sql<boolean>`box.id = any(${textArray(ids)})`)
    .where(visibleSeries(actor))
    .orderBy(sql`array_position(${textArray(ids)}, box.id)`)
    .execute()
}

export type BoxRow = Awaited<ReturnType<typeof readBoxes>>[number]
