import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { scanOf } from '../../tests/world/scan.ts'
import { registerItem } from '../holdings/register-item.ts'
import { searchItems } from '../holdings/search-items.ts'
import { showItem } from '../holdings/show-item.ts'
import { makeJpeg, makePdf } from '../sample/files.ts'
import { stopRecognizing } from '../text/recognition/recognize.ts'
import { cancelRecognition } from './cancel-recognition.ts'
import { findInFile } from './find-in-file.ts'
import { listRecognition } from './list-recognition.ts'
import { rerunRecognition } from './rerun-recognition.ts'

let house: House
let archivist: Actor
let place: { fondsId: string; unitId: string }
beforeAll(async () => {
  house = await openHouse()
  archivist = await house.given.person({ roles: ['archivist'], clearance: 'core-secret' })
  place = { fondsId: await house.given.fonds(), unitId: await house.given.unit() }
})
afterAll(async () => {
  stopRecognizing()
  await house[Symbol.asyncDispose]()
})

const paper = { width: 1240, height: 1754, issuer: '青原奶牛场', documentNo: '牧发〔2026〕3号' }
const lines = ['关于春季防疫的通知', '确保口蹄疫、布鲁氏菌病得到有效控制，各牧场三月底前完成首次免疫。']

const scan = (text: readonly string[] = lines) => scanOf(text)

async function register(name: string, bytes: Uint8Array, change: object = {}) {
  const uploadIds = [await house.given.upload(archivist, name, bytes)]
  const { itemId } = await house.call(registerItem, archivist, {
    ...someDocument(place),
    title: `无关的题名 ${name}`,
    ...change,
    uploadIds,
  })
  const component = async () => (await house.call(showItem, archivist, { itemId })).components[0]!
  return { itemId, component }
}

test('S5.5 a word inside a scan is found by search, and shown where it stands on its page', async () => {
  const { itemId, component } = await register('扫描件.png', await scan())
  expect((await component()).textState).toBe('pending')
  await house.runJobs()
  expect(await component()).toMatchObject({ textState: 'done', textFailure: null, pages: 1 })
  const found = await house.call(searchItems, archivist, { text: '口蹄疫' })
  expect(found.items.map(({ id }) => id)).toEqual([itemId])
  expect(found.items[0]?.passage?.text).toContain('口蹄疫')

  const { hits } = await house.call(findInFile, archivist, { componentId: (await component()).id, text: '口蹄疫' })
  expect(hits).toHaveLength(1)
  const [box] = hits[0]!.boxes
  expect(hits[0]!.page).toBe(1)
  // The second paragraph of the paper begins below a quarter of the page, and the word stands in its first half.
  expect(box!.top).toBeGreaterThan(2000)
  expect(box!.top).toBeLessThan(4000)
  expect(box!.left).toBeLessThan(5000)
  expect(box!.width).toBeLessThan(1500)
}, 120_000)

test('S5.5 pages of a PDF without words of their own are recognised, the others are read as they are', async () => {
  const jpeg = makeJpeg({ ...paper, lines })
  const scanned = await scannedPdf(makePdf({ title: '文字页', paragraphs: ['本页有文字层，是电子文件。'] }), jpeg)
  const { itemId, component } = await register('混合.pdf', scanned)
  await house.runJobs()
  expect(await component()).toMatchObject({ textState: 'done', pages: 2 })
  const { items } = await house.call(searchItems, archivist, { text: '布鲁氏菌病 电子文件' })
  expect(items.map(({ id }) => id)).toContain(itemId)
  const { hits } = await house.call(findInFile, archivist, { componentId: (await component()).id, text: '布鲁氏菌病' })
  expect(hits.map(({ page }) => page)).toEqual([2])
}, 120_000)

async function scannedPdf(textPdf: Uint8Array, jpeg: Uint8Array): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const pdf = await PDFDocument.load(textPdf)
  const picture = await pdf.embedJpg(jpeg)
  pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 })
  return await pdf.save()
}

test('S5.5 a multi-page TIFF goes page by page, is cancelled after one and read again from its beginning', async () => {
  const pages = [await scan(), await scan(['第二页', '牛舍通风记录']), await scan(['第三页', '饲料采购合同'])]
  const tiff = await sharp(pages, { join: { animated: true } })
    .tiff({ compression: 'lzw' })
    .toBuffer()
  const { component } = await register('三页.tif', tiff)
  const { id } = await component()
  const reading = house.runJobs()
  await untilOnePageIsRead()
  const { files, pagesWaiting } = await house.call(listRecognition, archivist, { show: 'open' })
  expect(files).toMatchObject([{ componentId: id, textState: 'scanned', pages: { all: 3, done: 1, failed: 0 } }])
  expect(pagesWaiting).toBe(2)
  expect((await house.refusal(rerunRecognition, archivist, { componentIds: [id] })).code).toBe('recognition.under-way')

  await house.call(cancelRecognition, archivist, { componentIds: [id] })
  await reading
  expect(await component()).toMatchObject({ textState: 'done', pages: 3 })
  expect((await house.refusal(cancelRecognition, archivist, { componentIds: [id] })).code).toBe('recognition.ended')
  const find = async (text: string) =>
    (await house.call(findInFile, archivist, { componentId: id, text })).hits.map(({ page }) => page)
  expect(await find('口蹄疫')).toEqual([1])
  expect(await find('饲料采购')).toEqual([])

  await house.call(rerunRecognition, archivist, { componentIds: [id] })
  await house.runJobs()
  expect(await find('饲料采购')).toEqual([3])
}, 180_000)

async function untilOnePageIsRead(): Promise<void> {
  for (;;) {
    const { files } = await house.call(listRecognition, archivist, { show: 'open' })
    if (files.some(({ pages }) => pages !== null && pages.done > 0)) return
    await wait(50)
  }
}

test('S5.5 a file whose words cannot be read says why, and the others are read all the same', async () => {
  const whole = await scan()
  const { component: broken } = await register('坏.png', whole.subarray(0, Math.floor(whole.length / 3)))
  const { component: huge } = await register('巨大.png', await enormousPicture())
  await house.runJobs()
  expect(await broken()).toMatchObject({ textState: 'failed', textFailure: 'damaged' })
  expect(await huge()).toMatchObject({ textState: 'failed', textFailure: 'too-large' })
  const { files } = await house.call(listRecognition, archivist, { show: 'failed' })
  expect(files.map(({ name, failure }) => [name, failure])).toEqual([
    ['巨大.png', 'too-large'],
    ['坏.png', 'damaged'],
  ])
}, 120_000)

/** 30,000 × 30,000 pixels of nothing, in a file of a few hundred kilobytes. */
const enormousPicture = () =>
  sharp({ create: { width: 30_000, height: 30_000, channels: 3, background: '#fff' }, limitInputPixels: false })
    .toColourspace('b-w')
    .png({ compressionLevel: 9 })
    .toBuffer()

test('S17.4 nobody finds, lists or re-reads what they may not see', async () => {
  const { itemId, component } = await register('机密.png', await scan(['机密材料', '种牛引进计划']), {
    secrecy: 'core-secret',
  })
  await house.runJobs()
  const reader = await house.given.person({ roles: ['archivist'], clearance: 'internal' })
  const { id } = await component()
  expect((await house.refusal(findInFile, reader, { componentId: id, text: '种牛' })).code).toBe('component.unknown')
  expect((await house.refusal(rerunRecognition, reader, { componentIds: [id] })).code).toBe('component.unknown')
  const { files } = await house.call(listRecognition, reader, { show: 'done' })
  expect(files.map(file => file.itemId)).not.toContain(itemId)
}, 120_000)
