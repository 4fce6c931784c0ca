import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { attachComponents, detachComponent, openComponent } from './components.ts'
import { correctItem } from './correct-item.ts'
import { describeItem, discardItem } from './describe-item.ts'
import { fileItems } from './file-items.ts'
import { seriesTree } from './fonds.ts'
import { numberItems } from './number-items.ts'
import { registerItem } from './register-item.ts'
import { searchItems } from './search-items.ts'
import { itemHistory, showItem } from './show-item.ts'

let house: House
let clerk: Actor
let place: ReturnType<typeof someDocument>

beforeAll(async () => {
  house = await openHouse()
  const unitId = await house.given.unit('办公室', 'BGS')
  clerk = await house.given.person({ roles: ['archivist'], unitId })
  place = someDocument({ fondsId: await house.given.fonds('A182'), unitId })
})
afterAll(() => house[Symbol.asyncDispose]())

const draft = async (more: object = {}) => (await house.call(registerItem, clerk, { ...place, ...more })).itemId
const written = ({ fondsId: _f, unitId: _u, kind: _k, year: _y, retention: _r, ...rest }: typeof place) => rest
const certificate = {
  certificateSort: 'presale',
  certificateNo: '2026-018',
  issuer: '市住房和城乡建设局',
  issuedOn: '2026-03-01',
}
async function filed(more: object = {}) {
  const itemId = await draft(more)
  await house.call(numberItems, clerk, { ids: [itemId] })
  await house.call(fileItems, clerk, { ids: [itemId] })
  return itemId
}

test('S1.2 the code comes out of the description by the template of the fonds', async () => {
  const itemId = await draft({ year: 2022, retention: 'Y' })
  const { done } = await house.call(numberItems, clerk, { ids: [itemId] })
  expect(done).toEqual([{ id: itemId, code: 'A182-WS·2022-Y-BGS-0001' }])
  const fondsId = await house.given.fonds('Z109', { document: 'WS13' })
  const other = await draft({ fondsId, year: 2011, retention: 'Y' })
  expect((await house.call(numberItems, clerk, { ids: [other] })).done[0]?.code).toBe('Z109-WS·2011·Y·BGS-0001')
})

test('S1.2 what a number says changes only without the number', async () => {
  const itemId = await draft({ year: 2021 })
  await house.call(numberItems, clerk, { ids: [itemId] })
  expect((await house.refusal(describeItem, clerk, { ...place, year: 2020, itemId, revision: 2 })).code).toBe(
    'item.not-draft',
  )
  await house.call(describeItem, clerk, { ...place, year: 2021, title: '改了题名', itemId, revision: 2 })
})

test('S1.2 the second of two who change the same item is told, and nothing is overwritten', async () => {
  const itemId = await draft()
  await house.call(describeItem, clerk, { ...place, title: '先改的', itemId, revision: 1 })
  const late = await house.refusal(describeItem, clerk, { ...place, title: '后改的', itemId, revision: 1 })
  expect([late.code, late.params]).toEqual(['item.changed', { revision: 2 }])
  expect((await house.call(showItem, clerk, { itemId })).item.title).toBe('先改的')
})

test('S1.5 a correction needs its reason, keeps the old value, and changes neither code nor files', async () => {
  const itemId = await filed()
  const before = await house.call(showItem, clerk, { itemId })
  const change = { ...written(place), title: '关于做好奶牛秋季防疫工作的通知', itemId, revision: 3 }
  expect((await house.refusal(correctItem, clerk, change)).issues.map(issue => issue.field)).toEqual(['reason'])
  await house.call(correctItem, clerk, { ...change, reason: '季节写错' })
  const after = await house.call(showItem, clerk, { itemId })
  expect(after.item).toMatchObject({ title: change.title, code: before.item.code, revision: 4 })
  const { entries } = await house.call(itemHistory, clerk, { itemId })
  expect(entries.at(-1)).toMatchObject({
    event: 'item.corrected',
    data: { before: { title: place.title }, after: { title: change.title }, reason: '季节写错' },
  })
})

test('S1.5 what is filed is described, discarded and given files no more, and the database says the same', async () => {
  const itemId = await filed()
  expect((await house.refusal(describeItem, clerk, { ...place, title: '改', itemId, revision: 3 })).code).toBe(
    'item.filed',
  )
  expect((await house.refusal(discardItem, clerk, { itemId, revision: 3 })).code).toBe('item.filed')
  const uploadIds = [await house.given.upload(clerk, '后来的.txt', Buffer.from('后来的'))]
  expect((await house.refusal(attachComponents, clerk, { itemId, uploadIds })).code).toBe('item.filed')
  await expect(house.pool.query('delete from item where id = $1', [itemId])).rejects.toMatchObject({
    constraint: 'item_filed_for_ever',
  })
  await expect(
    house.pool.query(`update item set state = 'draft', code = null, serial = null, code_scope = null where id = $1`, [
      itemId,
    ]),
  ).rejects.toThrow()
})

test('S14.2 many are filed at once: each by itself, and one that lacks creator, date or pages says so', async () => {
  const ready = await draft()
  const bare = await draft({ creator: '', date: '', pages: null })
  const unnumbered = await draft()
  await house.call(numberItems, clerk, { ids: [ready, bare] })
  const answer = await house.call(fileItems, clerk, { ids: [ready, bare, unnumbered] })
  expect(answer.done.map(({ id }) => id)).toEqual([ready])
  expect(answer.refused.map(({ code, message }) => [code, message])).toEqual([
    ['item.incomplete', '还缺：责任者、日期、页数。'],
    ['item.not-numbered', '还没有编号，不能归档。'],
  ])
})

test('S1.2 a draft that is discarded leaves its whole description in the trail', async () => {
  const itemId = await draft({ title: '录错的一件' })
  await house.call(discardItem, clerk, { itemId, revision: 1 })
  expect((await house.refusal(showItem, clerk, { itemId })).code).toBe('item.unknown')
  const { rows } = await house.pool.query(
    `select data->'description'->>'title' as title from audit_event where event = 'item.discarded' and subject = $1`,
    [itemId],
  )
  expect(rows).toEqual([{ title: '录错的一件' }])
})

test('S1.2 one box finds by title, number, people, initials, and the text inside a file', async () => {
  const uploadIds = [
    await house.given.upload(clerk, '附件一.txt', Buffer.from('本批苜蓿青贮的干物质含量为百分之三十五。')),
  ]
  const itemId = await draft({ title: '饲料验收单', documentNo: '牧验〔2026〕27号', creator: '欧阳青', uploadIds })
  await house.runJobs()
  for (const text of ['验收', '27号', '〔2026〕27', '欧阳', 'slysd', 'oyq', '苜蓿青贮', '干物质 饲料', '附件一']) {
    const { items } = await house.call(searchItems, clerk, { text })
    expect(
      items.map(item => item.id),
      text,
    ).toContain(itemId)
  }
  const { items } = await house.call(searchItems, clerk, { text: '青贮的干物质' })
  expect(items[0]?.passage).toMatchObject({ file: '附件一.txt' })
  expect((await house.call(searchItems, clerk, { text: '验收单元' })).items).toEqual([])
})

test('S1.2 four characters are found where they stand together, not where their pairs stand apart', async () => {
  const together = await draft({ title: '存栏盘点月报' })
  await draft({ title: '存栏与盘点，栏盘' })
  const { items } = await house.call(searchItems, clerk, { text: '存栏盘点' })
  expect(items.map(item => item.id)).toEqual([together])
})

test('S1.1 what came in is registered with all that the register asks for', async () => {
  const itemId = await draft({
    copies: 2,
    fields: { direction: 'received', counterpart: '县农业农村局' },
    secrecy: 'internal',
  })
  const { item } = await house.call(showItem, clerk, { itemId })
  expect(item).toMatchObject({
    documentNo: '牧发〔2026〕3号',
    date: '2026-03-01',
    copies: 2,
    pages: 4,
    secrecy: 'internal',
    fields: { direction: 'received', counterpart: '县农业农村局' },
  })
})

test('S13.4 a closed fonds takes nothing more', async () => {
  const fondsId = await house.given.fonds()
  await house.pool.query('update fonds set closed_at = now() where id = $1', [fondsId])
  expect((await house.refusal(registerItem, clerk, { ...place, fondsId })).code).toBe('fonds.closed')
})

test('S8.1 a kind’s own fields are checked as its definition says, each error by its name', async () => {
  const refused = await house.refusal(registerItem, clerk, {
    ...place,
    fields: { genre: 'no-such-genre', unheardOf: 1 },
  })
  expect(refused.issues.map(issue => issue.field).sort()).toEqual(['fields.genre', 'fields.unheardOf'])
})

test('S13.1 the tree counts what stands in each series, whatever happens to the items', async () => {
  const fondsId = await house.given.fonds()
  const count = async () =>
    (await house.call(seriesTree, clerk, { fondsId })).series.map(({ retention, items, filed: done, pages }) => ({
      retention,
      items,
      done,
      pages,
    }))
  const one = await draft({ fondsId })
  await draft({ fondsId, pages: 6 })
  expect(await count()).toEqual([{ retention: 'D30', items: 2, done: 0, pages: 10 }])
  await house.call(describeItem, clerk, { ...place, fondsId, retention: 'D10', itemId: one, revision: 1 })
  expect(await count()).toEqual([
    { retention: 'D10', items: 1, done: 0, pages: 4 },
    { retention: 'D30', items: 1, done: 0, pages: 6 },
  ])
  await house.call(numberItems, clerk, { ids: [one] })
  await house.call(fileItems, clerk, { ids: [one] })
  expect((await count())[0]).toEqual({ retention: 'D10', items: 1, done: 1, pages: 4 })
})

test('S5.5 a file is taken off a draft, and its name and digest stay in the trail', async () => {
  const uploadIds = [await house.given.upload(clerk, '多余.txt', Buffer.from('多余的文件'))]
  const itemId = await draft({ uploadIds })
  const [file] = (await house.call(showItem, clerk, { itemId })).components
  await house.call(detachComponent, clerk, { componentId: file!.id })
  expect((await house.call(showItem, clerk, { itemId })).components).toEqual([])
  const { rows } = await house.pool.query(
    `select data->>'sha256' as sha256 from audit_event where event = 'component.detached' and subject = $1`,
    [itemId],
  )
  expect(rows).toEqual([{ sha256: file!.sha256 }])
})

test('S2.6 every look at a file leaves a trace, and nobody attaches another person’s upload', async () => {
  const uploadIds = [await house.given.upload(clerk, '看.txt', Buffer.from('看一看'))]
  const itemId = await draft({ uploadIds })
  const [file] = (await house.call(showItem, clerk, { itemId })).components
  expect((await house.call(openComponent, clerk, { componentId: file!.id })).url).toMatch(/^\/content\/[\w-]{40,}$/)
  const { rows } = await house.pool.query(
    `select actor_id from audit_event where event = 'component.opened' and subject = $1`,
    [itemId],
  )
  expect(rows).toEqual([{ actor_id: clerk.personId }])
  const other = await house.given.person({ roles: ['archivist'] })
  const theirs = [await house.given.upload(other, '别人的.txt', Buffer.from('别人的'))]
  expect((await house.refusal(registerItem, clerk, { ...place, uploadIds: theirs })).code).toBe('upload.unknown')
})

test('S5.4 accounts below the legal minimum are refused with the law at registering, describing and correcting; longer passes', async () => {
  const accounts = { kind: 'accounting', fields: { recordSort: 'ledger' } }
  const short = await house.refusal(registerItem, clerk, { ...place, ...accounts, retention: 'D10' })
  expect(short.code).toBe('retention.too-short')
  expect(short.issues).toMatchObject([{ field: 'retention', zh: expect.stringContaining('第79号') }])
  const itemId = await draft({ ...accounts, retention: 'Y' })
  const shorter = { ...place, ...accounts, retention: 'D10', itemId, revision: 1 }
  expect((await house.refusal(describeItem, clerk, shorter)).code).toBe('retention.too-short')
  const rules = await filed({
    kind: 'certificate',
    retention: 'D30',
    fields: { ...certificate, certificateSort: 'other' },
  })
  const licence = { ...written(place), fields: { ...certificate, certificateSort: 'business-licence' } }
  expect(
    (await house.refusal(correctItem, clerk, { ...licence, itemId: rules, revision: 3, reason: '种类选错' })).code,
  ).toBe('retention.too-short')
})

test('S17.1 a certificate bears its number, its issuer and the day it was issued', async () => {
  const bare = await house.refusal(registerItem, clerk, { ...place, kind: 'certificate', retention: 'Y' })
  expect(bare.issues.map(issue => issue.field)).toEqual([
    'fields.certificateSort',
    'fields.certificateNo',
    'fields.issuer',
    'fields.issuedOn',
  ])
  expect(await draft({ kind: 'certificate', retention: 'Y', fields: certificate })).toBeTruthy()
})
