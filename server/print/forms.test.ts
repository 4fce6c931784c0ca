import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { labelStockCodes, labelStocks, labelsPerSheet } from '../../domain/forms/label-stock.ts'
import { printLabels } from './labels.ts'
import { type ListLayout, printLists } from './list-form.ts'
import { type PrintedPage, readPrinted, textOf } from './pdf.fixture.ts'
import { type Raster, rasterise } from './raster.fixture.ts'
import { printRemarks } from './remarks.ts'
import { layStrips, printSpines, type Spine } from './spines.ts'
import { stopPrinting } from './typst.ts'
import { printVolumeCovers } from './volume-cover.ts'

afterAll(stopPrinting)

const on = { on: '2026-11-24', by: '王芳' }
const mm = 72 / 25.4
const inMm = (points: number) => points / mm

const layout: ListLayout = {
  title: '案卷目录',
  titlePt: 20,
  sheet: 'portrait',
  rowsPerPage: 16,
  lineMm: 13.2,
  topMm: 38,
  sign: ['编制人'],
  columns: [
    { key: 'number', title: '序号', width: 13, whole: true },
    { key: 'title', title: '题名', width: 'rest', align: 'left' },
    { key: 'items', title: '件数', width: 20 },
    { key: 'note', title: '备注', width: 17 },
  ],
}
const rowsOf = (count: number, title = '关于防疫工作的通知') =>
  Array.from({ length: count }, (_, index) => ({ number: index + 1, title, items: 3, note: '' }))

const pagesOf = async (pdf: Uint8Array) => (await readPrinted(pdf)).pages
const listPages = async (count: number, title?: string) =>
  pagesOf(await printLists(layout, [{ head: [['年度', '2026']], rows: rowsOf(count, title) }], on))

/** Heights of the lines over the whole table, from the top of the sheet, in millimetres. */
const ruled = ({ strokes }: PrintedPage): number[] =>
  [
    ...new Set(
      strokes
        .filter(({ across, down }) => down < 0.5 && inMm(across) > 12)
        .map(({ y }) => Math.round((297 - inMm(y)) * 10) / 10),
    ),
  ].sort((a, b) => a - b)

/** Places of the upright lines, from the left of the sheet, in millimetres. */
const uprights = ({ strokes }: PrintedPage): number[] =>
  [
    ...new Set(
      strokes
        .filter(({ across, down }) => across < 0.5 && inMm(down) > 12)
        .map(({ x }) => Math.round(inMm(x) * 10) / 10),
    ),
  ].sort((a, b) => a - b)

test.each([0, 1, 16, 17, 40])(
  'S1.3 a list of %i rows has sixteen lines of 13.2 mm on every page, written or not',
  async count => {
    const pages = await listPages(count)
    expect(pages).toHaveLength(Math.max(1, Math.ceil(count / 16)))
    for (const page of pages) {
      const lines = ruled(page)
      expect(lines).toHaveLength(18)
      for (const [index, line] of lines.entries()) expect(line).toBeCloseTo(38 + index * 13.2, 0)
      expect(textOf(page).replaceAll(' ', '')).toContain('案卷目录年度：2026序号题名件数备注')
    }
  },
)

test('S1.3 columns stand where they were agreed on, to the millimetre', async () => {
  const [page] = await listPages(3)
  expect(uprights(page!).map(Math.round)).toEqual([25, 38, 158, 178, 195])
})

test('S1.3 a title of three lines keeps the rows of a page; a longer one makes its own row higher and is whole', async () => {
  const three = '关于同意第三牧场扩建挤奶厅二期工程立项、招标、施工和竣工验收的批复'.repeat(3)
  expect(await listPages(16, three)).toHaveLength(1)
  const long = '关于报送奶牛存栏、产奶量、饲料消耗及无害化处理情况的函'.repeat(12)
  const pages = await listPages(3, long)
  const words = pages.map(textOf).join('').replaceAll(' ', '')
  expect(words.split('无害化处理情况的函').length - 1).toBe(36)
})

test('a thousand rows are sixty-three pages, none left out', async () => {
  const pages = await listPages(1000)
  expect(pages).toHaveLength(63)
  expect(textOf(pages[62]!).replaceAll(' ', '')).toContain('第63页共63页')
})

test('several lists in one file count their own pages and are signed once each', async () => {
  const lists = [17, 3].map(count => ({ head: [['年度', String(count)] as const], rows: rowsOf(count) }))
  const words = (await pagesOf(await printLists(layout, lists, on))).map(page => textOf(page).replaceAll(' ', ''))
  expect(words.map(text => /第\d页共\d页/.exec(text)?.[0])).toEqual(['第1页共2页', '第2页共2页', '第1页共1页'])
  expect(words.map(text => text.includes('编制人：'))).toEqual([false, true, true])
})

const spine = (widthMm: number): Spine => ({
  widthMm,
  cells: [
    { label: '全宗号', value: 'A001', heightMm: 20 },
    { label: '机构（问题）', value: '饲料营养与动物保健部', heightMm: 34 },
    { label: '', value: '内蒙古草原兰台牧业有限公司', down: true },
  ],
})

test('S5.6 strips fill a sheet from the left, go on to the next, and none is cut off', () => {
  const sheets = layStrips([20, 30, 40, 50, 20, 50, 50, 60].map(spine), 'a4')
  expect(sheets.map(strips => strips.map(({ widthMm }) => widthMm))).toEqual([
    [20, 30, 40, 50, 20],
    [50, 50, 60],
  ])
  for (const strip of sheets.flat()) expect(strip.xMm + strip.widthMm).toBeLessThanOrEqual(210 - 8)
})

const sizeOf = ({ width, height }: Raster, dpi: number) =>
  `${Math.round((width / dpi) * 25.4)}×${Math.round((height / dpi) * 25.4)}`

test('S5.6 sheets have their size in millimetres, and a spine is as wide and long as chosen', async ({ skip }) => {
  const cover = { heading: '青原奶牛场', class: null, title: '案卷', fields: [], codes: [['全宗号', 'A001'] as const] }
  const dpi = 100
  const sheets = [
    await printVolumeCovers([cover], on),
    await printSpines('盒脊', [spine(50)], 'a4', on),
    await printSpines('盒脊', [spine(30)], 'a3', on),
    await printRemarks('备考表', [{ head: [], heading: '说明', lines: [], signs: [] }], on),
  ].map(pdf => rasterise(pdf, dpi)?.[0])
  const [first, narrow, long, last] = sheets
  if (!first || !narrow || !long || !last) return skip('pdftoppm is not installed')
  expect([first, narrow, long, last].map(page => sizeOf(page, dpi))).toEqual([
    '220×310',
    '210×297',
    '297×420',
    '210×297',
  ])
  expect(frameOf(narrow, dpi)).toEqual({ width: 50, height: 270 })
  expect(frameOf(long, dpi)).toEqual({ width: 30, height: 310 })
})

/** Width and height of the black frame of the first strip. */
function frameOf(page: Raster, dpi: number) {
  const dark = (x: number, y: number) => page.dot(x, y)[0] < 90
  const middle = Math.round(page.height / 2)
  const rules = Array.from({ length: page.width }, (_, x) => x).filter(x =>
    [0, 20, 40, 60].every(dy => dark(x, middle + dy)),
  )
  const [left, right] = [rules[0]!, rules.at(-1)!]
  const inside = Math.round(left + (right - left) / 6)
  const down = Array.from({ length: page.height }, (_, y) => y).filter(y => dark(inside, y) && dark(inside + 6, y))
  const length = (dots: number) => Math.round((dots / dpi) * 25.4)
  return { width: length(right - left), height: length(down.at(-1)! - down[0]!) }
}

const marks = Array.from({ length: 40 }, (_, index) => `B01K5Z8Q9${String(index).padStart(18, '0')}`)

test.each(labelStockCodes)(
  'S5.6 every code on a sheet of %s is read back, from the first label left on it',
  { timeout: 60_000 },
  async stock => {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })
    const labels = marks.map(mark => ({
      mark,
      heading: `A001-WS·2026 ${mark.slice(-2)}`,
      lines: ['青原奶牛场', '2026 年　永久'],
    }))
    const start = Math.min(3, labelsPerSheet(stock))
    const pages = rasterise(await printLabels('盒签', labels, { stock, start }, on), 200)
    if (!pages) return
    expect(pages).toHaveLength(Math.ceil((marks.length + start - 1) / labelsPerSheet(stock)))
    expect(sizeOf(pages[0]!, 200)).toBe(`${labelStocks[stock].paper.widthMm}×${labelStocks[stock].paper.heightMm}`)
    const read: string[] = []
    for (const page of pages) {
      const data = new Uint8ClampedArray(page.width * page.height * 4)
      for (let y = 0; y < page.height; y += 1)
        for (let x = 0; x < page.width; x += 1) data.set([...page.dot(x, y), 255], (y * page.width + x) * 4)
      const image = { data, width: page.width, height: page.height, colorSpace: 'srgb' } as ImageData
      const found = await readBarcodes(image, { formats: ['QRCode'], maxNumberOfSymbols: 64 })
      read.push(...found.map(({ text }) => text))
    }
    expect(read.sort()).toEqual(marks)
  },
)
