import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { markOf } from '../../domain/shared/mark.ts'
import { type House, openHouse } from '../../tests/world/house.ts'
import { givenBoxes, givenRoom, givenSeries } from '../../tests/world/shelves.ts'
import { readWorkbook } from '../spreadsheet/spreadsheet.ts'
import { assignPlaces } from './place-things.ts'
import { printStocktake } from './print-stocktake.ts'
import { showStocktake } from './show-stocktake.ts'
import { closeStocktake, explainStocktake, scanStocktake, startStocktake } from './stocktake.ts'

let house: House
let clerk: Actor
beforeAll(async () => {
  house = await openHouse()
  clerk = await house.given.person({ roles: ['archivist'] })
})
afterAll(() => house[Symbol.asyncDispose]())

async function begun() {
  const room = await givenRoom(house, clerk, { slots: 3 })
  const seriesId = await givenSeries(house, { fondsId: await house.given.fonds() })
  const boxes = await givenBoxes(house, clerk, { seriesId, count: 5 })
  await house.call(assignPlaces, clerk, { thingIds: boxes.slice(0, 4), locationId: room.slots[0] })
  const { stocktakeId, expected } = await house.call(startStocktake, clerk, { locationId: room.roomId })
  const scan = (text: string, slot: number) =>
    house.call(scanStocktake, clerk, { stocktakeId, locationId: room.slots[slot]!, text })
  return { ...room, boxes: boxes as [string, string, string, string, string], stocktakeId, expected, scan }
}

test('S1.4 a stock-take tells what is in its place, not seen, misplaced and unknown', async () => {
  const { boxes, stocktakeId, expected, scan, code } = await begun()
  expect(expected).toBe(4)
  expect(await scan(markOf(boxes[0]), 0)).toMatchObject({ outcome: 'found' })
  expect(await scan(markOf(boxes[1]), 1)).toMatchObject({ outcome: 'misplaced', expectedAt: `${code}-01-01-01-01` })
  expect(await scan(markOf(boxes[4]), 1)).toMatchObject({ outcome: 'misplaced', expectedAt: null })
  expect(await scan('6901234567892', 1)).toMatchObject({ outcome: 'unknown', code: '6901234567892' })
  const { tally, entries } = await house.call(showStocktake, clerk, { stocktakeId })
  expect(tally).toEqual({ found: 1, missing: 2, misplaced: 2, unknown: 1, open: 5 })
  expect(entries.map(({ outcome }) => outcome)).toEqual([
    ...['found', 'misplaced', 'missing', 'missing'],
    ...['unknown', 'misplaced'],
  ])
})

test('S1.4 what is seen again in its place is no difference any more', async () => {
  const { boxes, stocktakeId, scan } = await begun()
  await scan(markOf(boxes[0]), 2)
  expect(await scan(markOf(boxes[0]), 0)).toMatchObject({ outcome: 'found' })
  expect((await house.call(showStocktake, clerk, { stocktakeId })).tally).toMatchObject({ found: 1, misplaced: 0 })
})

test('S1.4 a stock-take closes when each difference is explained, and is never rewritten', async () => {
  const { boxes, stocktakeId, scan, roomId, slots } = await begun()
  for (const box of boxes.slice(0, 3)) await scan(markOf(box), 0)
  expect((await house.refusal(closeStocktake, clerk, { stocktakeId })).code).toBe('stocktake.open-differences')
  const found = { stocktakeId, things: [boxes[0]], explanation: '在架' }
  expect((await house.refusal(explainStocktake, clerk, found)).code).toBe('stocktake.nothing-to-explain')
  await house.call(explainStocktake, clerk, { stocktakeId, things: [boxes[3]], explanation: '送修未还' })
  expect((await house.refusal(startStocktake, clerk, { locationId: roomId })).code).toBe('stocktake.already-open')
  await house.call(closeStocktake, clerk, { stocktakeId })
  const late = { stocktakeId, locationId: slots[0], text: markOf(boxes[3]) }
  expect((await house.refusal(scanStocktake, clerk, late)).code).toBe('stocktake.closed')
  const rewrite = house.pool.query(`update stocktake_entry set explanation = '丢失' where stocktake_id = $1`, [
    stocktakeId,
  ])
  await expect(rewrite).rejects.toThrow('stays as it was closed')
  await expect(house.pool.query('delete from stocktake where id = $1', [stocktakeId])).rejects.toThrow()
})

test('S1.4 two people scan one shelf at once: each thing is noted once', async () => {
  const { boxes, stocktakeId, scan } = await begun()
  const walk = async (seen: readonly string[]) => {
    for (const box of seen) await scan(markOf(box), 0)
  }
  await Promise.all([walk(boxes.slice(0, 4)), walk(boxes.slice(0, 4).toReversed())])
  const { tally } = await house.call(showStocktake, clerk, { stocktakeId })
  expect(tally).toEqual({ found: 4, missing: 0, misplaced: 0, unknown: 0, open: 0 })
})

test('S1.4 the report lists each difference with its explanation, printed and in Excel', async () => {
  const { boxes, stocktakeId, scan, code } = await begun()
  for (const box of boxes.slice(0, 3)) await scan(markOf(box), 0)
  await house.call(explainStocktake, clerk, { stocktakeId, things: [boxes[3]], explanation: '送修未还' })
  const pdf = await house.call(printStocktake, clerk, { stocktakeId })
  expect(
    Buffer.from(pdf.body as Uint8Array)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const { body } = await house.call(printStocktake, clerk, { stocktakeId, form: 'excel' })
  const [sheet] = await readWorkbook(body as Uint8Array)
  expect(sheet?.rows).toHaveLength(2)
  expect(sheet?.rows[1]?.cells.slice(3)).toEqual(['未见', `${code}-01-01-01-01`, null, '送修未还'])
})
