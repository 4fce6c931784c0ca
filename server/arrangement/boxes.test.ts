import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { addVoucherKind, voucherKind } from '../../tests/world/volume-kind.ts'
import { numberItems, unnumberItem } from '../holdings/number-items.ts'
import { registerItem } from '../holdings/register-item.ts'
import { showItem } from '../holdings/show-item.ts'
import { createBox, describeBox, discardBox } from './boxes.ts'
import { createVolume } from './create-volume.ts'
import { fillBox, takeOut } from './fill-box.ts'
import { boxHistory, listBoxes, showBox } from './list-boxes.ts'
import { numberVolumes } from './number-volumes.ts'

let house: House
let clerk: Actor
let place: { fondsId: string; unitId: string }

beforeAll(async () => {
  house = await openHouse()
  await addVoucherKind(house)
  const unitId = await house.given.unit('办公室', 'BGS')
  clerk = await house.given.person({ roles: ['archivist'], unitId, clearance: 'core-secret' })
  place = { fondsId: await house.given.fonds('F901'), unitId }
})
afterAll(() => house[Symbol.asyncDispose]())

let year = 1990
/** Numbered documents of a class of their own, with these pages. */
async function numbered(...pages: number[]) {
  year += 1
  const ids: string[] = []
  for (const count of pages)
    ids.push((await house.call(registerItem, clerk, { ...someDocument(place), year, pages: count })).itemId)
  await house.call(numberItems, clerk, { ids })
  return { ids, seriesId: (await house.call(showItem, clerk, { itemId: ids[0]! })).item.seriesId }
}

const codeOf = (code: string) => expect.objectContaining({ code })
const serials = async (boxId: string) =>
  (await house.call(showBox, clerk, { boxId })).contents.map(({ code }) => Number(code.slice(-4)))

test('S5.6 a box is filled by code until the paper takes its thickness; the next goes on from there', async () => {
  const { seriesId } = await numbered(100, 90, 20, 150)
  const first = await house.call(createBox, clerk, { seriesId })
  expect(first).toMatchObject({ number: 1, thicknessMm: 40 })
  const thin = await house.call(createBox, clerk, { seriesId, thicknessMm: 20 })
  expect(thin.number).toBe(2)
  expect((await house.call(fillBox, clerk, { boxId: thin.boxId })).put).toHaveLength(2)
  expect(await serials(thin.boxId)).toEqual([1, 2])
  expect(await house.refusal(fillBox, clerk, { boxId: thin.boxId })).toEqual(codeOf('box.full'))
  await house.call(fillBox, clerk, { boxId: first.boxId })
  expect(await serials(first.boxId)).toEqual([3, 4])
  expect(await house.refusal(fillBox, clerk, { boxId: first.boxId })).toEqual(codeOf('box.nothing-to-take'))
  const { boxes } = await house.call(listBoxes, clerk, { seriesId })
  expect(boxes.map(({ count, pages, filledMm }) => [count, pages, filledMm])).toEqual([
    [2, 170, 17],
    [2, 190, 19],
  ])
})

test('S5.6 only the ends of a box are taken out, so that its codes run without a break', async () => {
  const { ids, seriesId } = await numbered(1, 1, 1, 1)
  const { boxId } = await house.call(createBox, clerk, { seriesId })
  await house.call(fillBox, clerk, { boxId })
  expect(await house.refusal(takeOut, clerk, { boxId, ids: [ids[1]!] })).toEqual(codeOf('box.middle'))
  await house.call(takeOut, clerk, { boxId, ids: [ids[0]!, ids[3]!] })
  expect(await serials(boxId)).toEqual([2, 3])
  expect(await house.refusal(takeOut, clerk, { boxId, ids: [ids[0]!] })).toEqual(codeOf('box.not-in-it'))
  await house.call(fillBox, clerk, { boxId })
  expect(await serials(boxId)).toEqual([2, 3, 4])
})

test('S1.4 a record lies in one box, and its number stays as long as it does', async () => {
  const { ids, seriesId } = await numbered(1, 1)
  const { boxId, number } = await house.call(createBox, clerk, { seriesId })
  await house.call(fillBox, clerk, { boxId })
  expect((await house.call(showItem, clerk, { itemId: ids[0]! })).item.box).toEqual({ id: boxId, number })
  const second = await house.call(createBox, clerk, { seriesId })
  expect(await house.refusal(fillBox, clerk, { boxId: second.boxId })).toEqual(codeOf('box.nothing-to-take'))
  expect(await house.refusal(unnumberItem, clerk, { itemId: ids[1], reason: '试试' })).toEqual(codeOf('item.boxed'))
  expect(await house.refusal(discardBox, clerk, { boxId })).toEqual(codeOf('box.not-empty'))
  await house.call(takeOut, clerk, { boxId, ids })
  await house.call(discardBox, clerk, { boxId })
  expect(await house.refusal(showBox, clerk, { boxId })).toEqual(codeOf('box.unknown'))
})

test('S1.3 the remarks sheet of a box says what is in it, who arranged it and who checked it', async () => {
  const { seriesId } = await numbered(1)
  const { boxId } = await house.call(createBox, clerk, { seriesId })
  const input = { boxId, revision: 1, note: '缺附件一份', arrangedBy: clerk.personId, arrangedOn: '2026-11-24' }
  expect(await house.call(describeBox, clerk, input)).toEqual({ boxId, revision: 2 })
  expect(await house.refusal(describeBox, clerk, input)).toEqual(codeOf('box.changed'))
  expect((await house.call(showBox, clerk, { boxId })).box).toMatchObject({ note: '缺附件一份', may: ['box.arrange'] })
  expect((await house.call(boxHistory, clerk, { boxId })).entries.map(({ event }) => event)).toEqual([
    'box.created',
    'box.described',
  ])
})

test('S13.3 of a kind arranged by volume, volumes are boxed', async () => {
  year += 1
  const input = { ...someDocument(place), kind: voucherKind.code, year, pages: 150 }
  const ids = [
    (await house.call(registerItem, clerk, input)).itemId,
    (await house.call(registerItem, clerk, input)).itemId,
  ]
  const { seriesId } = (await house.call(showItem, clerk, { itemId: ids[0]! })).item
  const volumes = []
  for (const id of ids) volumes.push((await house.call(createVolume, clerk, { seriesId, itemIds: [id] })).volumeId)
  const { boxId } = await house.call(createBox, clerk, { seriesId, thicknessMm: 20 })
  expect(await house.refusal(fillBox, clerk, { boxId })).toEqual(codeOf('box.nothing-to-take'))
  await house.call(numberVolumes, clerk, { ids: volumes })
  await house.call(fillBox, clerk, { boxId })
  const { box, contents } = await house.call(showBox, clerk, { boxId })
  expect(box).toMatchObject({ holds: 'volume', count: 1, pages: 150 })
  expect(contents).toMatchObject([{ id: volumes[0], pages: 150 }])
  expect((await house.call(showItem, clerk, { itemId: ids[0]! })).item.box).toMatchObject({ id: boxId })
})

test('S17.4 a box tells of what lies in it only what its reader may see', async () => {
  const { seriesId } = await numbered(1, 1)
  const { boxId } = await house.call(createBox, clerk, { seriesId })
  await house.call(fillBox, clerk, { boxId })
  const employee = await house.given.person({ roles: ['employee'], unitId: place.unitId })
  expect(await house.call(showBox, employee, { boxId })).toMatchObject({
    box: { count: 0, pages: 0, may: [] },
    contents: [],
  })
  expect(await house.refusal(fillBox, employee, { boxId })).toEqual(codeOf('permission.required'))
})

test('S8.2 boxes of another unit are not filled by who works for one unit only', async () => {
  const { seriesId } = await numbered(1)
  const own = await house.given.person({ roles: ['part-time-archivist'], unitId: place.unitId })
  expect(await house.refusal(createBox, own, { seriesId })).toEqual(codeOf('permission.required'))
})
