import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { resumeWork } from '../maintenance/resume-work.ts'
import { correctItem } from './correct-item.ts'
import { describeItem } from './describe-item.ts'
import { fileItems } from './file-items.ts'
import { numberItems } from './number-items.ts'
import { registerItem } from './register-item.ts'
import { searchFacets } from './search-facets.ts'
import { searchItems } from './search-items.ts'

let house: House
let fondsId: string
let unitId: string
let clerk: Actor

beforeAll(async () => {
  house = await openHouse()
  fondsId = await house.given.fonds('A001')
  unitId = await house.given.unit('兽医组', 'SYZ')
  clerk = await house.given.person({ roles: ['archivist'], unitId, clearance: 'core-secret' })
})
afterAll(() => house[Symbol.asyncDispose]())

async function registered(input: object): Promise<string> {
  const { itemId } = await house.call(registerItem, clerk, { ...someDocument({ fondsId, unitId }), ...input })
  return itemId
}
const titles = async (asked: z.input<typeof searchItems.input>, actor = clerk) =>
  (await house.call(searchItems, actor, asked)).items.map(({ title }) => title)
const counts = (facet: readonly { value: string; count: number }[]) =>
  Object.fromEntries(facet.map(({ value, count }) => [value, count]))

test('S1.2 words are found in the field they are asked for, and nowhere else', async () => {
  await registered({ title: '布病检疫通报', creator: '繁育组', documentNo: '牧检〔2026〕81号', note: '附名单' })
  await registered({ title: '繁育组年度总结', creator: '办公室', documentNo: '牧检〔2026〕82号' })
  expect(await titles({ text: '繁育组' })).toEqual(['繁育组年度总结', '布病检疫通报'])
  expect(await titles({ text: '责任者:繁育组' })).toEqual(['布病检疫通报'])
  expect(await titles({ text: '题名:繁育组' })).toEqual(['繁育组年度总结'])
  expect(await titles({ text: '文号:（2026）81号' })).toEqual(['布病检疫通报'])
  expect(await titles({ text: '备注:名单 布病' })).toEqual(['布病检疫通报'])
  expect(await titles({ text: '备注:布病' })).toEqual([])
})

test('S8.1 a field of a kind is searched by its title, a choice by what is read', async () => {
  const fields = {
    contractNo: 'HT-7',
    contractType: 'sale',
    counterparty: '青山草业',
    signedOn: '2026-01-05',
    amount: '5',
  }
  await registered({ kind: 'contract', title: '苜蓿草供货', fields })
  await registered({ title: '关于青山草业来访的记录' })
  expect(await titles({ text: '青山草业' })).toHaveLength(2)
  expect(await titles({ text: '对方单位:青山草业' })).toEqual(['苜蓿草供货'])
  expect(await titles({ text: 'contractNo:ht-7' })).toEqual(['苜蓿草供货'])
})

test('S1.2 a code is found by its beginning, a date by its stretch', async () => {
  const itemId = await registered({ title: '查档号的文件', date: '2021-07-15', year: 2021, retention: 'D10' })
  await house.call(numberItems, clerk, { ids: [itemId] })
  expect(await titles({ text: '档号:a001-ws·2021' })).toEqual(['查档号的文件'])
  expect(await titles({ text: '档号:A001_WS' })).toEqual([])
  expect(await titles({ text: '日期:2021-07' })).toEqual(['查档号的文件'])
  expect(await titles({ text: '日期:2021-07-16..2021-12' })).toEqual([])
  expect(await titles({ text: '年度:2020..2021 查档号' })).toEqual(['查档号的文件'])
  expect(await titles({ text: '档号:0001' })).toEqual([])
})

test('S1.2 conditions narrow a search, and a change of the description moves with it', async () => {
  const itemId = await registered({ title: '挤奶机保养记录', year: 2019 })
  expect(await titles({ text: '挤奶机', year: 2019 })).toEqual(['挤奶机保养记录'])
  const described = { ...someDocument({ fondsId, unitId }), title: '挤奶机保养记录', year: 2018 }
  await house.call(describeItem, clerk, { ...described, itemId, revision: 1 })
  expect(await titles({ text: '挤奶机', year: 2019 })).toEqual([])
  expect(await titles({ text: '挤奶机', year: 2018, state: 'draft', files: false })).toEqual(['挤奶机保养记录'])
  expect(await titles({ text: '挤奶机', files: true })).toEqual([])
  expect(await titles({ text: '挤奶机', retention: 'Y' })).toEqual([])
})

test('S1.2 pages go on without a gap or a double, across every stretch of the index, in both directions', async () => {
  const ids: string[] = []
  for (let at = 0; at < 12; at++) ids.push(await registered({ title: `分段第${at}件` }))
  // As if thousands had come in between; two came at once.
  for (const [at, id] of ids.entries())
    await house.pool.query(
      `update item_search s set ordinal = $2, places = item_places(i.fonds_id, i.kind, i.year, i.retention, i.unit_id, $2)
       from item i where i.id = s.item_id and s.item_id = $1`,
      [id, 100_000 + Math.floor(at / 2) * 9000],
    )
  const walk = async (order: 'newest' | 'oldest') => {
    const found: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await house.call(searchItems, clerk, { text: '分段第', order, limit: 5, ...(after && { after }) })
      found.push(...page.items.map(({ id }) => id))
      if (page.next === null) return found
      after = page.next
    }
  }
  expect(await walk('newest')).toEqual(ids.toReversed())
  expect(await walk('oldest')).toEqual(ids)
  expect((await house.call(searchFacets, clerk, { text: '分段第' })).total).toBe(12)
})

test('S1.2 what was found stands in the order of codes or dates, unless there is too much of it', async () => {
  await registered({ title: '排序甲', date: '2026-05-01' })
  await registered({ title: '排序乙', date: '2026-02-01' })
  await registered({ title: '排序丙', date: '2026-04-01' })
  expect(await titles({ text: '排序', order: 'date' })).toEqual(['排序乙', '排序丙', '排序甲'])
  const first = await house.call(searchItems, clerk, { text: '排序', order: 'date', limit: 2 })
  expect(first.items.map(({ title }) => title)).toEqual(['排序乙', '排序丙'])
  expect(await titles({ text: '排序', order: 'date', limit: 2, after: first.next ?? '' })).toEqual(['排序甲'])
})

test('S17.4 a facet counts only what its asker may see, with words and without', async () => {
  const kept = await house.given.fonds()
  const open = { fondsId: kept, title: '分面公开的通知', secrecy: 'internal', retention: 'D10' }
  const closed = { fondsId: kept, title: '分面绝密的通知', secrecy: 'core-secret', retention: 'Y', year: 2003 }
  const uploadIds = [await house.given.upload(clerk, '附件.txt', Buffer.from('分面附件'))]
  const ids = [await registered(open), await registered({ ...open, uploadIds }), await registered(closed)]
  await house.call(numberItems, clerk, { ids })
  await house.call(fileItems, clerk, { ids })
  const low = await house.given.person({ roles: ['archivist'], unitId, clearance: 'internal' })
  for (const text of ['分面', '']) {
    const all = await house.call(searchFacets, clerk, { text, fondsId: kept })
    expect(all).toMatchObject({
      total: 3,
      whole: true,
      secrecy: [
        { value: 'internal', count: 2 },
        { value: 'core-secret', count: 1 },
      ],
    })
    const seen = await house.call(searchFacets, low, { text, fondsId: kept })
    expect(seen.total).toBe(2)
    expect(counts(seen.secrecy)).toEqual({ internal: 2 })
    expect(counts(seen.year)).toEqual({ 2026: 2 })
    expect(counts(seen.retention)).toEqual({ D10: 2 })
    expect(counts(seen.unit)).toEqual({ [unitId]: 2 })
    expect(counts(seen.state)).toEqual({ filed: 2 })
  }
  expect(counts((await house.call(searchFacets, low, { text: '分面', fondsId: kept })).files)).toEqual({
    true: 1,
    false: 1,
  })
  expect(await house.call(searchFacets, low, { text: '绝密', fondsId: kept })).toMatchObject({
    total: 0,
    kind: [],
    year: [],
  })
  const stranger = await house.given.person({ roles: ['employee'], clearance: 'core-secret' })
  expect(await house.call(searchFacets, stranger, { fondsId: kept })).toMatchObject({ total: 0, kind: [], secrecy: [] })
})

test('S1.5 a correction is found by its new words', async () => {
  const itemId = await registered({ title: '更正前的题名' })
  await house.call(numberItems, clerk, { ids: [itemId] })
  await house.call(fileItems, clerk, { ids: [itemId] })
  const { fondsId: _f, unitId: _u, kind: _k, year: _y, retention: _r, ...written } = someDocument({ fondsId, unitId })
  const correction = { ...written, itemId, revision: 3, title: '改后之题名', fields: {}, reason: '写错了' }
  await house.call(correctItem, clerk, correction)
  expect(await titles({ text: '题名:改后之' })).toEqual(['改后之题名'])
  expect(await titles({ text: '更正前' })).toEqual([])
})

test('S1.2 what an earlier version indexed is found as before once the work put back is done', async () => {
  const itemId = await registered({ title: '旧版索引的文件', creator: '旧办' })
  const earlier = `update item_search set stale = true, described = '{}', grams = '' where item_id = $1`
  await house.pool.query(earlier, [itemId])
  expect(await titles({ text: '责任者:旧办' })).toEqual([])
  await resumeWork(house.runtime.db)
  await house.runJobs()
  expect(await titles({ text: '责任者:旧办' })).toEqual(['旧版索引的文件'])
  expect((await house.pool.query('select from item_search where stale')).rowCount).toBe(0)
})

test('S1.2 beyond a thousand the figures are the least there are, and only the order of coming is offered', async () => {
  const like = await registered({ title: '一千件里的一件', retention: 'D10' })
  // Copies of one row, since a thousand registrations would say nothing more.
  await house.pool.query(
    `with made as (insert into item (id, fonds_id, series_id, kind, kind_version, year, retention, unit_id, secrecy, title, registered_by, registered_at)
       select 'item_' || lpad(n::text, 26, '0'), fonds_id, series_id, kind, kind_version, year, retention, unit_id, secrecy, title, registered_by, registered_at
       from item, generate_series(1, 1004) n where id = $1 returning id)
     select count(*) from made`,
    [like],
  )
  await house.pool.query(
    `insert into item_search (item_id, grams, folded, described, ordinal, places)
     select 'item_' || lpad(n::text, 26, '0'), grams, folded, described, 0, '{}' from item_search, generate_series(1, 1004) n where item_id = $1`,
    [like],
  )
  const { total, whole, retention } = await house.call(searchFacets, clerk, { text: '一千件里' })
  expect([total, whole, counts(retention)]).toEqual([1001, false, { D10: 1000 }])
  expect((await house.refusal(searchItems, clerk, { text: '一千件里', order: 'code' })).code).toBe(
    'search.too-many-to-sort',
  )
  expect((await house.call(searchItems, clerk, { text: '一千件里', order: 'oldest', limit: 1 })).items[0]?.id).toBe(
    like,
  )
})

test('S13.3 an item is found by its box and by its volume', async () => {
  const [boxed, bound] = [await registered({ title: '盒里的一件' }), await registered({ title: '卷里的一件' })]
  const { rows } = await house.pool.query<{ series_id: string; registered_by: string }>(
    'select series_id, registered_by from item where id = $1',
    [boxed],
  )
  const { series_id, registered_by } = rows[0]!
  const ids = { box: `box_${'0'.repeat(26)}`, volume: `volume_${'0'.repeat(26)}` }
  await house.pool.query(
    `insert into box (id, fonds_id, series_id, number, thickness_mm, created_by, created_at) values ($1, $2, $3, 77, 30, $4, now())`,
    [ids.box, fondsId, series_id, registered_by],
  )
  await house.pool.query(
    `insert into volume (id, fonds_id, series_id, state, code, code_scope, serial, title, secrecy, box_id, created_by, created_at)
     values ($1, $2, $3, 'numbered', 'A001-WS·2026-7', 'x', 7, '一卷', 10, $4, $5, now())`,
    [ids.volume, fondsId, series_id, ids.box, registered_by],
  )
  await house.pool.query('update item set box_id = $2 where id = $1', [boxed, ids.box])
  await house.pool.query('update item set volume_id = $2, volume_ordinal = 1 where id = $1', [bound, ids.volume])
  expect(await titles({ text: '盒号:77' })).toEqual(['卷里的一件', '盒里的一件'])
  expect(await titles({ text: '盒号:77 盒里' })).toEqual(['盒里的一件'])
  expect(await titles({ text: '案卷:A001-WS・2026' })).toEqual(['卷里的一件'])
  expect(await titles({ text: '盒号:78' })).toEqual([])
})
