import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse } from '../../tests/world/house.ts'
import { givenRoom } from '../../tests/world/shelves.ts'
import { readWorkbook } from '../spreadsheet/spreadsheet.ts'
import { importClimate, listClimate, measureClimate, recordClimate, setCarrier } from './climate.ts'
import { printClimate } from './print-climate.ts'

let house: House
let clerk: Actor
beforeAll(async () => {
  house = await openHouse()
  clerk = await house.given.person({ roles: ['archivist'] })
})
afterAll(() => house[Symbol.asyncDispose]())

const month = '2026-11'

test('S1.4 a reading out of the limits is noted only with what was done about it', async () => {
  const { roomId: locationId } = await givenRoom(house, clerk)
  const good = { locationId, takenAt: '2026-11-24T01:00:00Z', temperature: 19.5, humidity: 52 }
  expect(await house.call(recordClimate, clerk, good)).toEqual({ exceeded: [] })
  const damp = { ...good, takenAt: '2026-11-23T01:00:00Z', humidity: 66.5 }
  expect((await house.refusal(recordClimate, clerk, damp)).code).toBe('climate.measure-needed')
  await house.call(recordClimate, clerk, { ...damp, measure: '开除湿机' })
  const { readings, carrier } = await house.call(listClimate, clerk, { locationId, month })
  expect(carrier).toBe('paper')
  expect(readings).toMatchObject([
    { humidity: 66.5, exceeded: ['too-damp'], measure: '开除湿机', source: 'hand' },
    { temperature: 19.5, exceeded: [] },
  ])
  const tomorrow = { ...good, takenAt: '2026-11-25T01:00:00Z' }
  expect((await house.refusal(recordClimate, clerk, tomorrow)).code).toBe('climate.in-future')
  expect((await house.refusal(recordClimate, clerk, good)).code).toBe('climate.known')
})

test('S1.4 a day that swings too far is told; the limits follow what the room keeps', async () => {
  const { roomId: locationId } = await givenRoom(house, clerk)
  await house.call(recordClimate, clerk, { locationId, takenAt: '2026-11-23T01:00:00Z', temperature: 15, humidity: 50 })
  const noon = { locationId, takenAt: '2026-11-23T06:00:00Z', temperature: 20, humidity: 50, measure: '关窗' }
  expect((await house.call(recordClimate, clerk, noon)).exceeded).toEqual(['temperature-swing'])
  await house.call(setCarrier, clerk, { locationId, carrier: 'film' })
  const cool = { locationId, takenAt: '2026-11-24T01:00:00Z', temperature: 20, humidity: 40, measure: '降温' }
  expect((await house.call(recordClimate, clerk, cool)).exceeded).toEqual(['too-warm'])
})

test('S1.4 a logger’s file is taken in whole or not at all; what was out of range waits for its measure', async () => {
  const { roomId: locationId } = await givenRoom(house, clerk)
  const csv = '时间,温度,湿度\n2026-11-20 08:00,18,50\n2026-11-20 09:00,18.5,64\n'
  const broken = await house.refusal(importClimate, clerk, { locationId, csv: `${csv}昨天,1,2\n` })
  expect(broken.issues).toMatchObject([{ row: 4 }])
  expect(await house.call(importClimate, clerk, { locationId, csv })).toEqual({ added: 2, known: 0, exceeded: 1 })
  expect(await house.call(importClimate, clerk, { locationId, csv })).toMatchObject({ added: 0, known: 2 })
  const { readings } = await house.call(listClimate, clerk, { locationId, month })
  const ids = readings.filter(({ exceeded }) => exceeded.length > 0).map(({ id }) => id)
  expect(readings[1]?.exceeded).toEqual(['too-damp', 'humidity-swing'])
  expect(await house.call(measureClimate, clerk, { locationId, ids, measure: '通风' })).toEqual({ measured: 1 })
  const again = { locationId, ids, measure: '改口' }
  expect((await house.refusal(measureClimate, clerk, again)).code).toBe('climate.nothing-open')
  await expect(house.pool.query('update climate_reading set humidity_tenths = 500')).rejects.toThrow('as it was noted')
  const { body } = await house.call(printClimate, clerk, { locationId, month, form: 'excel' })
  const [sheet] = await readWorkbook(body as Uint8Array)
  expect(sheet?.rows[2]?.cells.slice(0, 6)).toEqual([
    '2026-11-20',
    '09:00',
    '18.5',
    '64.0',
    '湿度偏高、湿度日波动大',
    '通风',
  ])
  const pdf = await house.call(printClimate, clerk, { locationId, month })
  expect(
    Buffer.from(pdf.body as Uint8Array)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})
