import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { addVoucherKind, voucherKind } from '../../tests/world/volume-kind.ts'
import { fileItems } from '../holdings/file-items.ts'
import { numberItems } from '../holdings/number-items.ts'
import { registerItem } from '../holdings/register-item.ts'
import { showItem } from '../holdings/show-item.ts'
import { addItems, removeItems } from './bind-items.ts'
import { listBonds, tieItems, untieItems } from './bonds.ts'
import { createVolume } from './create-volume.ts'
import { showVolume } from './list-volumes.ts'
import { numberVolumes } from './number-volumes.ts'

let house: House
let clerk: Actor
let place: { fondsId: string; unitId: string }

beforeAll(async () => {
  house = await openHouse()
  await addVoucherKind(house)
  const unitId = await house.given.unit('办公室', 'BGS')
  clerk = await house.given.person({ roles: ['archivist'], unitId })
  place = { fondsId: await house.given.fonds('F902'), unitId }
})
afterAll(() => house[Symbol.asyncDispose]())

const register = async (title: string, input: object = {}) =>
  (await house.call(registerItem, clerk, { ...someDocument(place), title, ...input })).itemId
const inVolume = { kind: voucherKind.code }
const seriesOf = async (itemId: string) => (await house.call(showItem, clerk, { itemId })).item.seriesId
const tie = (leaderId: string, followerId: string, relation: 'annex' | 'request' = 'annex') =>
  house.call(tieItems, clerk, { relation, leaderId, followerId })
const codeOf = (code: string) => expect.objectContaining({ code })
const codesIn = async (volumeId: string) =>
  (await house.call(showVolume, clerk, { volumeId })).items.map(({ title }) => title)

test('S14.3 an original and its annex go into a volume together and do not leave it apart', async () => {
  const [original, annex, other] = [
    await register('正本', inVolume),
    await register('附件', inVolume),
    await register('其他', inVolume),
  ]
  const { bondId } = await tie(original, annex)
  const { volumeId } = await house.call(createVolume, clerk, { seriesId: await seriesOf(original), itemIds: [other] })
  await house.call(addItems, clerk, { volumeId, itemIds: [original] })
  expect(await codesIn(volumeId)).toEqual(['其他', '正本', '附件'])
  const refused = await house.refusal(removeItems, clerk, { volumeId, itemIds: [annex] })
  expect(refused).toEqual(codeOf('bond.apart'))
  expect(refused.params).toMatchObject({ titles: { zh: '《正本》' } })
  await house.call(removeItems, clerk, { volumeId, itemIds: [annex, original] })
  await house.call(untieItems, clerk, { bondId, reason: '不是它的附件' })
  await house.call(addItems, clerk, { volumeId, itemIds: [annex] })
  expect(await codesIn(volumeId)).toEqual(['其他', '附件'])
})

test('S14.3 a volume whose papers belong to some outside is not numbered', async () => {
  const [reply, request] = [await register('批复', inVolume), await register('请示', inVolume)]
  const { volumeId } = await house.call(createVolume, clerk, { seriesId: await seriesOf(reply), itemIds: [reply] })
  await tie(reply, request, 'request')
  expect((await house.refusal(numberVolumes, clerk, { ids: [volumeId] })).issues[0]?.zh).toContain('《请示》')
  await house.call(addItems, clerk, { volumeId, itemIds: [request] })
  await house.call(numberVolumes, clerk, { ids: [volumeId] })
})

test('S14.3 what belongs together is numbered and filed together, item by item as well', async () => {
  const [original, annex] = [await register('正本'), await register('附件', { creator: '' })]
  await tie(original, annex)
  expect((await house.refusal(numberItems, clerk, { ids: [original] })).issues[0]?.zh).toContain('《附件》')
  await house.call(numberItems, clerk, { ids: [original, annex] })
  for (const ids of [[original], [original, annex]])
    expect((await house.refusal(fileItems, clerk, { ids })).issues[0]?.zh).toContain('《附件》')
})

test('S14.3 item by item a request and its reply are two items that only stand side by side', async () => {
  const [reply, request] = [await register('批复'), await register('请示', { year: 2025 })]
  await tie(reply, request, 'request')
  await house.call(numberItems, clerk, { ids: [request] })
  await house.call(fileItems, clerk, { ids: [request] })
  expect((await house.call(listBonds, clerk, { itemId: request })).bonds).toMatchObject([
    { relation: 'request', leads: false, item: { title: '批复' } },
  ])
})

test('S14.3 papers are tied once, not to themselves, and not once one is ahead of the other or of another class', async () => {
  const [one, two] = [await register('甲'), await register('乙')]
  await tie(one, two)
  expect(await house.refusal(tieItems, clerk, { relation: 'annex', leaderId: two, followerId: one })).toEqual(
    codeOf('bond.known'),
  )
  expect(await house.refusal(tieItems, clerk, { relation: 'annex', leaderId: one, followerId: one })).toEqual(
    codeOf('bond.itself'),
  )
  const [numbered, loose] = [await register('已编号'), await register('未编号')]
  await house.call(numberItems, clerk, { ids: [numbered] })
  expect(await house.refusal(tieItems, clerk, { relation: 'annex', leaderId: numbered, followerId: loose })).toEqual(
    codeOf('bond.too-late'),
  )
  const [reply, request] = [await register('批复', inVolume), await register('请示', { ...inVolume, year: 2025 })]
  expect(await house.refusal(tieItems, clerk, { relation: 'request', leaderId: reply, followerId: request })).toEqual(
    codeOf('bond.other-series'),
  )
})

test('S1.5 what is filed stays tied', async () => {
  const [one, two] = [await register('甲'), await register('乙')]
  const { bondId } = await tie(one, two)
  await house.call(numberItems, clerk, { ids: [one, two] })
  await house.call(fileItems, clerk, { ids: [one, two] })
  expect(await house.refusal(untieItems, clerk, { bondId, reason: '试试' })).toEqual(codeOf('bond.filed'))
})

test('S17.4 nobody ties what they may not see', async () => {
  const [one, secret] = [await register('甲'), await register('乙', { secrecy: 'internal' })]
  const stranger = await house.given.person({ roles: ['part-time-archivist'] })
  const input = { relation: 'annex', leaderId: one, followerId: secret }
  expect(await house.refusal(tieItems, stranger, input)).toEqual(codeOf('item.unknown'))
})
