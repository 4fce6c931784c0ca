import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook, type SheetColumn, writeWorkbook } from '../../server/spreadsheet/spreadsheet.ts'
import { type Running, setUp, startRunning } from '../world/running.ts'
import { chromiumPath, look, openBrowser, watch } from './browser.ts'
import { arrive, hire } from './people.ts'

let running: Running
let browser: Browser
let page: Page
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
  page = await arrive(browser, running, worker)
  troubles = watch(page)
})
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

const rowCount = 1000
const column = (title: string): SheetColumn => ({ key: title, title, width: 14, kind: 'text' })
const columns = ['顺序', '文件名称', '发文字号', '成文日期', '页数', '保管期限', '原件存放'].map(column)

/** Last year's register as an office keeps it: its own heads, dates with dots, terms in words. */
const register = (faultyRow?: number) =>
  writeWorkbook({
    sheets: [
      {
        name: '2025收文',
        columns,
        rows: Array.from({ length: rowCount }, (_, at) => ({
          顺序: at + 1,
          文件名称: `关于第${at + 1}号圈舍防疫消毒情况的报告`,
          发文字号: `青牧发〔2025〕${at + 1}号`,
          成文日期: at === faultyRow ? '25/3/5' : `2025.${(at % 12) + 1}.${(at % 28) + 1}`,
          页数: `${(at % 9) + 1}页`,
          保管期限: ['永久', '30年', '10年'][at % 3]!,
          原件存放: '西柜',
        })),
      },
    ],
  })

const choose = async (bytes: Uint8Array) => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选文件' }).click()
  await (await chooser).setFiles({
    name: '2025年收文登记簿.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  })
  await page.getByRole('heading', { level: 1, name: '2025年收文登记簿.xlsx' }).waitFor()
}

test.skipIf(!chromiumPath)('S1.5 a register with a fault comes back marked, and nothing is registered', async () => {
  await page.goto('/import')
  await look(page, 'import-empty')
  await choose(await register(500))
  await page.getByRole('combobox', { name: /^C 列“发文字号”对应/ }).waitFor()
  expect(await page.getByRole('combobox', { name: /^B 列“文件名称”对应/ }).inputValue()).toBe('title')
  await look(page, 'import-columns')
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await page.getByText('1,000 行中有 1 行要改，共 1 处').waitFor()
  await page.getByText('分不清年月日').waitFor()
  await look(page, 'import-faulty')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载标错表格' }).click()
  const file = await (await download).createReadStream()
  const [sheet] = await readWorkbook(file)
  expect(sheet!.rows[501]!.cells.at(-1)).toContain('分不清年月日')
})

test.skipIf(!chromiumPath)('S1.1 a thousand rows become drafts by a few clicks', async () => {
  await page.goto('/import')
  await choose(await register())
  await page.getByRole('textbox', { name: '对应的名称' }).fill('场部收文')
  await page.getByRole('button', { name: '保存对应' }).click()
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await page.getByText('1,000 行都可以登记').waitFor()
  await look(page, 'import-checked')
  await page.getByRole('button', { name: '导入 1,000 件' }).click()
  await page.getByText('1,000 件已登记').waitFor({ timeout: 30_000 })
  await look(page, 'import-done')
  await page.goto('/import')
  await page.getByRole('listitem').filter({ hasText: '已导入' }).waitFor()
  await look(page, 'import-list')
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, 'import-list-phone')
  await choose(await register())
  await page.getByText('选一个').waitFor({ state: 'attached' })
  await look(page, 'import-columns-phone')
  expect(troubles).toEqual([])
})
