import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { detachComponent, openComponent } from './components.ts'
import { correctItem } from './correct-item.ts'
import { describeItem, discardItem } from './describe-item.ts'
import { fileItems } from './file-items.ts'
import { seriesTree } from './fonds.ts'
import { listItems } from './list-items.ts'
import { numberItems, unnumberItem } from './number-items.ts'
import { registerItem } from './register-item.ts'
import { searchItems } from './search-items.ts'
import { itemHistory, showItem } from './show-item.ts'

let house: House
let fondsId: string
let units: { office: string; barn: string }
let clerk: Actor

beforeAll(async () => {
  house = await openHouse()
  fondsId = await house.given.fonds()
  units = { office: await house.given.unit(), barn: await house.given.unit() }
  clerk = await house.given.person({ roles: ['archivist'], unitId: units.office, clearance: 'core-secret' })
})
afterAll(() => house[Symbol.asyncDispose]())

/** One filed item with a file whose text is found, of this secrecy. */
async function filed(
  secrecy: 'public' | 'internal' | 'trade-secret' | 'core-secret',
  unitId = units.office,
  word = '配方',
) {
  const uploadIds = [await house.given.upload(clerk, '附件.txt', Buffer.from(`青贮${word}的配比 ${Math.random()}`))]
  const { itemId } = await house.call(registerItem, clerk, {
    ...someDocument({ fondsId, unitId }),
    title: `${word}说明`,
    secrecy,
    uploadIds,
  })
  await house.call(numberItems, clerk, { ids: [itemId] })
  await house.call(fileItems, clerk, { ids: [itemId] })
  await house.runJobs()
  return itemId
}

test('S17.4 what is above a clerk’s clearance is in no list, search, count, file or error', async () => {
  const itemId = await filed('core-secret', units.office, '绝密饲料')
  const [componentId] = (await house.call(showItem, clerk, { itemId })).components.map(file => file.id)
  const other = await house.given.person({ roles: ['archivist'], unitId: units.office, clearance: 'trade-secret' })

  expect((await house.call(listItems, other, { fondsId })).items.map(item => item.id)).not.toContain(itemId)
  for (const text of ['绝密饲料', '绝密', 'jmsl'])
    expect(await house.call(searchItems, other, { text })).toEqual({ items: [], next: null, total: 0 })
  const counted = (actor: Actor) =>
    house.call(seriesTree, actor, { fondsId }).then(({ series }) => series.reduce((sum, row) => sum + row.items, 0))
  expect(await counted(other)).toBe((await counted(clerk)) - 1)
  const absent = 'item_00000000000000000000000000'
  for (const operation of [showItem, itemHistory]) {
    const hidden = await house.refusal(operation, other, { itemId })
    expect(hidden.code).toBe('item.unknown')
    expect(hidden.message).toBe((await house.refusal(operation, other, { itemId: absent })).message)
  }
  expect((await house.refusal(openComponent, other, { componentId })).code).toBe('component.unknown')
  expect((await house.refusal(numberItems, other, { ids: [itemId] })).issues[0]?.zh).toBe(
    (await house.refusal(numberItems, other, { ids: [absent] })).issues[0]?.zh,
  )
})

test('S17.4 every act on a hidden item is refused as if it were absent', async () => {
  const itemId = await filed('core-secret')
  const other = await house.given.person({ roles: ['archive-head'], unitId: units.office, clearance: 'internal' })
  const description = { ...someDocument({ fondsId, unitId: units.office }), itemId, revision: 3 }
  const { fondsId: _f, unitId: _u, kind: _k, year: _y, retention: _r, ...written } = description
  const acts = [
    [describeItem, description],
    [discardItem, { itemId, revision: 3 }],
    [unnumberItem, { itemId, reason: '试一试' }],
    [correctItem, { ...written, reason: '试一试' }],
  ] as const
  for (const [operation, input] of acts)
    expect((await house.refusal(operation, other, input)).code).toBe('item.unknown')
  const [componentId] = (await house.call(showItem, clerk, { itemId })).components.map(file => file.id)
  expect((await house.refusal(detachComponent, other, { componentId })).code).toBe('item.unknown')
})

test('S17.4 a part-time archivist sees the own unit’s items, an employee only filed ones', async () => {
  const mine = await filed('internal', units.barn, '产犊')
  const others = await filed('internal', units.office, '会议')
  const open = await filed('public', units.office, '公告')
  const partTime = await house.given.person({ roles: ['part-time-archivist'], unitId: units.barn })
  const { itemId: draft } = await house.call(registerItem, partTime, {
    ...someDocument({ fondsId, unitId: units.barn }),
    title: '产犊草稿',
  })
  const seen = async (actor: Actor) =>
    (await house.call(listItems, actor, { fondsId, limit: 200 })).items.map(item => item.id)

  const partTimeSees = await seen(partTime)
  expect(partTimeSees).toEqual(expect.arrayContaining([mine, draft, open]))
  expect(partTimeSees).not.toContain(others)
  const employeeSees = await seen(await house.given.person({ roles: ['employee'], unitId: units.barn }))
  expect(employeeSees).toEqual(expect.arrayContaining([mine, open]))
  expect(employeeSees).not.toContain(draft)
  expect(employeeSees).not.toContain(others)
})

test('S17.4 an administrator and an auditor see nothing, even if they could ask', async () => {
  await filed('public')
  for (const role of ['system-administrator', 'security-officer', 'auditor'] as const) {
    const person = await house.given.person({ roles: [role], clearance: 'core-secret' })
    expect((await house.refusal(listItems, person, {})).code).toBe('permission.required')
    const pretender: Actor = { ...person, permissions: new Set(['item.list', 'item.search']) }
    expect((await house.call(listItems, pretender, {})).items).toEqual([])
    expect((await house.call(searchItems, pretender, { text: '配方' })).items).toEqual([])
  }
})

test('S8.2 a part-time archivist registers and describes for the own unit only', async () => {
  const partTime = await house.given.person({ roles: ['part-time-archivist'], unitId: units.barn })
  expect((await house.refusal(registerItem, partTime, someDocument({ fondsId, unitId: units.office }))).code).toBe(
    'unit.foreign',
  )
})

test('S17.4 nobody registers what they could not read themselves', async () => {
  const low = await house.given.person({ roles: ['archivist'], unitId: units.office, clearance: 'internal' })
  expect(
    (
      await house.refusal(registerItem, low, {
        ...someDocument({ fondsId, unitId: units.office }),
        secrecy: 'core-secret',
      })
    ).code,
  ).toBe('item.too-secret')
})

test('S17.4 a refusal for want of permission stands in the trail', async () => {
  const employee = await house.given.person({ roles: ['employee'] })
  await house.refusal(fileItems, employee, { ids: [] })
  const { rows } = await house.pool.query(
    `select data from audit_event where event = 'access.denied' and actor_id = $1`,
    [employee.personId],
  )
  expect(rows).toEqual([{ data: { permission: 'item.file' } }])
})
