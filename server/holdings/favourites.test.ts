import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { addFavourites, listFavourites, removeFavourites } from './favourites.ts'
import { registerItem } from './register-item.ts'
import { forgetSearch, listSearches, saveSearch } from './search-saved.ts'

let house: House
let fondsId: string
let unitId: string
let clerk: Actor

beforeAll(async () => {
  house = await openHouse()
  fondsId = await house.given.fonds()
  unitId = await house.given.unit()
  clerk = await house.given.person({ roles: ['archivist'], unitId, clearance: 'core-secret' })
})
afterAll(() => house[Symbol.asyncDispose]())

const registered = async (input: object = {}) =>
  (await house.call(registerItem, clerk, { ...someDocument({ fondsId, unitId }), ...input })).itemId
const kept = async (actor: Actor, asked = {}) =>
  (await house.call(listFavourites, actor, asked)).items.map(({ id, folder }) => [id, folder])

test('S17.4 favourites are one’s own, in folders of one’s own', async () => {
  const [one, two] = [await registered(), await registered()]
  const other = await house.given.person({ roles: ['archivist'], unitId, clearance: 'core-secret' })
  await house.call(addFavourites, clerk, { ids: [one, two] })
  await house.call(addFavourites, clerk, { ids: [two], folder: '防疫' })
  expect(await kept(clerk)).toEqual([
    [two, '防疫'],
    [one, ''],
  ])
  expect(await kept(clerk, { folder: '防疫' })).toEqual([[two, '防疫']])
  expect(await kept(clerk, { ids: [one] })).toEqual([[one, '']])
  expect((await house.call(listFavourites, clerk, {})).folders).toEqual([
    { folder: '', count: 1 },
    { folder: '防疫', count: 1 },
  ])
  expect(await house.call(listFavourites, other, {})).toEqual({ items: [], next: null, folders: [] })
  await house.call(removeFavourites, clerk, { ids: [one] })
  expect(await kept(clerk)).toEqual([[two, '防疫']])
})

test('S17.4 what one may not see cannot be kept, and what one may see no longer is in no list and no count', async () => {
  const secret = await registered({ secrecy: 'core-secret' })
  const reader = await house.given.person({ roles: ['archivist'], unitId, clearance: 'core-secret' })
  const low = await house.given.person({ roles: ['archivist'], unitId, clearance: 'internal' })
  expect((await house.refusal(addFavourites, low, { ids: [secret] })).code).toBe('item.unknown')
  await house.call(addFavourites, reader, { ids: [secret], folder: '配方' })
  expect(await kept(reader)).toEqual([[secret, '配方']])
  expect(await house.call(listFavourites, { ...reader, clearance: 10 }, {})).toEqual({
    items: [],
    next: null,
    folders: [],
  })
})

test('S1.2 a search is kept under a name of one’s own, asked again, and forgotten', async () => {
  const asked = { q: '题名:防疫', year: '2026' }
  const { searchId } = await house.call(saveSearch, clerk, { name: '今年防疫', asked })
  expect((await house.call(listSearches, clerk, {})).searches).toEqual([{ id: searchId, name: '今年防疫', asked }])
  expect((await house.refusal(saveSearch, clerk, { name: '今年防疫', asked })).code).toBe('search.name-taken')
  expect((await house.refusal(saveSearch, clerk, { name: '别的', asked: { password: 'x' } })).code).toBe(
    'input.invalid',
  )
  const other = await house.given.person({ roles: ['employee'], unitId })
  expect((await house.call(listSearches, other, {})).searches).toEqual([])
  expect((await house.refusal(forgetSearch, other, { searchId })).code).toBe('search.unknown')
  await house.call(forgetSearch, clerk, { searchId })
  expect((await house.call(listSearches, clerk, {})).searches).toEqual([])
})

test('S1.2 two that save one name at once: one is kept, the other is told', async () => {
  const save = () =>
    house
      .call(saveSearch, clerk, { name: '同名', asked: { q: '牛' } })
      .catch((refusal: { code: string }) => refusal.code)
  const answers = await Promise.all([save(), save(), save(), save()])
  expect(answers.filter(answer => answer === 'search.name-taken')).toHaveLength(3)
})
