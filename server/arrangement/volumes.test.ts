import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { addVoucherKind, voucherKind } from '../../tests/world/volume-kind.ts'
import { describeItem, discardItem } from '../holdings/describe-item.ts'
import { fileItems } from '../holdings/file-items.ts'
import { numberItems, unnumberItem } from '../holdings/number-items.ts'
import { registerItem } from '../holdings/register-item.ts'
import { itemHistory, showItem } from '../holdings/show-item.ts'
import { addItems, removeItems, reorderItems } from './bind-items.ts'
import { tieItems } from './bonds.ts'
import { createVolume, dissolveVolume } from './create-volume.ts'
import { describeVolume } from './describe-volume.ts'
import { listVolumes, showVolume, volumeHistory } from './list-volumes.ts'
import { fileVolumes, numberVolumes, withdrawVolumeNumber } from './number-volumes.ts'
import { decideArrangement, showArrangement } from './plan.ts'
import { proposeForSeries, proposeOrderIn } from './propose.ts'

let house: House
let clerk: Actor
let place: { fondsId: string; unitId: string }

beforeAll(async () => {
  house = await openHouse()
  await addVoucherKind(house)
  const unitId = await house.given.unit()
  clerk = await house.given.person({ roles: ['archivist'], unitId, clearance: 'core-secret' })
  place = { fondsId: await house.given.fonds('F900'), unitId }
})
afterAll(() => house[Symbol.asyncDispose]())

let year = 1990
/** Papers of a class of their own, with these pages. */
async function papers(...pages: (number | null)[]) {
  year += 1
  return register(pages.map(count => ({ pages: count })))
}

async function register(inputs: readonly object[]) {
  const itemIds: string[] = []
  for (const [at, input] of inputs.entries()) {
    const described = { ...someDocument(place), kind: voucherKind.code, year, title: `凭证第 ${at + 1} 号`, ...input }
    itemIds.push((await house.call(registerItem, clerk, described)).itemId)
  }
  const { seriesId } = (await house.call(showItem, clerk, { itemId: itemIds[0]! })).item
  return { itemIds, seriesId }
}

const contents = async (volumeId: string) =>
  (await house.call(showVolume, clerk, { volumeId })).items.map(({ ordinal, pageFrom, pageTo, title }) => [
    ordinal,
    pageFrom,
    pageTo,
    title,
  ])

const codeOf = (code: string) => expect.objectContaining({ code })

test('S1.3 a volume is made of papers: it has a title, and its pages run on from 1', async () => {
  const { itemIds, seriesId } = await papers(4, 2, 1)
  const { volumeId, title } = await house.call(createVolume, clerk, { seriesId, itemIds })
  expect(title).toBe('凭证第 1 号等 3 件')
  expect(await contents(volumeId)).toEqual([
    [1, 1, 4, '凭证第 1 号'],
    [2, 5, 6, '凭证第 2 号'],
    [3, 7, 7, '凭证第 3 号'],
  ])
  const { volumes } = await house.call(listVolumes, clerk, { seriesId })
  expect(volumes).toMatchObject([{ items: 3, pages: 7, state: 'draft', may: ['volume.arrange', 'volume.number'] }])
})

test('S1.3 another order, a paper less, a paper more: numbers and pages follow', async () => {
  const { itemIds, seriesId } = await papers(4, 2, 1)
  const [one, two, three] = itemIds as [string, string, string]
  const { volumeId } = await house.call(createVolume, clerk, { seriesId, itemIds })
  await house.call(reorderItems, clerk, { volumeId, itemIds: [three, one, two] })
  expect((await contents(volumeId)).map(row => row.slice(0, 3))).toEqual([
    [1, 1, 1],
    [2, 2, 5],
    [3, 6, 7],
  ])
  await house.call(removeItems, clerk, { volumeId, itemIds: [one] })
  expect((await contents(volumeId)).map(row => row.slice(0, 3))).toEqual([
    [1, 1, 1],
    [2, 2, 3],
  ])
  await house.call(addItems, clerk, { volumeId, itemIds: [one] })
  expect((await contents(volumeId)).at(-1)).toEqual([3, 4, 7, '凭证第 1 号'])
  expect(await house.refusal(reorderItems, clerk, { volumeId, itemIds: [one, two] })).toEqual(
    codeOf('volume.members-changed'),
  )
})

test('S1.3 pages counted later run on at once', async () => {
  const { itemIds, seriesId } = await papers(4, null, 1)
  const { volumeId } = await house.call(createVolume, clerk, { seriesId, itemIds })
  expect((await contents(volumeId)).map(row => row[2])).toEqual([4, null, null])
  const { title } = (await house.call(showItem, clerk, { itemId: itemIds[1]! })).item
  const input = { ...someDocument(place), kind: voucherKind.code, year, title, pages: 3, itemId: itemIds[1]! }
  await house.call(describeItem, clerk, { ...input, revision: 1 })
  expect((await contents(volumeId)).map(row => row[2])).toEqual([4, 7, 8])
})

test('S1.2 volumes are numbered without a gap in their class, and their members with them', async () => {
  const { itemIds, seriesId } = await papers(1, 1, 1)
  const [one, two, three] = itemIds as [string, string, string]
  const first = await house.call(createVolume, clerk, { seriesId, itemIds: [one] })
  const second = await house.call(createVolume, clerk, { seriesId, itemIds: [three, two] })
  const { done } = await house.call(numberVolumes, clerk, { ids: [second.volumeId, first.volumeId] })
  const base = `F900-ZY·PZ·${year}·D30`
  expect(done.map(({ code }) => code)).toEqual([`${base}-001`, `${base}-002`])
  expect((await house.call(showItem, clerk, { itemId: two })).item).toMatchObject({
    code: `${base}-001-002`,
    state: 'numbered',
    volume: { code: `${base}-001`, ordinal: 2 },
  })
  expect(await house.refusal(removeItems, clerk, { volumeId: second.volumeId, itemIds: [two] })).toEqual(
    codeOf('volume.not-draft'),
  )
  const withdraw = { volumeId: second.volumeId, reason: '顺序有误' }
  expect(await house.refusal(withdrawVolumeNumber, clerk, withdraw)).toEqual(codeOf('volume.not-last'))
  await house.call(withdrawVolumeNumber, clerk, { ...withdraw, volumeId: first.volumeId })
  expect((await house.call(showItem, clerk, { itemId: one })).item).toMatchObject({ code: null, state: 'draft' })
  expect((await house.call(numberVolumes, clerk, { ids: [first.volumeId] })).done[0]?.code).toBe(`${base}-002`)
})

test('S1.5 a volume is filed with everything in it, or not at all', async () => {
  const { itemIds, seriesId } = await papers(1, null)
  const { volumeId } = await house.call(createVolume, clerk, { seriesId, itemIds })
  expect((await house.refusal(fileVolumes, clerk, { ids: [volumeId] })).issues[0]?.zh).toContain('还没有编号')
  await house.call(numberVolumes, clerk, { ids: [volumeId] })
  const refused = await house.refusal(fileVolumes, clerk, { ids: [volumeId] })
  expect(refused.issues[0]?.zh).toContain('还有 1 件没有写全')
  const states = async () => (await house.call(showVolume, clerk, { volumeId })).items.map(({ state }) => state)
  expect(await states()).toEqual(['numbered', 'numbered'])
  const input = { ...someDocument(place), kind: voucherKind.code, year, pages: 3, itemId: itemIds[1]!, revision: 2 }
  await house.call(describeItem, clerk, input)
  await house.call(fileVolumes, clerk, { ids: [volumeId] })
  expect(await states()).toEqual(['filed', 'filed'])
  await house.runJobs()
  expect((await house.call(showVolume, clerk, { volumeId })).volume).toMatchObject({
    state: 'filed',
    stored: true,
    may: [],
  })
  for (const [operation, more] of [
    [removeItems, { itemIds }],
    [reorderItems, { itemIds }],
    [dissolveVolume, {}],
    [withdrawVolumeNumber, { reason: '想重来' }],
  ] as const)
    expect(await house.refusal(operation, clerk, { volumeId, ...more })).toEqual(codeOf('volume.filed'))
  await expect(house.pool.query('delete from volume where id = $1', [volumeId])).rejects.toThrow('filed volume')
})

test('S1.3 what is bound is not numbered, filed, moved to another class or discarded by itself', async () => {
  const { itemIds, seriesId } = await papers(1, 1)
  await house.call(createVolume, clerk, { seriesId, itemIds: [itemIds[0]!] })
  const itemId = itemIds[0]!
  const first = async (operation: typeof numberItems | typeof fileItems) =>
    (await house.refusal(operation, clerk, { ids: [itemId] })).issues[0]?.zh
  expect(await first(numberItems)).toContain('已在案卷里')
  expect(await first(fileItems)).toContain('已在案卷里')
  expect(await house.refusal(discardItem, clerk, { itemId, revision: 1 })).toEqual(codeOf('item.bound'))
  expect(await house.refusal(unnumberItem, clerk, { itemId, reason: '试试' })).toEqual(codeOf('item.bound'))
  const moved = { ...someDocument(place), kind: voucherKind.code, year: year + 100, itemId, revision: 1 }
  expect(await house.refusal(describeItem, clerk, moved)).toEqual(codeOf('item.bound'))
  expect((await house.refusal(numberItems, clerk, { ids: [itemIds[1]!] })).issues[0]?.zh).toContain('按卷整理')
})

test('S14.2 a volume holds papers of one class, each in one volume', async () => {
  const { itemIds, seriesId } = await papers(1)
  const other = await papers(1)
  const { volumeId } = await house.call(createVolume, clerk, { seriesId, itemIds })
  const second = await house.call(createVolume, clerk, { seriesId })
  const refusedFor = async (ids: readonly string[]) =>
    (await house.refusal(addItems, clerk, { volumeId: second.volumeId, itemIds: ids })).issues[0]?.zh
  expect(await refusedFor(other.itemIds)).toContain('年度')
  expect(await refusedFor(itemIds)).toContain('已在另一卷里')
  expect(await house.refusal(removeItems, clerk, { volumeId, itemIds: other.itemIds })).toEqual(
    codeOf('volume.not-member'),
  )
  expect((await house.refusal(numberVolumes, clerk, { ids: [second.volumeId] })).issues[0]?.zh).toContain('还没有文件')
})

test('S13.3 a kind arranged by item makes no volumes', async () => {
  const { itemId } = await house.call(registerItem, clerk, someDocument(place))
  const { seriesId } = (await house.call(showItem, clerk, { itemId })).item
  expect(await house.refusal(createVolume, clerk, { seriesId, itemIds: [itemId] })).toEqual(codeOf('volume.by-item'))
})

test('S14.4 what is most secret is numbered with others only for a reason, and the volume is as secret as it', async () => {
  year += 1
  const { itemIds, seriesId } = await register([{ secrecy: 'core-secret' }, { secrecy: 'internal' }])
  const { volumeId, title } = await house.call(createVolume, clerk, { seriesId, itemIds })
  expect((await house.call(showVolume, clerk, { volumeId })).volume).toMatchObject({
    secrecy: 'core-secret',
    secrecyMixed: true,
  })
  expect((await house.refusal(numberVolumes, clerk, { ids: [volumeId] })).issues[0]?.zh).toContain('单独立卷')
  const { revision } = (await house.call(showVolume, clerk, { volumeId })).volume
  await house.call(describeVolume, clerk, { volumeId, revision, title, exceptionReason: '批复的附件' })
  await house.call(numberVolumes, clerk, { ids: [volumeId] })
})

test('S17.4 a volume is seen by whom may see everything in it, and by nobody else', async () => {
  year += 1
  const { itemIds, seriesId } = await register([{ secrecy: 'core-secret' }, { secrecy: 'internal' }])
  const { volumeId } = await house.call(createVolume, clerk, { seriesId, itemIds })
  const colleague = await house.given.person({ roles: ['archivist'], unitId: place.unitId, clearance: 'internal' })
  const employee = await house.given.person({ roles: ['employee'], unitId: place.unitId })
  for (const reader of [colleague, employee]) {
    expect(await house.refusal(showVolume, reader, { volumeId })).toEqual(codeOf('volume.unknown'))
    expect(await house.refusal(volumeHistory, reader, { volumeId })).toEqual(codeOf('volume.unknown'))
    expect((await house.call(listVolumes, reader, { seriesId })).volumes).toEqual([])
  }
  await house.call(removeItems, clerk, { volumeId, itemIds: [itemIds[0]!] })
  expect((await house.call(listVolumes, colleague, { seriesId })).volumes).toHaveLength(1)
  expect((await house.call(listVolumes, employee, { seriesId })).volumes).toEqual([])
})

test('S8.2 a part-time archivist binds the own unit’s papers and numbers none', async () => {
  const { itemIds, seriesId } = await papers(1)
  const own = await house.given.person({ roles: ['part-time-archivist'], unitId: place.unitId })
  const foreign = await house.given.person({ roles: ['part-time-archivist'] })
  expect(await house.refusal(createVolume, foreign, { seriesId, itemIds })).toEqual(codeOf('series.unknown'))
  const { volumeId } = await house.call(createVolume, own, { seriesId, itemIds })
  expect(await house.refusal(numberVolumes, own, { ids: [volumeId] })).toEqual(codeOf('permission.required'))
})

test('S1.5 the histories tell what was bound, by whom, and that a volume was taken apart', async () => {
  const { itemIds, seriesId } = await papers(1, 1)
  const { volumeId } = await house.call(createVolume, clerk, { seriesId, itemIds })
  await house.call(dissolveVolume, clerk, { volumeId })
  expect((await house.call(itemHistory, clerk, { itemId: itemIds[0]! })).entries.map(({ event }) => event)).toEqual([
    'item.registered',
    'item.bound',
    'item.unbound',
  ])
  expect((await house.call(showItem, clerk, { itemId: itemIds[0]! })).item.volume).toBeNull()
})

test('S8.1 papers of two projects do not make one volume, for its code names the project', async () => {
  const project = (projectNo: string) => ({
    kind: 'construction',
    fields: { projectNo, projectName: '青贮窖', stage: 'completion' },
  })
  const paper = async (projectNo: string) => (await register([project(projectNo)])).itemIds[0]!
  year += 1
  const [one, two] = [await paper('JJ01'), await paper('JJ02')]
  const { seriesId } = (await house.call(showItem, clerk, { itemId: one })).item
  const { volumeId } = await house.call(createVolume, clerk, { seriesId, itemIds: [one, two] })
  expect((await house.refusal(numberVolumes, clerk, { ids: [volumeId] })).issues[0]?.zh).toContain('项目号')
  await house.call(removeItems, clerk, { volumeId, itemIds: [two] })
  expect((await house.call(numberVolumes, clerk, { ids: [volumeId] })).done[0]?.code).toMatch(/·JJ01-001$/)
})

test('S13.2 a plan to order and catalogue only keeps volumes as they are', async () => {
  const head = await house.given.person({ roles: ['archive-head'], unitId: place.unitId, clearance: 'core-secret' })
  const { itemIds, seriesId } = await papers(1, 2, 3)
  const { volumeId } = await house.call(createVolume, clerk, { seriesId, itemIds: itemIds.slice(0, 2) })
  const decide = (scope: 'order' | 'adjust' | 'whole') =>
    house.call(decideArrangement, head, { fondsId: place.fondsId, scope, plan: '保留原有案卷' })
  expect(
    await house.refusal(decideArrangement, clerk, { fondsId: place.fondsId, scope: 'order', plan: '试试' }),
  ).toEqual(codeOf('permission.required'))
  await decide('order')
  expect(await house.call(showArrangement, clerk, { fondsId: place.fondsId })).toMatchObject({ scope: 'order' })
  const rest = { volumeId, itemIds: [itemIds[2]!] }
  expect(await house.refusal(addItems, clerk, rest)).toEqual(codeOf('plan.not-allowed'))
  expect(await house.refusal(createVolume, clerk, { seriesId, itemIds: rest.itemIds })).toEqual(
    codeOf('plan.not-allowed'),
  )
  await house.call(reorderItems, clerk, { volumeId, itemIds: itemIds.slice(0, 2).toReversed() })
  await decide('adjust')
  await house.call(addItems, clerk, rest)
  expect(await house.refusal(dissolveVolume, clerk, { volumeId })).toEqual(codeOf('plan.not-allowed'))
  await decide('whole')
  await house.call(dissolveVolume, clerk, { volumeId })
})

test('S13.1 volumes are proposed for what lies loose, with their reasons, and the order inside one', async () => {
  year += 1
  const { itemIds, seriesId } = await register([
    { title: '请示', date: '2026-01-05', pages: 3 },
    { title: '批复', date: '2026-02-01', pages: 2 },
    { title: '通知', date: '2026-01-20', pages: 1 },
    { title: '核心', secrecy: 'core-secret' },
  ])
  await house.call(tieItems, clerk, { relation: 'request', leaderId: itemIds[1]!, followerId: itemIds[0]! })
  const { volumes } = await house.call(proposeForSeries, clerk, { seriesId })
  expect(volumes.map(({ items }) => items.map(({ title }) => title).join(' '))).toEqual(['通知 批复 请示', '核心'])
  expect(volumes[1]?.because.map(({ rule }) => rule)).toContain('S14.4')
  const { volumeId } = await house.call(createVolume, clerk, { seriesId, itemIds: itemIds.slice(0, 3) })
  const { itemIds: order } = await house.call(proposeOrderIn, clerk, { volumeId })
  expect(order).toEqual([itemIds[2], itemIds[1], itemIds[0]])
})

test('S14.5 a volume says which of its papers is of another year by the rules', async () => {
  year = 2019
  const { itemIds, seriesId } = await register([{ date: '2019-05-01' }, { date: '2017-05-01' }])
  const { volumeId } = await house.call(createVolume, clerk, { seriesId, itemIds })
  const { volume } = await house.call(showVolume, clerk, { volumeId })
  expect(volume.yearBreaks).toMatchObject([{ itemId: itemIds[1], year: 2017 }])
})
