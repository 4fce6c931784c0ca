import { sql } from 'kysely'
import { z } from 'zod'
import {
  type Check,
  checkCodes,
  checks,
  isMust,
  type Outcome,
  outcomes,
  type Property,
  properties,
} from '../../domain/arrangement/quality/checks.ts'
import type { CheckResult } from '../../domain/arrangement/quality/summarise.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { After, CheckId, Limit, SeriesId } from '../../domain/shared/ids.ts'
import { readSeries } from '../holdings/series.sql.ts'
import { visibleItems } from '../holdings/visible.sql.ts'
import { query, type ReadContext } from '../platform/operation.ts'
import { readProgress } from '../platform/progress.ts'

const outcomeCodes = Object.keys(outcomes) as [Outcome, ...Outcome[]]
const propertyCodes = Object.keys(properties) as [Property, ...Property[]]

const report = z.object({
  id: z.string(),
  /** Stage of the check: always filing 归档. */
  stage: z.literal('filing'),
  /** List of checks that was gone through. */
  plan: z.string(),
  state: z.enum(['running', 'finished', 'failed']),
  fonds: z.object({ code: z.string(), name: z.string() }),
  series: z.object({ id: z.string(), kind: z.string(), year: z.number(), retention: z.string() }).nullable(),
  items: z.number(),
  files: z.number(),
  bytes: z.number(),
  startedBy: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  progress: z.object({ done: z.number(), total: z.number(), failure: z.string().nullable() }),
  results: z.array(
    z.object({
      code: z.enum(checkCodes),
      property: z.enum(propertyCodes),
      title: z.string(),
      titleEn: z.string(),
      must: z.boolean(),
      outcome: z.enum(outcomeCodes),
      passed: z.number(),
      failed: z.number(),
      evidenceZh: z.string(),
      evidenceEn: z.string(),
    }),
  ),
})

/** A report 四性检测报告 as it is shown and printed. */
export type CheckReport = z.output<typeof report>

/** One check with its results in the order of the list; what a page shows and the form prints. */
export async function checkReport({ tx, actor }: ReadContext, id: string): Promise<CheckReport> {
  const row =
    (await tx
      .selectFrom('quality_run')
      .innerJoin('fonds', 'fonds.id', 'quality_run.fonds_id')
      .innerJoin('person', 'person.id', 'quality_run.started_by')
      .leftJoin('series', 'series.id', 'quality_run.series_id')
      .selectAll('quality_run')
      .select(['fonds.code as fonds_code', 'fonds.name as fonds_name', 'person.name as person_name'])
      .select(['series.kind', 'series.year', 'series.retention'])
      .where('quality_run.id', '=', id)
      .executeTakeFirst()) ?? refuseVolume('check.unknown')
  if (row.series_id) await readSeries(tx, actor, row.series_id)
  else if (row.started_by !== actor.personId && !actor.worksForAllUnits) refuseVolume('check.unknown')
  const progress = await readProgress(tx, row.job_id)
  return {
    id,
    stage: 'filing',
    plan: 'DA/T 70-2018',
    state: row.state as CheckReport['state'],
    fonds: { code: row.fonds_code, name: row.fonds_name },
    series:
      row.series_id === null || row.kind === null || row.year === null || row.retention === null
        ? null
        : { id: row.series_id, kind: row.kind, year: row.year, retention: row.retention },
    items: row.items,
    files: row.files,
    bytes: row.bytes,
    startedBy: row.person_name,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    progress: { done: progress?.done ?? 0, total: progress?.total ?? 0, failure: progress?.failure ?? null },
    results: (row.results as CheckResult[]).map(result => {
      const { property, title, titleEn }: Check = checks[result.code]
      return { ...result, property, title, titleEn, must: isMust(result.code) }
    }),
  }
}

/** Show a check 检测报告: how each check ended, with its evidence, and how far it is while it runs. */
export const showCheck = query({
  name: 'check.show',
  title: '检测报告',
  titleEn: 'Report of a check',
  permission: 'check.start',
  rules: ['S14.2', 'S17.4'],
  input: z.strictObject({ checkId: CheckId }),
  output: report,
  run: (ctx, { checkId }) => checkReport(ctx, checkId),
})

/** Faults 检出问题 of a check: each with the item it is in, as far as its reader may see that. */
export const listFaults = query({
  name: 'check.faults',
  title: '检出的问题',
  titleEn: 'Faults that were found',
  permission: 'check.start',
  rules: ['S14.2', 'S17.4'],
  input: z.strictObject({ checkId: CheckId, after: After, limit: Limit }),
  output: z.object({
    faults: z.array(
      z.object({
        itemId: z.string(),
        itemCode: z.string().nullable(),
        itemTitle: z.string(),
        code: z.enum(checkCodes),
        title: z.string(),
        titleEn: z.string(),
        must: z.boolean(),
        zh: z.string(),
        en: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
  async run({ tx, actor }, { checkId, after = '', limit }) {
    const rows = await tx
      .selectFrom('quality_fault')
      .innerJoin('item', 'item.id', 'quality_fault.item_id')
      .select(['quality_fault.item_id', 'quality_fault.code', 'quality_fault.zh', 'quality_fault.en'])
      .select(['item.code as item_code', 'item.title'])
      .where('run_id', '=', checkId)
      .where(visibleItems(actor))
      .where(sql<boolean>`quality_fault.item_id || ' ' || quality_fault.code > ${after}`)
      .orderBy('quality_fault.item_id')
      .orderBy('quality_fault.code')
      .limit(limit + 1)
      .execute()
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      faults: page.map(row => {
        const code = checkCodes.find(one => one === row.code) ?? 'GD-2-4'
        const { title, titleEn }: Check = checks[code]
        return {
          itemId: row.item_id,
          itemCode: row.item_code,
          itemTitle: row.title,
          code,
          title,
          titleEn,
          must: isMust(code),
          zh: row.zh,
          en: row.en,
        }
      }),
      next: rows.length > limit && last ? `${last.item_id} ${last.code}` : null,
    }
  },
})

/** Checks of a series, the newest first. */
export const listChecks = query({
  name: 'check.list',
  title: '历次检测',
  titleEn: 'Checks of a series',
  permission: 'check.start',
  rules: ['S14.2'],
  input: z.strictObject({ seriesId: SeriesId, limit: Limit }),
  output: z.object({
    checks: z.array(
      z.object({
        id: z.string(),
        state: z.enum(['running', 'finished', 'failed']),
        items: z.number(),
        failed: z.number(),
        startedBy: z.string(),
        startedAt: z.string(),
      }),
    ),
  }),
  async run({ tx, actor }, { seriesId, limit }) {
    await readSeries(tx, actor, seriesId)
    const rows = await tx
      .selectFrom('quality_run')
      .innerJoin('person', 'person.id', 'quality_run.started_by')
      .select(['quality_run.id', 'quality_run.state', 'items', 'results', 'person.name', 'started_at'])
      .where('series_id', '=', seriesId)
      .orderBy('quality_run.id', 'desc')
      .limit(limit)
      .execute()
    return {
      checks: rows.map(row => ({
        id: row.id,
        state: row.state as CheckReport['state'],
        items: row.items,
        failed: (row.results as CheckResult[]).filter(({ outcome }) => outcome === 'fail').length,
        startedBy: row.name,
        startedAt: row.started_at,
      })),
    }
  },
})
