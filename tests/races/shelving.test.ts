import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { assignPlaces, moveThings } from '../../server/repository/place-things.ts'
import { type House, openHouse } from '../world/house.ts'
import { givenBoxes, givenRoom, givenSeries } from '../world/shelves.ts'

let house: House
let clerk: Actor
beforeAll(async () => {
  house = await openHouse()
  clerk = await house.given.person({ roles: ['archivist'] })
})
afterAll(() => house[Symbol.asyncDispose]())

const callers = 40

const boxes = async (count: number) =>
  givenBoxes(house, clerk, { seriesId: await givenSeries(house, { fondsId: await house.given.fonds() }), count })

const succeeded = (answers: readonly PromiseSettledResult<unknown>[]) =>
  answers.filter(({ status }) => status === 'fulfilled').length

test('S1.4 forty clerks put boxes into the last free 100 mm: it is filled and never over-full', async () => {
  const { slots } = await givenRoom(house, clerk, { slots: 1 })
  const ids = await boxes(callers)
  const answers = await Promise.allSettled(
    ids.map(id => house.call(assignPlaces, clerk, { thingIds: [id], locationId: slots[0] })),
  )
  expect(succeeded(answers)).toBe(5)
  const { rows } = await house.pool.query(
    `select used_mm, (select sum(thickness_mm)::int from placement where location_id = $1 and ended_at is null) as stands,
       (select array_agg(position order by position) from placement where location_id = $1 and ended_at is null) as positions
     from location where id = $1`,
    [slots[0]],
  )
  expect(rows).toEqual([{ used_mm: 100, stands: 100, positions: [1, 2, 3, 4, 5] }])
})

test('S1.4 forty clerks shelve one box in different places: it stands in one', async () => {
  const { slots } = await givenRoom(house, clerk, { slots: callers })
  const [id] = await boxes(1)
  const answers = await Promise.allSettled(
    slots.map(locationId => house.call(assignPlaces, clerk, { thingIds: [id!], locationId })),
  )
  expect(succeeded(answers)).toBe(1)
  const { rows } = await house.pool.query('select sum(used_mm)::int as used from location where id = any($1)', [slots])
  expect(rows).toEqual([{ used: 20 }])
})

test('S1.4 clerks move boxes to and fro between two rooms at once: none waits for ever, every length is right', async () => {
  const [one, two] = [await givenRoom(house, clerk, { slotMm: 900 }), await givenRoom(house, clerk, { slotMm: 900 })]
  const ids = await boxes(20)
  await house.call(assignPlaces, clerk, { thingIds: ids, locationId: one.slots[0] })
  const targets = [one.slots[0]!, two.slots[0]!, two.slots[1]!]
  const answers = await Promise.allSettled(
    Array.from({ length: callers }, (_, at) => {
      const thingIds = at % 2 ? ids.slice(0, 12) : ids.slice(8).toReversed()
      return house.call(moveThings, clerk, { thingIds, locationId: targets[at % 3]!, reason: '倒架' })
    }),
  )
  const failed = answers.filter(answer => answer.status === 'rejected').map(({ reason }) => String(reason))
  expect(failed.filter(reason => !reason.includes('bulk.none') && !reason.includes('place.'))).toEqual([])
  const { rows } = await house.pool.query(
    `select count(*)::int as wrong from location slot where level = 'slot' and used_mm <>
       (select coalesce(sum(thickness_mm), 0) from placement where location_id = slot.id and ended_at is null)`,
  )
  expect(rows).toEqual([{ wrong: 0 }])
})
