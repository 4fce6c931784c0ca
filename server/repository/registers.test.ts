import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse } from '../../tests/world/house.ts'
import { givenBoxes, givenRoom, givenSeries } from '../../tests/world/shelves.ts'
import { readWorkbook } from '../spreadsheet/spreadsheet.ts'
import { listPlaceLog, printPlaceLog } from './place-log.ts'
import { assignPlaces, moveThings, takeOff } from './place-things.ts'
import { enterStore, leaveStore, listVisits, printVisits } from './visits.ts'

let house: House
let clerk: Actor
beforeAll(async () => {
  house = await openHouse()
  clerk = await house.given.person({ roles: ['archivist'] })
})
afterAll(() => house[Symbol.asyncDispose]())

test('S1.4 the register tells what came in and went out; what was only moved is in neither', async () => {
  const { slots } = await givenRoom(house, clerk)
  const seriesId = await givenSeries(house, { fondsId: await house.given.fonds() })
  const ids = await givenBoxes(house, clerk, { seriesId, count: 3 })
  await house.call(assignPlaces, clerk, { thingIds: ids, locationId: slots[0] })
  house.now = new Date('2026-11-25T02:00:00Z')
  await house.call(moveThings, clerk, { thingIds: ids, locationId: slots[1]!, reason: '倒架' })
  house.now = new Date('2026-12-01T02:00:00Z')
  await house.call(takeOff, clerk, { thingIds: ids.slice(0, 1), reason: '移交' })
  const log = (direction: 'in' | 'out', month: string) => house.call(listPlaceLog, clerk, { direction, month })
  expect((await log('in', '2026-11')).entries).toHaveLength(3)
  expect((await log('out', '2026-11')).entries).toEqual([])
  expect((await log('out', '2026-12')).entries).toMatchObject([{ reason: '移交', by: clerk.name }])
  const first = await house.call(listPlaceLog, clerk, { direction: 'in', month: '2026-11', limit: 2 })
  const rest = await house.call(listPlaceLog, clerk, { direction: 'in', month: '2026-11', after: first.next ?? '' })
  expect([...first.entries, ...rest.entries].map(({ code }) => code?.slice(-3))).toEqual(['001', '002', '003'])
  const { body } = await house.call(printPlaceLog, clerk, { direction: 'in', month: '2026-11', form: 'excel' })
  expect((await readWorkbook(body as Uint8Array))[0]?.rows).toHaveLength(4)
})

test('S1.4 who was in the store is noted with the time of leaving, and stays written', async () => {
  const { roomId: locationId } = await givenRoom(house, clerk)
  const visit = { locationId, name: '赵工', organisation: '空调公司', purpose: '检修空调', companion: '张敏' }
  const { visitId } = await house.call(enterStore, clerk, visit)
  await house.call(leaveStore, clerk, { visitId })
  expect((await house.refusal(leaveStore, clerk, { visitId })).code).toBe('visit.not-inside')
  const { visits } = await house.call(listVisits, clerk, { month: '2026-12' })
  expect(visits).toMatchObject([{ name: '赵工', companion: '张敏', leftAt: house.now.toISOString() }])
  await expect(house.pool.query('delete from store_visit')).rejects.toThrow('stays as it was noted')
  const pdf = await house.call(printVisits, clerk, { month: '2026-12' })
  expect(
    Buffer.from(pdf.body as Uint8Array)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})
