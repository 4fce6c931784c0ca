import { sql } from 'kysely'
import { z } from 'zod'
import { assertWorksFor } from '../../domain/holdings/item-life.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { ItemId, SeriesId } from '../../domain/shared/ids.ts'
import { readSeries } from '../holdings/series.sql.ts'
import { visibleItems } from '../holdings/visible.sql.ts'
import { textArray } from '../platform/db.ts'
import { enqueue } from '../platform/jobs.ts'
import { type Context, command } from '../platform/operation.ts'
import { openProgress } from '../platform/progress.ts'
import { checkItems } from './check-items.ts'
import type { Scope } from './gather-facts.ts'
import { insertRun } from './quality.sql.ts'

/** Check before filing 四性检测: everything of a series that is not filed, or the items selected; it runs as a job and keeps its result. */
export const startCheck = command({
  name: 'check.start',
  title: '四性检测',
  titleEn: 'Check before filing',
  permission: 'check.start',
  rules: ['S14.1', 'S14.2'],
  input: z.strictObject({
    seriesId: SeriesId.optional(),
    ids: z.array(ItemId).min(1).max(1000).optional().meta({ title: '所选各件', titleEn: 'Items' }),
  }),
  output: z.object({ checkId: z.string(), jobId: z.string(), items: z.number() }),
  async run(ctx, { seriesId, ids }) {
    const { tx, actor, now } = ctx
    const scope: Scope = { seriesId: seriesId ?? null, ids: ids ?? null }
    if (!seriesId && !ids) refuseVolume('check.nothing')
    const { count, fondsId } = await scopeNow(ctx, scope)
    if (count === 0 || !fondsId) return refuseVolume('check.nothing')
    const label = { zh: `四性检测 ${count} 件`, en: `Checking ${count} items` }
    const jobId = await openProgress(tx, label, actor.personId)
    const checkId = await insertRun(tx, { fondsId, seriesId: scope.seriesId, jobId, by: actor.personId ?? '', at: now })
    const { clearance } = actor
    const reads = actor.reads.map(({ units, kinds, ...grant }) => ({
      ...grant,
      units: units === 'all' ? units : [...units],
      kinds: kinds === 'all' ? kinds : [...kinds],
    }))
    const payload = { runId: checkId, ...scope, ids: ids ?? null, total: count, eyes: { clearance, reads } }
    await enqueue(tx, checkItems, payload, `check:${checkId}`)
    return {
      output: { checkId, jobId, items: count },
      events: [{ name: 'check.started', subject: checkId, data: { items: count, ...(seriesId && { seriesId }) } }],
    }
  },
})

/** How much a scope holds that is not filed, all of it of units the actor works for. */
async function scopeNow({ tx, actor }: Context, { seriesId, ids }: Scope) {
  if (seriesId) assertWorksFor(actor, (await readSeries(tx, actor, seriesId)).unit_id)
  let rows = tx
    .selectFrom('item')
    .select(['fonds_id', 'unit_id', sql<number>`count(*)`.as('count')])
    .where(visibleItems(actor))
    .where('state', '<>', 'filed')
    .groupBy(['fonds_id', 'unit_id'])
  if (seriesId) rows = rows.where('series_id', '=', seriesId)
  if (ids) rows = rows.where('id', '=', sql<string>`any(${textArray(ids)})`)
  const found = await rows.execute()
  for (const { unit_id: unitId } of found) assertWorksFor(actor, unitId)
  if (new Set(found.map(({ fonds_id: fondsId }) => fondsId)).size > 1) refuseHoldings('fonds.unknown')
  return { count: found.reduce((sum, { count }) => sum + count, 0), fondsId: found[0]?.fonds_id }
}
