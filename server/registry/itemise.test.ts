import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse } from '../../tests/world/house.ts'
import { discardItem } from '../holdings/describe-item.ts'
import { showItem } from '../holdings/show-item.ts'
import { editLine, voidLine } from './edit-line.ts'
import { forwardLine } from './forward-line.ts'
import { itemiseLines, proposeItems } from './itemise-lines.ts'
import { linkLines, unlinkLines } from './link-lines.ts'
import { linksOf } from './links.sql.ts'
import { registerLine } from './register-line.ts'
import { lineOfItem, showLine } from './show-line.ts'

let house: House
let archivist: Actor
let fondsId: string
let unitId: string
beforeAll(async () => {
  house = await openHouse()
  unitId = await house.given.unit('兽医组', 'SYZ')
  archivist = await house.given.person({ roles: ['archivist'], clearance: 'trade-secret' })
  fondsId = await house.given.fonds()
})
afterAll(() => house[Symbol.asyncDispose]())

const letter = (more: object = {}) => ({
  fondsId,
  unitId,
  direction: 'received' as const,
  registeredOn: '2026-01-05',
  counterpart: '市农业农村局',
  documentNo: '市农发〔2025〕88号',
  title: '关于做好冬季防疫工作的通知',
  datedOn: '2025-12-28',
  pages: 4,
  urgency: 'urgent' as const,
  again: true,
  ...more,
})
const register = async (more: object = {}) => (await house.call(registerLine, archivist, letter(more))).lineId
const upload = (name: string) => house.given.upload(archivist, name, Buffer.from(`${name}的内容`))

test('S1.2 a line becomes an item in one step, described from the register, with its files in the order of an item', async () => {
  const lineId = await register({ uploadIds: [await upload('定稿.txt')], label: 'final' })
  const { attachToLine } = await import('./line-files.ts')
  await house.call(attachToLine, archivist, { lineId, uploadIds: [await upload('正本.txt')], label: 'original' })
  const { proposals } = await house.call(proposeItems, archivist, { ids: [lineId] })
  expect(proposals).toMatchObject([{ kind: 'document', year: 2025, retention: 'D30', unitId }])
  expect(proposals[0]?.because.zh).toContain('成文日期')
  const { done } = await house.call(itemiseLines, archivist, { lines: [{ lineId, retention: 'D30' }] })
  const { item, components } = await house.call(showItem, archivist, { itemId: done[0]?.itemId ?? '' })
  expect(item).toMatchObject({
    title: '关于做好冬季防疫工作的通知',
    documentNo: '市农发〔2025〕88号',
    creator: '市农业农村局',
    date: '2025-12-28',
    year: 2025,
    pages: 4,
    unitName: '兽医组',
    state: 'draft',
    fields: {
      direction: 'received',
      counterpart: '市农业农村局',
      receivedOn: '2026-01-05',
      urgency: 'urgent',
      genre: 'notice',
    },
  })
  expect(components.map(({ name }) => name)).toEqual(['正本.txt', '定稿.txt'])
  expect((await house.call(showLine, archivist, { lineId })).line).toMatchObject({
    state: 'itemised',
    itemId: item.id,
    may: [],
  })
  const { line } = await house.call(lineOfItem, archivist, { itemId: item.id })
  expect(line?.id).toBe(lineId)
  const stranger = await house.given.person({ roles: ['employee'], unitId })
  expect((await house.call(lineOfItem, stranger, { itemId: item.id })).line).toBeNull()
})

test('S1.2 lines that cannot become items are refused with their reasons, and the others go on', async () => {
  const [good, circulating, contract, voided] = [
    await register(),
    await register(),
    await register({ kind: 'contract', title: '疫苗购销合同', documentNo: '', unitId, datedOn: '' }),
    await register(),
  ]
  await house.call(forwardLine, archivist, { lineId: circulating, unitIds: [unitId] })
  await house.call(voidLine, archivist, { lineId: voided, reason: '登记错误' })
  const lines = [good, circulating, contract, voided].map(lineId => ({ lineId, retention: 'D10' as const }))
  const { done, refused } = await house.call(itemiseLines, archivist, { lines })
  expect(done.map(({ id }) => id)).toEqual([good])
  expect(refused.map(({ id, code }) => [id, code])).toEqual([
    [circulating, 'line.still-circulating'],
    [contract, 'input.invalid'],
    [voided, 'line.voided'],
  ])
  expect(refused[1]?.message).toContain('签订日期')
  const all = await house.refusal(itemiseLines, archivist, { lines: lines.slice(1) })
  expect(all.code).toBe('line.none')
  expect(all.issues).toHaveLength(3)
})

test('S1.2 a line becomes one item only, and comes back when the draft is discarded', async () => {
  const lineId = await register()
  const { done } = await house.call(itemiseLines, archivist, { lines: [{ lineId, retention: 'Y' }] })
  const again = await house.refusal(itemiseLines, archivist, { lines: [{ lineId, retention: 'Y' }] })
  expect(again.issues[0]?.zh).toContain('已经立件')
  const { fondsId: _, direction: __, again: ___, ...input } = letter({ title: '改题名' })
  expect((await house.refusal(editLine, archivist, { ...input, lineId, revision: 2 })).code).toBe('line.itemised')
  await house.call(discardItem, archivist, { itemId: done[0]?.itemId ?? '', revision: 1 })
  expect((await house.call(showLine, archivist, { lineId })).line).toMatchObject({ state: 'registered', itemId: null })
})

test('S14.3 when both of two linked lines have become items, the items are tied: the reply before its request', async () => {
  const [request, reply] = [
    await register({ direction: 'sent', title: '关于购置搅拌车的请示' }),
    await register({ title: '关于同意购置搅拌车的批复' }),
  ]
  await house.call(linkLines, archivist, { fromId: reply, toId: request, kind: 'reply' })
  const { done } = await house.call(itemiseLines, archivist, {
    lines: [request, reply].map(lineId => ({ lineId, retention: 'D30' as const })),
  })
  const { rows } = await house.pool.query('select relation, leader_id, follower_id from bond where follower_id = $1', [
    done[0]?.itemId,
  ])
  expect(rows).toEqual([{ relation: 'request', leader_id: done[1]?.itemId, follower_id: done[0]?.itemId }])
})

test('S14.3 a link stays once one of its lines has become an item, and tells arranging which', async () => {
  const [request, reply] = [await register({ direction: 'sent', title: '关于扩建的请示' }), await register()]
  await house.call(linkLines, archivist, { fromId: reply, toId: request, kind: 'reply' })
  const { done } = await house.call(itemiseLines, archivist, { lines: [{ lineId: request, retention: 'Y' }] })
  expect((await house.refusal(unlinkLines, archivist, { fromId: reply, toId: request })).code).toBe('link.bound')
  expect(await linksOf({ tx: house.runtime.reads }, [reply])).toMatchObject([
    { toItemId: done[0]?.itemId, fromItemId: null },
  ])
})
