import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { openObject } from '../store/ocfl/read.ts'
import { fileItems } from './file-items.ts'
import { numberItems } from './number-items.ts'
import { registerItem } from './register-item.ts'
import { showItem } from './show-item.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

test('S1.5 what is filed stands in the storage root, and its description says so', async () => {
  const unitId = await house.given.unit()
  const clerk = await house.given.person({ roles: ['archivist'], unitId })
  const fondsId = await house.given.fonds()
  const uploadIds = [await house.given.upload(clerk, '通知.txt', Buffer.from('请各班组做好春季防疫。'))]
  const { itemId } = await house.call(registerItem, clerk, { ...someDocument({ fondsId, unitId }), uploadIds })
  await house.call(numberItems, clerk, { ids: [itemId] })
  await house.call(fileItems, clerk, { ids: [itemId] })
  expect((await house.call(showItem, clerk, { itemId })).item).toMatchObject({ state: 'filed', stored: false })
  await house.runJobs()
  expect((await house.call(showItem, clerk, { itemId })).item).toMatchObject({ state: 'filed', stored: true })
  const object = await openObject(house.runtime.files.store, `urn:lantai:item:${itemId}`)
  expect(Object.values(object.versions['v1']!.state).flat().sort()).toEqual([
    'description.json',
    'files/001-通知.txt',
    'history.json',
  ])
})
