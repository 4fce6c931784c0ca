import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { markOf } from '../../domain/shared/mark.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { givenBoxes, givenRoom, givenSeries } from '../../tests/world/shelves.ts'
import { registerItem } from '../holdings/register-item.ts'
import { buildRoom, extendLocation } from './build-room.ts'
import { closeLocation, reopenLocation } from './change-location.ts'
import { findPlace, placeHistory, proposePlaces, showPlace } from './find-place.ts'
import { moveShelf } from './move-shelf.ts'
import { assignPlaces, moveThings, takeOff } from './place-things.ts'
import { listRooms, showLocation, showPlan } from './show-room.ts'

let house: House
let clerk: Actor
let unitId: string
let fondsId: string
beforeAll(async () => {
  house = await openHouse()
  unitId = await house.given.unit()
  clerk = await house.given.person({ roles: ['archivist'], unitId })
  fondsId = await house.given.fonds()
})
afterAll(() => house[Symbol.asyncDispose]())

const used = async (slotId: string | undefined) =>
  (await house.pool.query('select used_mm from location where id = $1', [slotId])).rows[0].used_mm

const boxesOf = async (count: number, options: { year?: number; thicknessMm?: number } = {}) => {
  const seriesId = await givenSeries(house, { fondsId: await house.given.fonds(), ...options })
  return givenBoxes(house, clerk, { seriesId, count, ...options })
}

test('S1.4 a room is built in one step and extended; a taken code is refused', async () => {
  const room = { code: 'Q1', name: '一号库', rows: 2, bays: 5, shelves: 6, slots: 3, sides: 1 as const, slotMm: 900 }
  const { locationId, slots } = await house.call(buildRoom, clerk, room)
  expect(slots).toBe(180)
  expect((await house.refusal(buildRoom, clerk, room)).code).toBe('location.code-taken')
  const more = { count: 1, bays: 5, shelves: 6, slots: 3, sides: 1 as const, slotMm: 900 }
  expect(await house.call(extendLocation, clerk, { locationId, ...more })).toEqual({ added: 1, slots: 90 })
  const { places, shelves } = await house.call(showPlan, clerk, { locationId })
  expect(places.filter(({ level }) => level === 'row').map(({ code }) => code)).toEqual(['Q1-01', 'Q1-02', 'Q1-03'])
  expect(Object.keys(shelves)).toHaveLength(3 * 5 * 6)
  const { rooms } = await house.call(listRooms, clerk, {})
  expect(rooms.find(({ id }) => id === locationId)).toMatchObject({ capacityMm: 270 * 900, usedMm: 0, slots: 270 })
})

test('S1.4 boxes stand in the slot that was scanned, from the left, and take its length', async () => {
  const { slots } = await givenRoom(house, clerk)
  const ids = await boxesOf(3, { thicknessMm: 30 })
  const { done } = await house.call(assignPlaces, clerk, { thingIds: ids, locationId: slots[0] })
  expect(done).toHaveLength(3)
  expect(await used(slots[0])).toBe(90)
  const shown = await house.call(showLocation, clerk, { locationId: slots[0]! })
  expect(shown.slots[0]?.things.map(({ id, position }) => [id, position])).toEqual(ids.map((id, at) => [id, at + 1]))
})

test('S1.4 what does not fit is refused with what is left, the rest is done', async () => {
  const { slots } = await givenRoom(house, clerk)
  const ids = await boxesOf(3, { thicknessMm: 40 })
  const { done, refused } = await house.call(assignPlaces, clerk, { thingIds: ids, locationId: slots[0] })
  expect(done.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  expect(refused).toMatchObject([{ id: ids[2], code: 'place.full', rule: 'S1.4' }])
  expect(refused[0]?.message).toContain('只剩 20 毫米')
})

test('S14.1 the system tells the place: beside its own class, and says so', async () => {
  const { roomId, slots } = await givenRoom(house, clerk, { slots: 4, slotMm: 60 })
  const first = await boxesOf(2)
  const seriesId = await givenSeries(house, { fondsId })
  const mine = await givenBoxes(house, clerk, { seriesId, count: 4 })
  await house.call(assignPlaces, clerk, { thingIds: first, locationId: slots[0] })
  await house.call(assignPlaces, clerk, { thingIds: mine.slice(0, 2), locationId: slots[2] })
  const { proposal } = await house.call(proposePlaces, clerk, { thingId: mine[2]! })
  expect(proposal).toMatchObject({ locationId: slots[2], because: 'same-class' })
  const { done } = await house.call(assignPlaces, clerk, { thingIds: mine.slice(2), locationId: roomId })
  const codes = done.map(({ location }) => location)
  expect(codes.map(code => code.slice(-2))).toEqual(['03', '04'])
})

test('S14.1 a new class stands behind the class before it', async () => {
  const { roomId, slots } = await givenRoom(house, clerk, { slots: 4, slotMm: 60 })
  const own = await house.given.fonds()
  const [last, next] = [
    await givenSeries(house, { fondsId: own, year: 2023 }),
    await givenSeries(house, { fondsId: own }),
  ]
  const before = await givenBoxes(house, clerk, { seriesId: last, thicknessMm: 60 })
  await house.call(assignPlaces, clerk, { thingIds: before, locationId: slots[1] })
  const after = await givenBoxes(house, clerk, { seriesId: next })
  const { done } = await house.call(assignPlaces, clerk, { thingIds: after, locationId: roomId })
  expect(done).toMatchObject([{ because: 'class-before' }])
  expect(done[0]?.location).toMatch(/-03$/)
})

test('S1.4 a thing stands in one place only: shelving it again is refused, moving keeps the history', async () => {
  const { slots } = await givenRoom(house, clerk)
  const [id] = await boxesOf(1)
  await house.call(assignPlaces, clerk, { thingIds: [id!], locationId: slots[0] })
  const again = await house.refusal(assignPlaces, clerk, { thingIds: [id], locationId: slots[1] })
  expect(again.issues[0]?.zh).toContain('已经在架上')
  await house.call(moveThings, clerk, { thingIds: [id!], locationId: slots[1]!, reason: '调整布局' })
  expect([await used(slots[0]), await used(slots[1])]).toEqual([0, 20])
  await house.call(takeOff, clerk, { thingIds: [id!], reason: '送修' })
  expect(await used(slots[1])).toBe(0)
  const { entries } = await house.call(placeHistory, clerk, { thingId: id! })
  expect(entries.map(({ reason, endReason }) => [reason, endReason])).toEqual([
    ['调整布局', '送修'],
    ['', '调整布局'],
  ])
})

test('S1.4 a whole shelf moves in one step and in its order, or not at all', async () => {
  const { shelves, slots } = await givenRoom(house, clerk, { shelves: 3, slots: 2 })
  const ids = await boxesOf(4)
  await house.call(assignPlaces, clerk, { thingIds: ids.slice(0, 2), locationId: slots[0] })
  await house.call(assignPlaces, clerk, { thingIds: ids.slice(2), locationId: slots[1] })
  const [fromId, toId, full] = shelves as [string, string, string]
  expect(await house.call(moveShelf, clerk, { fromId, toId, reason: '漏水' })).toEqual({ moved: 4 })
  const { slots: moved } = await house.call(showLocation, clerk, { locationId: toId })
  expect(moved.map(({ things }) => things.map(({ id }) => id))).toEqual([ids.slice(0, 2), ids.slice(2)])
  const wide = await boxesOf(4, { thicknessMm: 40 })
  await house.call(assignPlaces, clerk, { thingIds: wide, locationId: full })
  const input = { fromId: toId, toId: full, reason: '再移' }
  expect((await house.refusal(moveShelf, clerk, input)).code).toBe('place.does-not-fit')
  expect((await house.refusal(moveShelf, clerk, { ...input, toId: moved[0]?.id })).code).toBe('place.into-itself')
})

test('S1.4 a place is closed only when nothing stands there, and takes nothing until it is reopened', async () => {
  const { slots } = await givenRoom(house, clerk)
  const [id, other] = await boxesOf(2)
  await house.call(assignPlaces, clerk, { thingIds: [id!], locationId: slots[0] })
  expect((await house.refusal(closeLocation, clerk, { locationId: slots[0] })).code).toBe('location.not-empty')
  await house.call(closeLocation, clerk, { locationId: slots[1]! })
  const closed = await house.refusal(assignPlaces, clerk, { thingIds: [other], locationId: slots[1] })
  expect(closed.issues[0]?.zh).toContain('已停用')
  await house.call(reopenLocation, clerk, { locationId: slots[1]! })
  await house.call(assignPlaces, clerk, { thingIds: [other!], locationId: slots[1] })
})

test('S1.4 a box that becomes thicker takes more of its slot, or is refused where there is no more', async () => {
  const { slots } = await givenRoom(house, clerk, { slotMm: 60 })
  const [id] = await boxesOf(1)
  await house.call(assignPlaces, clerk, { thingIds: [id!], locationId: slots[0] })
  await house.pool.query('update box set thickness_mm = 50 where id = $1', [id])
  expect(await used(slots[0])).toBe(50)
  const filler = await boxesOf(1, { thicknessMm: 10 })
  await house.call(assignPlaces, clerk, { thingIds: filler, locationId: slots[0] })
  await expect(house.pool.query('update box set thickness_mm = 60 where id = $1', [id])).rejects.toThrow(
    'location_holds',
  )
})

test('S1.4 an item in a box stands where its box stands, and gets no place of its own', async () => {
  const { slots, code } = await givenRoom(house, clerk)
  const { itemId } = await house.call(registerItem, clerk, someDocument({ fondsId, unitId }))
  const { rows } = await house.pool.query('select series_id from item where id = $1', [itemId])
  const [boxId] = await givenBoxes(house, clerk, { seriesId: rows[0].series_id })
  await house.call(assignPlaces, clerk, { thingIds: [itemId], locationId: slots[0], thicknessMm: 5 })
  const boxing = house.pool.query('update item set box_id = $2 where id = $1', [itemId, boxId])
  await expect(boxing).rejects.toThrow('it stands in a place of its own')
  await house.call(takeOff, clerk, { thingIds: [itemId], reason: '装盒' })
  await house.pool.query('update item set box_id = $2 where id = $1', [itemId, boxId])
  await house.call(assignPlaces, clerk, { thingIds: [boxId!], locationId: slots[1] })
  const { found } = await house.call(showPlace, clerk, { thingId: itemId })
  expect(found.place).toMatchObject({ code: `${code}-01-01-01-02`, inside: { id: boxId, kind: 'box' } })
  const inside = await house.refusal(assignPlaces, clerk, { thingIds: [itemId], locationId: slots[0] })
  expect(inside.issues[0]?.zh).toContain('随它一起上架')
})

test('S1.4 a scanned mark, a code of a place and words of a title all find', async () => {
  const { slots, code } = await givenRoom(house, clerk)
  const [id] = await boxesOf(1)
  await house.call(assignPlaces, clerk, { thingIds: [id!], locationId: slots[0] })
  const byMark = await house.call(findPlace, clerk, { text: markOf(id!) })
  expect(byMark.found).toMatchObject([{ id, place: { code: `${code}-01-01-01-01` } }])
  expect((await house.call(findPlace, clerk, { text: markOf(slots[0]!) })).location).toMatchObject({ id: slots[0] })
  expect((await house.call(findPlace, clerk, { text: `${code}-01-01-01-02` })).location).toMatchObject({ id: slots[1] })
  const title = '关于配种记录本格式的说明'
  const { itemId } = await house.call(registerItem, clerk, { ...someDocument({ fondsId, unitId }), title })
  expect((await house.call(findPlace, clerk, { text: '配种记录' })).found).toMatchObject([{ id: itemId, place: null }])
})

test('S17.4 a place never tells a title to somebody who may not see it, nor boxes to who does not work there', async () => {
  const { slots } = await givenRoom(house, clerk)
  const head = await house.given.person({ roles: ['archive-head'], unitId, clearance: 'trade-secret' })
  const secret = { ...someDocument({ fondsId, unitId }), secrecy: 'trade-secret' as const, title: '配方' }
  const { itemId } = await house.call(registerItem, head, secret)
  await house.call(assignPlaces, head, { thingIds: [itemId], locationId: slots[0] })
  const shown = await house.call(showLocation, clerk, { locationId: slots[0]! })
  expect(shown.slots[0]?.things).toMatchObject([{ id: itemId, code: null, title: '' }])
  expect((await house.refusal(showPlace, clerk, { thingId: itemId })).code).toBe('place.unknown')
  expect((await house.refusal(takeOff, clerk, { thingIds: [itemId], reason: '看看' })).code).toBe('bulk.none')
  const employee = await house.given.person({ roles: ['employee'], unitId })
  const [boxId] = await boxesOf(1)
  expect((await house.refusal(showPlace, employee, { thingId: boxId })).code).toBe('place.unknown')
  expect((await house.refusal(showLocation, employee, { locationId: slots[0] })).code).toBe('permission.required')
})

test('S1.4 where something stood is never rewritten or deleted', async () => {
  const { slots } = await givenRoom(house, clerk)
  const ids = await boxesOf(1)
  await house.call(assignPlaces, clerk, { thingIds: ids, locationId: slots[0] })
  await house.call(takeOff, clerk, { thingIds: ids, reason: '送修' })
  await expect(
    house.pool.query('update placement set ended_at = null, ended_by = null where box_id = $1', ids),
  ).rejects.toThrow()
  await expect(house.pool.query('delete from placement where box_id = $1', ids)).rejects.toThrow()
})
