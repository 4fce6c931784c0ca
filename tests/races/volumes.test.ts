import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { addItems } from '../../server/arrangement/bind-items.ts'
import { createBox } from '../../server/arrangement/boxes.ts'
import { createVolume } from '../../server/arrangement/create-volume.ts'
import { fillBox } from '../../server/arrangement/fill-box.ts'
import { listBoxes, showBox } from '../../server/arrangement/list-boxes.ts'
import { listVolumes, showVolume } from '../../server/arrangement/list-volumes.ts'
import { fileVolumes, numberVolumes } from '../../server/arrangement/number-volumes.ts'
import { numberItems } from '../../server/holdings/number-items.ts'
import { registerItem } from '../../server/holdings/register-item.ts'
import { showItem } from '../../server/holdings/show-item.ts'
import { type House, openHouse, someDocument } from '../world/house.ts'
import { addVoucherKind, voucherKind } from '../world/volume-kind.ts'

let house: House
let clerk: Actor
let place: { fondsId: string; unitId: string }
beforeAll(async () => {
  house = await openHouse()
  await addVoucherKind(house)
  const unitId = await house.given.unit('办公室', 'BGS')
  clerk = await house.given.person({ roles: ['archivist'], unitId })
  place = { fondsId: await house.given.fonds('F950'), unitId }
})
afterAll(() => house[Symbol.asyncDispose]())

const callers = 40
let year = 1950

async function papers(kind: string, count: number) {
  year += 1
  const input = { ...someDocument(place), kind, year, pages: 10 }
  const ids = await Promise.all(
    Array.from({ length: count }, async () => (await house.call(registerItem, clerk, input)).itemId),
  )
  return { ids, seriesId: (await house.call(showItem, clerk, { itemId: ids[0]! })).item.seriesId }
}

const settled = async <T>(work: (caller: number) => Promise<T>) =>
  (await Promise.allSettled(Array.from({ length: callers }, (_, caller) => work(caller)))).filter(
    ({ status }) => status === 'fulfilled',
  ).length

test('S1.2 forty clerks number volumes at once: no number twice, none left out', async () => {
  const { ids, seriesId } = await papers(voucherKind.code, callers)
  const volumes = await Promise.all(
    ids.map(async id => (await house.call(createVolume, clerk, { seriesId, itemIds: [id] })).volumeId),
  )
  await Promise.all(volumes.map(id => house.call(numberVolumes, clerk, { ids: [id] })))
  const { volumes: numbered } = await house.call(listVolumes, clerk, { seriesId, limit: 100, order: 'code' })
  expect(numbered.map(({ code }) => Number(code?.slice(-3)))).toEqual(
    Array.from({ length: callers }, (_, at) => at + 1),
  )
  expect(await settled(() => house.call(fileVolumes, clerk, { ids: [volumes[0]!] }))).toBe(1)
})

test('S1.3 forty clerks put papers into one volume at once: its pages still run on', async () => {
  const { ids, seriesId } = await papers(voucherKind.code, callers)
  const { volumeId } = await house.call(createVolume, clerk, { seriesId })
  expect(await settled(at => house.call(addItems, clerk, { volumeId, itemIds: [ids[at]!] }))).toBe(callers)
  const { items } = await house.call(showVolume, clerk, { volumeId })
  expect(items.map(({ ordinal, pageFrom }) => [ordinal, pageFrom])).toEqual(
    Array.from({ length: callers }, (_, at) => [at + 1, at * 10 + 1]),
  )
})

test('S1.3 forty clerks put one paper into volumes of their own: it lies in one of them', async () => {
  const { ids, seriesId } = await papers(voucherKind.code, 1)
  expect(await settled(() => house.call(createVolume, clerk, { seriesId, itemIds: ids }))).toBe(1)
})

test('S5.6 two boxes of one series are filled at once: nothing lies in both, and each runs without a break', async () => {
  const { ids, seriesId } = await papers('document', 40)
  await house.call(numberItems, clerk, { ids })
  const boxes = await Promise.all(
    Array.from({ length: 4 }, async () => (await house.call(createBox, clerk, { seriesId, thicknessMm: 20 })).boxId),
  )
  const numbers = (await house.call(listBoxes, clerk, { seriesId })).boxes.map(({ number }) => number)
  expect(numbers).toEqual([1, 2, 3, 4])
  await Promise.allSettled(boxes.flatMap(boxId => [1, 2, 3].map(() => house.call(fillBox, clerk, { boxId, most: 5 }))))
  const inside: number[] = []
  for (const boxId of boxes) {
    const { contents } = await house.call(showBox, clerk, { boxId })
    const serials = contents.map(({ code }) => Number(code.slice(-4)))
    expect(serials).toEqual(serials.map((_, at) => serials[0]! + at))
    inside.push(...serials)
  }
  expect(new Set(inside).size).toBe(inside.length)
  expect(inside.length).toBeGreaterThanOrEqual(20)
})
