import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { addVoucherKind, voucherKind } from '../../tests/world/volume-kind.ts'
import { describeItem } from '../holdings/describe-item.ts'
import { fileItems } from '../holdings/file-items.ts'
import { numberItems } from '../holdings/number-items.ts'
import { registerItem } from '../holdings/register-item.ts'
import { showItem } from '../holdings/show-item.ts'
import { stagedPath } from '../store/staging.ts'
import { listChecks, listFaults, showCheck } from './check-report.ts'
import { createVolume } from './create-volume.ts'
import { fileVolumes, numberVolumes } from './number-volumes.ts'
import { startCheck } from './start-check.ts'

let house: House
let clerk: Actor
let place: { fondsId: string; unitId: string }

beforeAll(async () => {
  house = await openHouse()
  const unitId = await house.given.unit('办公室', 'BGS')
  clerk = await house.given.person({ roles: ['archivist'], unitId, clearance: 'core-secret' })
  place = { fondsId: await house.given.fonds('F903'), unitId }
})
afterAll(() => house[Symbol.asyncDispose]())

let number = 0
async function register(input: object = {}) {
  number += 1
  const described = { ...someDocument(place), documentNo: `牧发〔2026〕${number}号`, ...input }
  return (await house.call(registerItem, clerk, described)).itemId
}

async function check(input: { ids?: string[]; seriesId?: string }, actor = clerk) {
  const { checkId } = await house.call(startCheck, actor, input)
  await house.runJobs()
  const report = await house.call(showCheck, actor, { checkId })
  const { faults } = await house.call(listFaults, actor, { checkId })
  return { report, faults, outcomeOf: (code: string) => report.results.find(result => result.code === code)?.outcome }
}

test('S14.1 what is right passes; every check of the list ends one way or another', async () => {
  const uploadIds = [await house.given.upload(clerk, '通知.txt', Buffer.from('请各班组做好春季防疫。'))]
  const ids = [await register({ uploadIds })]
  await house.call(numberItems, clerk, { ids })
  const { report, faults, outcomeOf } = await check({ ids })
  expect(faults).toEqual([])
  expect(report).toMatchObject({ state: 'finished', items: 1, files: 1, fonds: { code: 'F903' } })
  expect(report.results).toHaveLength(37)
  expect(report.results.filter(({ outcome }) => outcome === 'fail')).toEqual([])
  expect(['GD-1-1', 'GD-1-7', 'GD-2-1', 'GD-2-2', 'GD-3-6', 'GD-4-2'].map(outcomeOf)).toEqual([
    'pass',
    'pass',
    'pass',
    'pass',
    'pass',
    'manual',
  ])
  await house.call(fileItems, clerk, { ids })
})

test('S14.1 what failed a check that must be passed is filed only once it is right and was checked again', async () => {
  const itemId = await register({ date: '2031-01-01', year: 2031 })
  await house.call(numberItems, clerk, { ids: [itemId] })
  const { faults } = await check({ ids: [itemId] })
  expect(faults).toMatchObject([{ itemId, code: 'GD-1-5', must: true }])
  expect((await house.refusal(fileItems, clerk, { ids: [itemId] })).issues[0]?.zh).toContain('四性检测不通过（GD-1-5）')
  const { title, creator, documentNo } = (await house.call(showItem, clerk, { itemId })).item
  const input = {
    ...someDocument(place),
    year: 2031,
    title,
    creator,
    documentNo,
    date: '2026-01-01',
    itemId,
    revision: 2,
  }
  await house.call(describeItem, clerk, input)
  expect((await house.refusal(fileItems, clerk, { ids: [itemId] })).issues[0]?.zh).toContain('重新检测')
  await check({ ids: [itemId] })
  await house.call(fileItems, clerk, { ids: [itemId] })
})

test('S14.1 a volume in which one paper failed its check is not filed, nor any paper of it', async () => {
  await addVoucherKind(house)
  const voucher = { kind: voucherKind.code }
  const ids = [await register(voucher), await register({ ...voucher, date: '2031-01-01' })]
  const { seriesId } = (await house.call(showItem, clerk, { itemId: ids[0]! })).item
  const { volumeId } = await house.call(createVolume, clerk, { seriesId, itemIds: ids })
  await house.call(numberVolumes, clerk, { ids: [volumeId] })
  expect((await check({ seriesId })).outcomeOf('GD-1-7')).toBe('pass')
  expect((await house.refusal(fileVolumes, clerk, { ids: [volumeId] })).issues[0]?.zh).toContain('GD-1-5')
  expect((await house.call(showItem, clerk, { itemId: ids[0]! })).item.state).toBe('numbered')
})

test('S14.2 a series is checked as a whole: duplicates, what is missing, what is not where it should be', async () => {
  const place2025 = { year: 2025, date: '2025-05-01' }
  const lost = await house.given.upload(clerk, '丢失.txt', Buffer.from('这些字会丢'))
  const pdf = await house.given.upload(
    clerk,
    '锁.pdf',
    Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<</Encrypt 1 0 R>>\n%%EOF'),
  )
  const first = await register({ ...place2025, documentNo: '同号', uploadIds: [lost] })
  await register({ ...place2025, documentNo: '同号', creator: '办公室' })
  await register({ ...place2025, pages: null, fields: { attachments: 3 }, uploadIds: [pdf] })
  const { item, components } = await house.call(showItem, clerk, { itemId: first })
  await house.runJobs()
  await rm(stagedPath(house.runtime.files.staging, components[0]!.sha256))
  const { report, faults, outcomeOf } = await check({ seriesId: item.seriesId })
  expect(report.items).toBe(3)
  const codes = ['GD-1-8', 'GD-1-10', 'GD-2-2', 'GD-2-4', 'GD-2-8', 'GD-3-6']
  expect(codes.map(code => [code, outcomeOf(code)])).toEqual(codes.map(code => [code, 'fail']))
  expect(faults.map(({ code }) => code)).toEqual(expect.arrayContaining(['GD-1-10', 'GD-2-4', 'GD-2-8', 'GD-3-6']))
  expect((await house.call(listChecks, clerk, { seriesId: item.seriesId })).checks).toMatchObject([
    { state: 'finished', items: 3 },
  ])
})

test('S17.4 a check looks only at what whoever started it may see', async () => {
  const where = { year: 2024, date: '2024-05-01' }
  const secret = await register({ ...where, secrecy: 'core-secret', pages: null })
  await register(where)
  const colleague = await house.given.person({ roles: ['archivist'], unitId: place.unitId, clearance: 'internal' })
  const { seriesId } = (await house.call(showItem, clerk, { itemId: secret })).item
  expect((await check({ seriesId }, colleague)).report).toMatchObject({ items: 1 })
  const mine = await check({ seriesId })
  expect(mine.faults).toHaveLength(1)
  const { faults } = await house.call(listFaults, colleague, { checkId: mine.report.id })
  expect(faults).toEqual([])
  expect(await house.refusal(startCheck, colleague, { ids: [secret] })).toMatchObject({ code: 'check.nothing' })
})

test('S8.2 who works for one unit checks no other’s', async () => {
  const foreign = await house.given.person({ roles: ['part-time-archivist'] })
  const itemId = await register()
  const { seriesId } = (await house.call(showItem, clerk, { itemId })).item
  expect(await house.refusal(startCheck, foreign, { seriesId })).toMatchObject({ code: 'unit.foreign' })
})
