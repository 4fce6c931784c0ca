import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { visibleSeries } from '../holdings/visible.sql.ts'
import { type Reads, textArray } from '../platform/db.ts'

/** The newest finished check of each series that this person may see. */
export async function newestChecks(reads: Reads, actor: Actor, seriesIds: readonly string[]): Promise<string[]> {
  const rows = await reads
    .selectFrom('quality_run')
    .innerJoin('series', 'series.id', 'quality_run.series_id')
    .distinctOn('series.id')
    .select('quality_run.id')
    .where(sql<boolean>`series.id = any(${textArray(seriesIds)})`)
    .where('quality_run.state', '=', 'finished')
    .where(visibleSeries(actor))
    .orderBy('series.id')
    .orderBy('quality_run.id', 'desc')
    .execute()
  return rows.map(({ id }) => id)
}

/** Finished checks of a series, the newest first. */
export async function checksOfSeries(reads: Reads, actor: Actor, seriesId: string, most: number) {
  return await reads
    .selectFrom('quality_run')
    .innerJoin('series', 'series.id', 'quality_run.series_id')
    .innerJoin('person', 'person.id', 'quality_run.started_by')
    .select(['quality_run.id', 'quality_run.finished_at', 'quality_run.items', 'person.name'])
    .where('series.id', '=', seriesId)
    .where('quality_run.state', '=', 'finished')
    .where(visibleSeries(actor))
    .orderBy('quality_run.id', 'desc')
    .limit(most)
    .execute()
}
