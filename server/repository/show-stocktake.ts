import { z } from 'zod'
import { type Outcome, outcomeCodes } from '../../domain/repository/stocktake.ts'
import { After, Limit, StocktakeId } from '../../domain/shared/ids.ts'
import { query } from '../platform/operation.ts'
import { entriesOf, readStocktake, tallyOf } from './stocktakes.sql.ts'
import { readThings } from './things.sql.ts'

const head = {
  id: z.string(),
  location: z.string(),
  name: z.string(),
  note: z.string(),
  startedAt: z.string(),
  startedBy: z.string(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
}
const tally = z.object({
  found: z.number(),
  missing: z.number(),
  misplaced: z.number(),
  unknown: z.number(),
  open: z.number(),
})

/** Stock-takes 盘点, newest first. */
export const listStocktakes = query({
  name: 'stocktake.list',
  title: '盘点列表',
  titleEn: 'Stock-takes',
  permission: 'stocktake.list',
  rules: ['S1.4'],
  input: z.strictObject({ after: After, limit: Limit }),
  output: z.object({ stocktakes: z.array(z.object(head)), next: z.string().nullable() }),
  async run({ tx }, { after, limit }) {
    let rows = tx
      .selectFrom('stocktake')
      .innerJoin('location', 'location.id', 'stocktake.location_id')
      .innerJoin('person as starter', 'starter.id', 'stocktake.started_by')
      .leftJoin('person as closer', 'closer.id', 'stocktake.closed_by')
      .select(['stocktake.id', 'location.code as location', 'location.name', 'stocktake.note'])
      .select(['stocktake.started_at as startedAt', 'starter.name as startedBy'])
      .select(['stocktake.closed_at as closedAt', 'closer.name as closedBy'])
      .orderBy('stocktake.id', 'desc')
      .limit(limit + 1)
    if (after) rows = rows.where('stocktake.id', '<', after)
    const found = await rows.execute()
    const stocktakes = found.slice(0, limit)
    return { stocktakes, next: found.length > limit ? (stocktakes.at(-1)?.id ?? null) : null }
  },
})

const entry = z.object({
  thing: z.string(),
  /** Null for what this person may not see. */
  code: z.string().nullable(),
  title: z.string(),
  outcome: z.enum(outcomeCodes),
  expectedAt: z.string().nullable(),
  foundAt: z.string().nullable(),
  foundId: z.string().nullable(),
  foundBy: z.string().nullable(),
  explanation: z.string(),
})

/** One stock-take 盘点 with its tally, and its entries in walking order, narrowed by outcome (S1.4). */
export const showStocktake = query({
  name: 'stocktake.show',
  title: '查看盘点',
  titleEn: 'Look at a stock-take',
  permission: 'stocktake.show',
  rules: ['S1.4', 'S17.4'],
  input: z.strictObject({
    stocktakeId: StocktakeId,
    outcome: z.enum(outcomeCodes).optional().meta({ title: '结果', titleEn: 'Outcome' }),
    after: After,
    limit: Limit,
  }),
  output: z.object({ ...head, tally, entries: z.array(entry), next: z.string().nullable() }),
  async run({ tx, actor }, { stocktakeId, outcome, after, limit }) {
    const take = await readStocktake(tx, stocktakeId)
    let rows = entriesOf(tx, stocktakeId).limit(limit + 1)
    if (outcome) rows = rows.where('entry.outcome', '=', outcome)
    const [walk, thing] = after?.split(' ') ?? []
    if (walk !== undefined)
      rows = rows.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('entry.walk_key', 'entry.thing'), '>', tuple(walk, thing ?? '')),
      )
    const found = await rows.execute()
    const page = found.slice(0, limit)
    const things = await readThings(
      tx,
      actor,
      page.map(row => row.thing),
    )
    const last = page.at(-1)
    return {
      ...{ id: take.id, location: take.code, name: take.name, note: take.note },
      ...{ startedAt: take.started_at, startedBy: take.starter, closedAt: take.closed_at, closedBy: take.closer },
      tally: await tallyOf(tx, stocktakeId),
      entries: page.map(row => ({
        thing: row.thing,
        code: row.known ? (things.get(row.thing)?.code ?? null) : row.code,
        title: things.get(row.thing)?.title ?? '',
        outcome: row.outcome as Outcome,
        ...{ expectedAt: row.expectedAt, foundAt: row.foundAt, foundId: row.foundId, foundBy: row.foundBy },
        explanation: row.explanation,
      })),
      next: found.length > limit && last ? `${last.walk_key} ${last.thing}` : null,
    }
  },
})
