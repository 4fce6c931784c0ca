import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, setUp, startRunning } from '../world/running.ts'
import { scanOf } from '../world/scan.ts'
import { chromiumPath, look, openBrowser, watch } from './browser.ts'
import { arrive, hire } from './people.ts'

let running: Running
let browser: Browser
let clerk: Page
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
    clearance: 'core-secret',
  })
  clerk = await arrive(browser, running, worker)
  troubles = watch(clerk)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

const lines = ['关于春季防疫的通知', '确保口蹄疫、布鲁氏菌病得到有效控制，各牧场三月底前完成首次免疫。']

test.skipIf(!chromiumPath)(
  'S5.5 a clerk uploads a scan, and once it is recognised a word in it is found and shown where it stands',
  async () => {
    await clerk.goto('/preservation')
    await clerk.getByRole('heading', { name: '没有在等的' }).waitFor()
    await look(clerk, 'recognition-empty')

    await clerk.goto('/intake?register=1')
    const chooser = clerk.waitForEvent('filechooser')
    await clerk.getByRole('button', { name: '选文件' }).click()
    await (await chooser).setFiles({ name: '扫描件.png', mimeType: 'image/png', buffer: await scanOf(lines) })
    const title = clerk.getByRole('textbox', { name: '题名', exact: true })
    await title.fill('春季来文一份')
    await clerk.keyboard.press('Control+Enter')
    await expect.poll(() => title.inputValue(), { timeout: 15_000 }).toBe('')

    await clerk.goto('/preservation?show=done')
    await expect
      .poll(
        async () => {
          await clerk.reload()
          await clerk.waitForLoadState('networkidle')
          return clerk.getByText('文字已识别').count()
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBe(1)
    await look(clerk, 'recognition-done')

    await clerk.goto('/search?q=口蹄疫')
    await clerk.getByText('春季来文一份').click()
    await clerk.waitForURL('**/items/**')
    const mark = clerk.locator('.page-marks i[data-current]')
    await mark.waitFor()
    await clerk.getByText('1/1').waitFor()
    await look(clerk, 'recognition-hit')
    const [page, box] = [await clerk.locator('.image-sheet').boundingBox(), await mark.boundingBox()]
    // The word stands in the first line of the paragraph below the title.
    const top = ((box?.y ?? 0) - (page?.y ?? 0)) / (page?.height ?? 1)
    expect(top).toBeGreaterThan(0.2)
    expect(top).toBeLessThan(0.4)

    await clerk.getByRole('searchbox', { name: '在扫描页里找' }).fill('免疫')
    await clerk.keyboard.press('Enter')
    await expect.poll(() => clerk.locator('.page-marks i').count()).toBe(1)
    await clerk.getByRole('searchbox', { name: '在扫描页里找' }).fill('没有的词')
    await clerk.keyboard.press('Enter')
    await clerk.getByText('没有', { exact: true }).waitFor()
    expect(troubles).toEqual([])
  },
  180_000,
)
