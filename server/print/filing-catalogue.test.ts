import { afterAll, describe, expect, test } from 'vitest'
import { catalogueOf } from './catalogue.fixture.ts'
import { printFilingCatalogue } from './filing-catalogue.print.ts'
import { cutByRules, type PrintedPage, readPrinted, ruledLines, textOf } from './pdf.fixture.ts'
import { rasterise } from './raster.fixture.ts'
import { stopPrinting } from './typst.ts'

afterAll(stopPrinting)

const ROWS_PER_PAGE = 14
const LINE_HEIGHT = 10.2 * (72 / 25.4)

const printed = async (...args: Parameters<typeof printFilingCatalogue>): Promise<PrintedPage[]> =>
  (await readPrinted(await printFilingCatalogue(...args))).pages

const codesOn = (pages: readonly PrintedPage[]): string[] =>
  pages.flatMap(page => [...textOf(page).matchAll(/Z109-WS·2024-Y-BGS-\d{4}/g)].map(([code]) => code))

describe.each([0, 1, ROWS_PER_PAGE, 16, 1000])('a filing catalogue of %i items', count => {
  const pages = printed(catalogueOf(count)).then(([, ...list]) => list)

  test('takes fourteen items to a page, and a page of its own for the cover', async () => {
    expect((await pages).length).toBe(Math.max(1, Math.ceil(count / ROWS_PER_PAGE)))
  })

  test('lists every item once, numbered, in order', async () => {
    expect(codesOn(await pages)).toEqual(catalogueOf(count).rows.map(({ code }) => code))
    const numbers = (await pages).flatMap(page =>
      [...textOf(page).matchAll(/(\d+) Z109-/g)].map(([, number]) => Number(number)),
    )
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  })

  test('heads each page and says which of how many it is', async () => {
    for (const [index, page] of (await pages).entries()) {
      expect(textOf(page)).toContain('归 档 文 件 目 录')
      expect(textOf(page)).toContain('全宗名称：内蒙古草原兰台牧业有限公司 年度：2024 保管期限：永久')
      expect(textOf(page)).toContain('序号 档号 文号 责任者 题名 日期 密级 页数 备注')
      expect(textOf(page)).toContain(`第 ${index + 1} 页 共 ${(await pages).length} 页`)
    }
  })

  test('is ruled to the foot of every page in lines of one height', async () => {
    for (const page of await pages) {
      const lines = ruledLines(page)
      expect(lines).toHaveLength(1 + ROWS_PER_PAGE + 1)
      for (const [index, line] of lines.slice(1).entries()) expect(lines[index]! - line).toBeCloseTo(LINE_HEIGHT, 0)
    }
  })

  test('is signed at its end only', async () => {
    const signed = (await pages).map(page => /编制人： *审核人： *日期： *年 *月 *日/.test(textOf(page)))
    expect(signed).toEqual([...signed.slice(1).map(() => false), true])
  })
})

test('the cover names fonds, year, retention and unit and sums up items and pages', async () => {
  const [cover] = await printed(catalogueOf(16))
  const words = textOf(cover!).replaceAll(' ', '')
  for (const field of [
    '全宗号Z109',
    '全宗名称内蒙古草原兰台牧业有限公司',
    '年度2024',
    '保管期限永久',
    '机构（问题）办公室',
    '共16件',
  ]) {
    expect(words).toContain(field)
  }
  expect(words).toContain(`${catalogueOf(16).rows.reduce((sum, { pages }) => sum + (pages ?? 0), 0)}页`)
  expect(codesOn([cover!])).toEqual([])
})

test('without its cover the catalogue begins with the list', async () => {
  const [first] = await printed(catalogueOf(1), { cover: false })
  expect(codesOn([first!])).toHaveLength(1)
})

test('days have eight digits, self-made titles stand in square brackets, and what is not known is blank', async () => {
  const [, page] = await printed(
    catalogueOf(2, {
      0: { date: '2024-03-07', title: '职工合影', selfMadeTitle: true, documentNo: '', note: '', pages: 3 },
      1: { date: '', title: '通知', selfMadeTitle: false, documentNo: '', note: '', pages: null },
    }),
  )
  expect(textOf(page!)).toContain('1 Z109-WS·2024-Y-BGS-0001 兰台牧业有限公司 [职工合影] 20240307 3')
  expect(textOf(page!)).toContain('2 Z109-WS·2024-Y-BGS-0002 兰台牧业有限公司 通知 编制人')
})

test('a title of many lines makes its row higher and stays whole on one page', async () => {
  const long = '关于报送奶牛存栏、产奶量、饲料消耗及无害化处理情况的函'.repeat(5)
  const [, first, second] = await printed(catalogueOf(14, { 13: { title: long } }))
  expect(textOf(second!).replaceAll(' ', '')).toContain(long.slice(0, 15))
  expect(codesOn([first!])).toHaveLength(13)
  expect(codesOn([second!])).toHaveLength(1)
})

test('a title longer than a page goes on over the next pages, and nothing of it is lost', async () => {
  const long = Array.from({ length: 400 }, (_, index) => `第${index}项`).join('')
  const [, ...list] = await printed(catalogueOf(3, { 1: { title: long } }))
  expect(list.length).toBeGreaterThan(1)
  const lines = list.flatMap(({ pieces }) => pieces).filter(({ text }) => text.includes('项'))
  expect(lines.map(({ text }) => text).join('')).toBe(long)
})

test('no text leaves its column, whatever somebody wrote', async () => {
  const endless = 'https://example.org/'.padEnd(120, 'W')
  const [, ...list] = await printed(
    catalogueOf(6, {
      0: { code: 'J019-ZY·JC·CC·2019·D30-001-001-办公室' },
      1: { title: endless },
      2: { documentNo: endless },
      3: { creator: endless },
      4: { note: endless, secrecyTitle: '核心商密' },
      5: { title: '字'.repeat(70), date: '2024-11-11' },
    }),
  )
  expect(list.flatMap(cutByRules).map(({ text }) => text)).toEqual([])
  expect(list.map(textOf).join('').replaceAll(' ', '')).toContain('J019-ZY·JC·CC·2019·D30-001-001-办公室')
})

test('codes stand under each other digit by digit', async () => {
  const codes = ['A1-1111', 'A1-8888', 'A1-2024', 'A1-0007']
  const [, page] = await printed(catalogueOf(4, Object.fromEntries(codes.map((code, index) => [index, { code }]))))
  const widths = page!.pieces.filter(({ text }) => codes.includes(text)).map(({ width }) => width.toFixed(2))
  expect(widths).toHaveLength(codes.length)
  expect(new Set(widths).size).toBe(1)
})

test('ink on paper shows what the PDF says: white margins, and sixteen lines from edge to edge', async ({ skip }) => {
  const page = rasterise(await printFilingCatalogue(catalogueOf(3), { cover: false }))?.[0]
  if (!page) {
    console.info('pdftoppm is not installed, so the printed page is not looked at')
    return skip('pdftoppm is not installed')
  }
  const { width, height } = page
  const dark = (x: number, y: number) => page.dot(x, y)[0] < 200
  const inked = Array.from(
    { length: height },
    (_, y) => Array.from({ length: width }, (_, x) => dark(x, y)).filter(Boolean).length,
  )
  const margin = Math.round((6 / 210) * height)
  expect([...inked.slice(0, margin), ...inked.slice(-margin)].every(count => count === 0)).toBe(true)
  const ruled = inked.map(count => count > 0.85 * width)
  expect(ruled.filter((line, y) => line && !ruled[y - 1])).toHaveLength(16)
})
