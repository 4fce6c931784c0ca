import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../server/spreadsheet/spreadsheet.ts'
import { type Browserlike, type Running, setUp, startRunning } from '../world/running.ts'
import { chromiumPath, look, openBrowser, openWindow, watch } from './browser.ts'
import { arrive, hire } from './people.ts'

let running: Running
let browser: Browser
let administrator: Browserlike
let clerk: Page
let troubles: string[]

const documents = [
  { title: '关于做好春季免疫工作的通知', creator: '兽医组', date: '2026-03-02', year: 2026 },
  { title: '关于做好秋季免疫工作的通知', creator: '兽医组', date: '2025-09-02', year: 2025 },
  { title: '免疫档案检查情况报告', creator: '办公室', date: '2025-11-20', year: 2025 },
  { title: '青贮收贮方案', creator: '饲养组', date: '2025-08-01', year: 2025 },
]

beforeAll(async () => {
  if (!chromiumPath) return
  running = await startRunning()
  browser = await openBrowser()
  administrator = await setUp(running)
  const { fonds } = (await administrator.ask('fonds.list')).body as { fonds: { id: string }[] }
  const { units } = (await administrator.ask('unit.list')).body as { units: { id: string; code: string }[] }
  const place = { fondsId: fonds[0]?.id, unitId: units.find(({ code }) => code === 'DAS')?.id }
  for (const document of documents) {
    const described = { ...place, kind: 'document', retention: 'D30', secrecy: 'internal', pages: 2, ...document }
    expect((await administrator.tell('item.register', described)).status).toBe(200)
  }
  clerk = await arrive(
    browser,
    running,
    await hire(administrator, { name: '张敏', login: 'zhangmin', role: 'archivist', clearance: 'internal' }),
  )
  troubles = watch(clerk)
})
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

/** On a busy machine an answer takes its time. */
const soon = { timeout: 10_000 }
const rows = () => clerk.locator('.finding-list tr[data-id]')
const titles = async () => (await clerk.locator('.finding-list .item-title').allInnerTexts()).map(text => text.trim())

test.skipIf(!chromiumPath)(
  'S1.2 a clerk finds by words, divides what was found, and opens it, hands on the keyboard',
  async () => {
    await clerk.goto('/')
    await clerk.getByRole('heading', { name: '待编号' }).waitFor()
    await clerk.keyboard.press('/')
    await clerk.keyboard.type('免疫')
    await clerk.keyboard.press('Enter')
    await expect.poll(() => rows().count(), soon).toBe(3)
    await look(clerk, 'search-found')
    await clerk.getByRole('button', { name: '2025年 2' }).click()
    await expect.poll(() => rows().count(), soon).toBe(2)
    expect(clerk.url()).toContain('year=2025')
    await clerk.getByRole('combobox', { name: '次序' }).selectOption({ label: '按日期' })
    await expect.poll(titles, soon).toEqual(['关于做好秋季免疫工作的通知', '免疫档案检查情况报告'])
    await clerk.keyboard.press('/')
    await clerk.keyboard.press('ArrowDown')
    await clerk.keyboard.press('ArrowDown')
    await clerk.keyboard.press('Space')
    await clerk.getByText('已选 1 件').waitFor()
    await clerk.keyboard.press('Enter')
    await clerk.getByRole('heading', { name: '免疫档案检查情况报告' }).waitFor()
    await clerk.getByRole('button', { name: '收藏', pressed: false }).click()
    await clerk.getByRole('button', { name: '收藏', pressed: true }).waitFor()
    await clerk.goBack()
    await expect.poll(() => rows().count(), soon).toBe(2)
    await clerk.getByRole('button', { name: '去掉“年度 2025年”' }).click()
    await expect.poll(() => rows().count(), soon).toBe(3)
    expect(troubles).toEqual([])
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'S1.2 letters typed while an answer is on its way are never taken back',
  async () => {
    await clerk.goto('/search')
    const box = clerk.getByRole('searchbox', { name: '检索全部档案' })
    await box.click()
    let typed = ''
    for (const letter of 'guanyuzuohaochunjimianyi') {
      await clerk.keyboard.type(letter)
      typed += letter
      // Now and then longer than the pause after which the page asks.
      await clerk.waitForTimeout(typed.length % 5 === 0 ? 270 : 60)
      expect(await box.inputValue()).toBe(typed)
    }
    await expect.poll(() => new URL(clerk.url()).searchParams.get('q'), soon).toBe(typed)
    await clerk.goto('/search?q=青贮')
    await clerk.goto('/search?q=免疫')
    await clerk.goBack()
    await expect.poll(() => box.inputValue(), soon).toBe('青贮')
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'S1.2 the form writes what can be typed; a search is kept, opened from the workbench, and forgotten',
  async () => {
    await clerk.goto('/search')
    await clerk.getByRole('button', { name: '高级检索' }).click()
    await clerk.getByLabel('责任者').fill('兽医组')
    await clerk.getByRole('textbox', { name: '日期' }).fill('2026-01..2026-06')
    await look(clerk, 'search-by-fields')
    await clerk.keyboard.press('Enter')
    await expect.poll(titles, soon).toEqual(['关于做好春季免疫工作的通知'])
    await expect
      .poll(() => clerk.getByRole('searchbox', { name: '检索全部档案' }).inputValue(), soon)
      .toBe('责任者:兽医组 日期:2026-01-01..2026-06-30')
    await clerk.getByRole('button', { name: '保存检索' }).click()
    await clerk.getByRole('textbox', { name: '名称' }).fill('兽医组上半年')
    await clerk.keyboard.press('Enter')
    await clerk.getByText('已保存检索“兽医组上半年”').waitFor()
    await clerk.goto('/')
    await clerk.getByRole('link', { name: '兽医组上半年' }).click()
    await expect.poll(() => rows().count(), soon).toBe(1)
    await clerk.goto('/search')
    await clerk.getByRole('button', { name: '删除检索“兽医组上半年”' }).click()
    await expect.poll(() => clerk.getByRole('link', { name: '兽医组上半年' }).count(), soon).toBe(0)
    expect(troubles).toEqual([])
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'S17.4 favourites stand in folders of one’s own, and search is marked as the work one is at',
  async () => {
    await clerk.goto('/search?q=免疫')
    await rows().first().waitFor()
    await clerk.locator('.finding-list tbody').getByRole('checkbox').first().check()
    await clerk.locator('.table-bulk').getByRole('button', { name: '收藏', exact: true }).click()
    await clerk.getByLabel('收藏夹').fill('检查用')
    await look(clerk, 'search-favourite')
    await clerk.keyboard.press('Enter')
    await clerk.getByText('已收藏 1 件').waitFor()
    await clerk.getByRole('link', { name: '我的收藏' }).click()
    await clerk.getByRole('link', { name: '检查用 1' }).click()
    await expect.poll(() => rows().count(), soon).toBe(1)
    await look(clerk, 'favourites')
    for (const path of ['/favourites', '/browse']) {
      await clerk.goto(path)
      await expect
        .poll(() => clerk.getByRole('link', { name: '检索', exact: true }).getAttribute('aria-current'), soon)
        .toBe('page')
    }
    expect(troubles).toEqual([])
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'S1.2 what was found, or stands in a place, is taken along as an Excel list',
  async () => {
    for (const [path, titles] of [
      ['/search?q=青贮', ['青贮收贮方案']],
      ['/browse', documents.map(({ title }) => title).reverse()],
    ] as const) {
      await clerk.goto(path)
      const [file] = await Promise.all([
        clerk.waitForEvent('download'),
        clerk.getByRole('button', { name: '导出 Excel' }).click(),
      ])
      expect(file.suggestedFilename()).toBe('档案清单.xlsx')
      const [sheet] = await readWorkbook(await readFile(await file.path()))
      expect(sheet?.rows.slice(1).map(({ cells }) => cells[2])).toEqual(titles)
    }
    expect(troubles).toEqual([])
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'S1.2 on a phone the facets are folded above the list, and nothing runs over the edge',
  async () => {
    const window = await openWindow(browser, running.base, { screen: 'phone' })
    await window.addCookies(await clerk.context().cookies())
    const phone = await window.newPage()
    await phone.goto('/search?q=免疫')
    await phone.getByText('分面', { exact: true }).click()
    await phone.getByRole('button', { name: '2025年 2' }).click()
    await phone.getByRole('button', { name: '去掉“年度 2025年”' }).waitFor()
    await phone.getByRole('button', { name: '保存检索' }).click()
    const panel = await phone.locator('.popup-panel').boundingBox()
    expect(panel?.x).toBeGreaterThanOrEqual(0)
    expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(390)
    await look(phone, 'search-phone')
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  },
  60_000,
)
