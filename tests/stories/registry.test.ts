import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../server/spreadsheet/spreadsheet.ts'
import { type Running, setUp, startRunning } from '../world/running.ts'
import { chromiumPath, look, openBrowser, watch } from './browser.ts'
import { arrive, hire, type Worker } from './people.ts'

let running: Running
let browser: Browser
let clerk: Page
let recipient: Worker
let troubles: string[]

beforeAll(async () => {
  if (!chromiumPath) return
  running = await startRunning()
  browser = await openBrowser()
  const administrator = await setUp(running)
  const worker = await hire(administrator, {
    name: '张敏',
    login: 'zhangmin',
    role: 'archivist',
    clearance: 'trade-secret',
  })
  recipient = await hire(administrator, { name: '马小军', login: 'maxiaojun', role: 'employee', clearance: 'internal' })
  clerk = await arrive(browser, running, worker)
  troubles = watch(clerk)
})
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

const titles = ['关于做好秋季奶牛防疫工作的通知', '关于报送青贮收贮情况的函', '关于同意购置饲料搅拌车的批复'] as const
const keys = (text: string) => clerk.keyboard.type(text)
const press = (key: string) => clerk.keyboard.press(key)

test.skipIf(!chromiumPath)(
  'S1.1 three letters are registered with the keyboard alone; the form keeps what a pile has in common',
  async () => {
    await clerk.goto('/registry')
    await clerk.getByText('这一年还没有登记').waitFor()
    await look(clerk, 'registry-empty')
    await press('n')
    await clerk.getByRole('heading', { name: '登记收文' }).waitFor()
    await expect.poll(() => clerk.evaluate(() => document.activeElement?.getAttribute('data-path'))).toBe('counterpart')
    await keys('市农业农村局')
    for (const [at, title] of titles.entries()) {
      if (at === 0) await press('Enter')
      await expect.poll(() => clerk.evaluate(() => document.activeElement?.getAttribute('data-path'))).toBe('title')
      await keys(title)
      await press('Enter')
      await keys(`市农发〔2026〕${at + 1}号`)
      await press('Enter')
      await keys('20261101')
      if (at === 1) await look(clerk, 'registry-form')
      await press('Control+Enter')
      await clerk.getByRole('link', { name: title }).first().waitFor()
    }
    expect(await clerk.locator('[data-path="counterpart"]').inputValue()).toBe('市农业农村局')
    await keys('重复的来文')
    await press('Enter')
    await keys('市农发〔2026〕1号')
    await press('Control+Enter')
    await clerk.getByText(/已经登记过：收2026-0001/).waitFor()
    await look(clerk, 'registry-duplicate')
    await press('Escape')
    expect(troubles).toEqual([])
  },
  90_000,
)

test.skipIf(!chromiumPath)(
  'S1.1 a letter is forwarded; its recipient finds it, handles it, and the clerk sees what was done',
  async () => {
    await clerk.goto('/registry')
    await clerk.getByRole('link', { name: titles[0] }).click()
    await clerk.getByRole('button', { name: '分发' }).click()
    const dialog = clerk.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '找人' }).fill('马小军')
    await dialog.getByRole('checkbox', { name: '马小军' }).check()
    await dialog.getByRole('textbox', { name: '拟办意见' }).fill('请奶厅组自查')
    await dialog.getByRole('textbox', { name: '办理期限' }).fill('20261101')
    await look(clerk, 'registry-forward')
    await dialog.getByRole('button', { name: '分发' }).click()
    await clerk.getByText('逾期 0/1').waitFor()
    const page = await arrive(browser, running, recipient)
    await page.goto('/registry')
    await page.getByRole('row', { name: new RegExp(titles[0]) }).waitFor()
    await look(page, 'registry-tasks')
    await page.getByRole('button', { name: '办理' }).click()
    await page.getByRole('textbox', { name: '办理意见' }).fill('已自查，更换脉动器')
    await page.getByRole('dialog').getByRole('button', { name: '办理' }).click()
    await page.getByText('没有等您办理的').waitFor()
    await clerk.reload()
    await clerk.getByText('已自查，更换脉动器').first().waitFor()
    await look(clerk, 'registry-line')
    await clerk.setViewportSize({ width: 390, height: 844 })
    await look(clerk, 'registry-line-phone')
    await clerk.setViewportSize({ width: 1366, height: 768 })
    expect(troubles).toEqual([])
  },
  90_000,
)

test.skipIf(!chromiumPath)(
  'S1.2 lines become items in one step; what still circulates is refused and says why',
  async () => {
    await clerk.goto('/registry')
    await clerk.getByRole('checkbox', { name: /全选/ }).first().check()
    await look(clerk, 'registry-selected')
    await clerk.getByRole('button', { name: '立件 2 条' }).click()
    await clerk
      .getByRole('cell', { name: /成文日期/ })
      .first()
      .waitFor()
    await look(clerk, 'registry-itemise')
    await clerk.getByRole('dialog').getByRole('button', { name: '立件 2 条' }).click()
    await clerk.getByText('已立件').nth(1).waitFor()
    await look(clerk, 'registry-itemised')
    await clerk.goto('/intake')
    await clerk.getByRole('link', { name: titles[2] }).click()
    await clerk.getByRole('link', { name: '来自登记 收2026-0003' }).waitFor()
    await look(clerk, 'registry-item')
    expect(troubles).toEqual([])
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'S1.1 the register prints and goes to Excel as it is listed, and a handling sheet prints for a line',
  async () => {
    const fetched = async (name: string) => {
      const href = await clerk.getByRole('link', { name, exact: true }).getAttribute('href')
      const response = await clerk.request.get(href ?? '')
      return { status: response.status(), body: await response.body() }
    }
    await clerk.goto('/registry')
    await clerk.getByRole('link', { name: titles[0] }).waitFor()
    const register = await fetched('打印')
    expect([register.status, register.body.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    const [sheet] = await readWorkbook((await fetched('导出 Excel')).body)
    expect(JSON.stringify(sheet?.rows)).toContain(titles[1])
    await clerk.getByRole('link', { name: titles[0] }).click()
    const handling = await fetched('打印处理单')
    expect([handling.status, handling.body.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    await clerk.goto('/')
    await clerk.getByText('传阅中 1').waitFor()
    await look(clerk, 'registry-workbench')
    expect(troubles).toEqual([])
  },
  60_000,
)
