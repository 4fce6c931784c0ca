import { z } from 'zod'
import { keysWithin } from '../../domain/repository/levels.ts'
import { refuseRepository } from '../../domain/repository/refusals.ts'
import { assertClosable, assertOpen, type Outcome, outcomeCodes } from '../../domain/repository/stocktake.ts'
import { LocationId, StocktakeId } from '../../domain/shared/ids.ts'
import { readMark } from '../../domain/shared/mark.ts'
import { newId } from '../platform/ids.ts'
import { type Context, command } from '../platform/operation.ts'
import { lockRooms, readLocation } from './locations.sql.ts'
import { currentPlaces } from './placements.sql.ts'
import { freezeExpected, holdStocktake, nameEntries, tallyOf } from './stocktakes.sql.ts'
import { readThings } from './things.sql.ts'

/** Start a stock-take 盘点 of a room, row, bay or shelf: what should stand there is frozen as it is now (S1.4). */
export const startStocktake = command({
  name: 'stocktake.start',
  title: '开始盘点',
  titleEn: 'Start a stock-take',
  permission: 'stocktake.start',
  rules: ['S1.4'],
  input: z.strictObject({
    locationId: LocationId,
    note: z.string().trim().max(300).default('').meta({ title: '说明', titleEn: 'Note' }),
  }),
  output: z.object({ stocktakeId: z.string(), expected: z.number() }),
  async run({ tx, actor, now }, { locationId, note }) {
    const place = await readLocation(tx, locationId)
    await lockRooms(tx, [place.room_id])
    const stocktakeId = newId('take')
    await tx
      .insertInto('stocktake')
      .values({ id: stocktakeId, location_id: locationId, note, started_by: actor.personId ?? '', started_at: now })
      .execute()
    const expected = (await freezeExpected(tx, stocktakeId, keysWithin(place.sort_key))).map(({ thing }) => thing)
    const things = await readThings(tx, actor, expected)
    await nameEntries(tx, stocktakeId, new Map([...things].map(([id, { code }]) => [id, code])))
    const data = { location: place.code, expected: expected.length }
    return {
      output: { stocktakeId, expected: expected.length },
      events: [{ name: 'stocktake.started', subject: stocktakeId, data }],
    }
  },
})

/** Note what was seen 盘点扫描 in a slot; seen again elsewhere, the last sight counts. Many people may scan at once (S1.4). */
export const scanStocktake = command({
  name: 'stocktake.scan',
  title: '盘点扫描',
  titleEn: 'Scan in a stock-take',
  permission: 'stocktake.scan',
  rules: ['S1.4'],
  input: z.strictObject({
    stocktakeId: StocktakeId,
    locationId: LocationId,
    text: z.string().trim().min(1).max(200).meta({ title: '扫到的码', titleEn: 'Code that was read' }),
  }),
  output: z.object({
    thing: z.string(),
    code: z.string(),
    outcome: z.enum(outcomeCodes),
    expectedAt: z.string().nullable(),
  }),
  async run(ctx, { stocktakeId, locationId, text }) {
    const { tx, actor, now } = ctx
    assertOpen(await holdStocktake(tx, stocktakeId))
    const slot = await readLocation(tx, locationId)
    if (slot.level !== 'slot') refuseRepository('place.not-slot', { code: slot.code })
    const seen = await recognised(ctx, text)
    const at = { found_id: slot.id, found_by: actor.personId, found_at: now }
    const { outcome, expected_id } = await tx
      .insertInto('stocktake_entry')
      .values({ stocktake_id: stocktakeId, ...seen, ...at, walk_key: `${slot.sort_key}~` })
      .onConflict(conflict => conflict.columns(['stocktake_id', 'thing']).doUpdateSet(at))
      .returning(['outcome', 'expected_id'])
      .executeTakeFirstOrThrow()
    const expected = expected_id ? await readLocation(tx, expected_id) : undefined
    const data = { code: seen.code, location: slot.code, outcome: outcome as Outcome }
    return {
      output: { thing: seen.thing, code: seen.code, outcome: data.outcome, expectedAt: expected?.code ?? null },
      events: [{ name: 'stocktake.scanned', subject: stocktakeId, data }],
    }
  },
})

/** What a code marks, and where that should stand; a code that marks nothing one may know of is kept as it was read. */
async function recognised({ tx, actor }: Context, text: string) {
  const mark = readMark(text)
  const thing = mark && (await readThings(tx, actor, [mark.id])).get(mark.id)
  if (!thing) return { thing: text, known: false, code: text, expected_id: null }
  const place = (await currentPlaces(tx, [thing.id])).get(thing.id)
  return { thing: thing.id, known: true, code: thing.code, expected_id: place?.locationId ?? null }
}

/** Explain differences 说明差异 of a stock-take: lent, under repair, being looked for, moved to its place (S1.4). */
export const explainStocktake = command({
  name: 'stocktake.explain',
  title: '说明差异',
  titleEn: 'Explain differences',
  permission: 'stocktake.explain',
  rules: ['S1.4', 'S1.5'],
  input: z.strictObject({
    stocktakeId: StocktakeId,
    things: z.array(z.string().min(1).max(200)).min(1).max(1000).meta({ title: '差异', titleEn: 'Differences' }),
    explanation: z.string().trim().min(2).max(300).meta({ title: '说明', titleEn: 'Explanation' }),
  }),
  output: z.object({ explained: z.number() }),
  async run({ tx, actor, now }, { stocktakeId, things, explanation }) {
    assertOpen(await holdStocktake(tx, stocktakeId))
    const { numUpdatedRows } = await tx
      .updateTable('stocktake_entry')
      .set({ explanation, explained_by: actor.personId, explained_at: now })
      .where('stocktake_id', '=', stocktakeId)
      .where('thing', 'in', things)
      .where('outcome', '<>', 'found')
      .executeTakeFirst()
    const explained = Number(numUpdatedRows)
    if (explained === 0) refuseRepository('stocktake.nothing-to-explain')
    return {
      output: { explained },
      events: [{ name: 'stocktake.explained', subject: stocktakeId, data: { count: explained, explanation } }],
    }
  },
})

/** Close a stock-take 结束盘点 once each difference is explained; from then on it is a record that nobody changes (S1.4). */
export const closeStocktake = command({
  name: 'stocktake.close',
  title: '结束盘点',
  titleEn: 'Close a stock-take',
  permission: 'stocktake.close',
  rules: ['S1.4'],
  input: z.strictObject({ stocktakeId: StocktakeId }),
  output: z.object({ stocktakeId: z.string() }),
  async run({ tx, actor, now }, { stocktakeId }) {
    assertOpen(await holdStocktake(tx, stocktakeId, true))
    const tally = await tallyOf(tx, stocktakeId)
    assertClosable(tally)
    await tx
      .updateTable('stocktake')
      .set({ closed_by: actor.personId, closed_at: now })
      .where('id', '=', stocktakeId)
      .execute()
    const { open: _, ...data } = tally
    return { output: { stocktakeId }, events: [{ name: 'stocktake.closed', subject: stocktakeId, data }] }
  },
})
