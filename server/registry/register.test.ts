import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, stranger } from '../../domain/access/actor.ts'
import { type House, openHouse } from '../../tests/world/house.ts'
import { sweepLeftovers } from '../holdings/sweep-leftovers.ts'
import { enqueue } from '../platform/jobs.ts'
import { stagedPath } from '../store/staging.ts'
import { editLine, voidLine } from './edit-line.ts'
import { assignLines } from './finish-lines.ts'
import { attachToLine, detachFromLine, openLineFile } from './line-files.ts'
import { listLines } from './list-lines.ts'
import { registerLine } from './register-line.ts'
import { lineHistory, showLine } from './show-line.ts'

let house: House
let clerk: Actor
let keeper: Actor
let fondsId: string
let vets: string
beforeAll(async () => {
  house = await openHouse()
  vets = await house.given.unit('兽医组', 'SYZ')
  clerk = await house.given.person({ roles: ['office-clerk'], clearance: 'trade-secret', name: '内勤' })
  keeper = await house.given.person({ roles: ['part-time-archivist'], unitId: vets, name: '兼职' })
  fondsId = await house.given.fonds()
})
afterAll(() => house[Symbol.asyncDispose]())

let counter = 0
const letter = (more: object = {}) => ({
  fondsId,
  direction: 'received' as const,
  registeredOn: '2026-03-02',
  counterpart: '市农业农村局',
  documentNo: `市农发〔2026〕${++counter}号`,
  title: '关于做好春季奶牛防疫工作的通知',
  datedOn: '2026-02-26',
  pages: 4,
  attachments: 1,
  attachmentNames: '防疫计划表',
  ...more,
})
const register = (more: object = {}, actor = clerk) => house.call(registerLine, actor, letter(more))
const shown = async (lineId: string, actor = clerk) => (await house.call(showLine, actor, { lineId })).line

test('S1.1 a line holds every element of the register, and each book counts by itself from 1 every year', async () => {
  const own = { fondsId: await house.given.fonds() }
  const received = await register(own)
  expect(received.code).toBe('收2026-0001')
  expect((await register(own)).code).toBe('收2026-0002')
  expect((await register({ ...own, direction: 'sent' })).code).toBe('发2026-0001')
  expect((await register({ ...own, registeredOn: '2025-12-31' })).code).toBe('收2025-0001')
  expect(await shown(received.lineId)).toMatchObject({
    direction: 'received',
    counterpart: '市农业农村局',
    title: '关于做好春季奶牛防疫工作的通知',
    datedOn: '2026-02-26',
    secrecy: 'internal',
    urgency: 'ordinary',
    copies: 1,
    pages: 4,
    attachments: 1,
    attachmentNames: '防疫计划表',
    state: 'registered',
    registeredBy: '内勤',
  })
})

test('S1.1 the same number of the same counterpart is warned of, and registered again only when that is meant', async () => {
  const documentNo = '省函〔2026〕9号'
  const { code } = await register({ documentNo })
  const refusal = await house.refusal(registerLine, clerk, letter({ documentNo }))
  expect(refusal).toMatchObject({ code: 'line.duplicate', params: { codes: code } })
  expect((await register({ documentNo, counterpart: '县农业农村局' })).code).not.toBe(code)
  expect((await register({ documentNo, again: true })).code).not.toBe(code)
})

test('S1.1 a line is edited in everything but its number, and nothing is overwritten unseen', async () => {
  const { lineId } = await register()
  const { fondsId: _, direction: __, ...input } = letter({ title: '改过的题名' })
  await house.call(editLine, clerk, { ...input, lineId, revision: 1 })
  expect((await shown(lineId)).title).toBe('改过的题名')
  expect((await house.refusal(editLine, clerk, { ...input, title: '再改', lineId, revision: 1 })).code).toBe(
    'line.changed',
  )
  expect((await house.refusal(editLine, clerk, { ...input, lineId, revision: 2 })).code).toBe('line.nothing-changed')
  const moved = { ...input, registeredOn: '2025-03-02', lineId, revision: 2 }
  expect((await house.refusal(editLine, clerk, moved)).code).toBe('line.other-year')
  const { entries } = await house.call(lineHistory, clerk, { lineId })
  expect(entries.map(({ event }) => event)).toEqual(['line.registered', 'line.edited'])
})

test('S1.1 a voided line stays with its reason, and its number is never given again', async () => {
  const own = { fondsId: await house.given.fonds() }
  const { lineId } = await register(own)
  await house.call(voidLine, clerk, { lineId, reason: '登记重复' })
  expect(await shown(lineId)).toMatchObject({ state: 'voided', voidReason: '登记重复', may: [] })
  expect((await register(own)).code).toBe('收2026-0002')
  expect((await house.refusal(voidLine, clerk, { lineId, reason: '再作废' })).code).toBe('line.voided')
  await expect(house.pool.query('delete from register_line where id = $1', [lineId])).rejects.toThrow('stays')
  await expect(house.pool.query('update register_line set serial = 99 where id = $1', [lineId])).rejects.toThrow(
    'stays',
  )
})

test('S5.2 a department keeps its own register with its own numbers, and only its own', async () => {
  const own = { fondsId: await house.given.fonds(), unitId: vets }
  const first = await register({ ...own, kind: 'contract', title: '疫苗购销合同' }, keeper)
  const { lineId } = await register({ ...own, unitId: null })
  await register({ ...own, direction: 'sent' })
  await house.call(assignLines, clerk, { ids: [lineId], unitId: vets })
  const { lines } = await house.call(listLines, keeper, {
    fondsId: own.fondsId,
    book: 'unit',
    unitId: vets,
    year: 2026,
  })
  expect(lines.map(({ unitCode, code }) => [unitCode, code])).toEqual([
    ['SYZ-2026-0003', '收2026-0002'],
    ['SYZ-2026-0002', '发2026-0001'],
    ['SYZ-2026-0001', '收2026-0001'],
  ])
  expect((await shown(first.lineId, keeper)).may).toContain('line.edit')
  const other = await house.given.unit()
  expect((await house.refusal(registerLine, keeper, letter({ unitId: other }))).code).toBe('line.foreign')
  expect((await house.refusal(registerLine, keeper, letter({ unitId: null }))).code).toBe('line.foreign')
})

test('S17.4 lines of other units and above one’s clearance are denied by default: in lists, by id, by search, by edit', async () => {
  const own = { fondsId: await house.given.fonds() }
  const foreign = await register({ ...own, unitId: await house.given.unit() })
  const secret = await register({ ...own, unitId: vets, secrecy: 'trade-secret', title: '核心配方往来函' })
  const book = { fondsId: own.fondsId, book: 'received' as const, year: 2026 }
  expect((await house.call(listLines, keeper, book)).lines).toEqual([])
  expect((await house.call(listLines, keeper, { ...book, text: '核心配方' })).lines).toEqual([])
  for (const { lineId } of [foreign, secret]) {
    expect((await house.refusal(showLine, keeper, { lineId })).code).toBe('line.unknown')
    expect((await house.refusal(voidLine, keeper, { lineId, reason: '试一试' })).code).toBe('line.unknown')
  }
  const employee = await house.given.person({ roles: ['employee'], unitId: vets, clearance: 'core-secret' })
  expect((await house.call(listLines, employee, book)).lines).toEqual([])
  expect((await house.refusal(listLines, stranger('127.0.0.1'), book)).code).toBe('session.required')
  expect((await house.refusal(registerLine, keeper, letter({ unitId: vets, secrecy: 'core-secret' }))).code).toBe(
    'item.too-secret',
  )
})

test('S1.1 a line is found by two characters of its title, its counterpart or its number, and the list pages by number', async () => {
  const own = { fondsId: await house.given.fonds() }
  for (const title of ['关于青贮收贮的函', '关于挤奶机检修的函', '关于青贮质量的报告'])
    await register({ ...own, title })
  const book = { fondsId: own.fondsId, book: 'received' as const, year: 2026 }
  const titles = async (text: string) =>
    (await house.call(listLines, clerk, { ...book, text })).lines.map(({ title }) => title)
  expect(await titles('青贮')).toEqual(['关于青贮质量的报告', '关于青贮收贮的函'])
  expect(await titles('农业农村')).toHaveLength(3)
  const first = await house.call(listLines, clerk, { ...book, limit: 2 })
  expect(first.next).toBe('2')
  const second = await house.call(listLines, clerk, { ...book, limit: 2, after: first.next ?? '' })
  expect(second.lines.map(({ serial }) => serial)).toEqual([1])
})

test('S1.1 files are kept with a line, each with what it is, and opened by who sees the line alone', async () => {
  const upload = await house.given.upload(clerk, '定稿.txt', Buffer.from('定稿正文'))
  const { lineId } = await register({ uploadIds: [upload], label: 'final' })
  await house.call(attachToLine, clerk, {
    lineId,
    uploadIds: [await house.given.upload(clerk, '正本.txt', Buffer.from('正本正文'))],
    label: 'original',
  })
  const { files } = await house.call(showLine, clerk, { lineId })
  expect(files.map(({ name, label, preview }) => [name, label, preview])).toEqual([
    ['定稿.txt', 'final', 'text'],
    ['正本.txt', 'original', 'text'],
  ])
  const attachmentId = files[0]!.id
  expect((await house.call(openLineFile, clerk, { attachmentId })).url).toMatch(/^\/content\//)
  expect((await house.refusal(openLineFile, keeper, { attachmentId })).code).toBe('line.unknown')
  await house.call(detachFromLine, clerk, { attachmentId })
  expect((await house.call(showLine, clerk, { lineId })).files).toHaveLength(1)
})

test('S1.1 the bytes of a line’s files are never cleared as leftovers', async () => {
  const upload = await house.given.upload(clerk, '来文.txt', Buffer.from('只在登记簿上的文件'))
  const { lineId } = await register({ uploadIds: [upload] })
  const { db, files } = house.runtime
  const { sha256 } = await db
    .selectFrom('attachment')
    .select('sha256')
    .where('subject', '=', lineId)
    .executeTakeFirstOrThrow()
  house.now = new Date(Date.now() + 30 * 86_400_000)
  await db.transaction().execute(tx => enqueue(tx, sweepLeftovers, {}))
  await house.runJobs()
  expect(existsSync(stagedPath(files.staging, sha256))).toBe(true)
})
