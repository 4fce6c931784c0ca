import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDocx, makePdf, makeTxtGbk } from '../../server/sample/files.ts'
import { readWorkbook } from '../../server/spreadsheet/spreadsheet.ts'
import { type Running, setUp, startRunning } from '../world/running.ts'
import { chromiumPath, look, openBrowser, watch } from './browser.ts'
import { arrive, hire, type Worker } from './people.ts'

let running: Running
let browser: Browser
let clerk: Page
let lowClerk: Worker
let auditor: Worker
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
  lowClerk = await hire(administrator, { name: '李平', login: 'liping', role: 'archivist', clearance: 'internal' })
  auditor = await hire(administrator, { name: '何静', login: 'hejing', role: 'auditor', clearance: 'public' })
  clerk = await arrive(browser, running, worker)
  troubles = watch(clerk)
})
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

const documents = [
  {
    title: '关于做好春季奶牛防疫工作的通知',
    number: '青牧发〔2026〕1号',
    file: '通知.pdf',
    mime: 'application/pdf',
    bytes: () => makePdf({ title: '关于做好春季奶牛防疫工作的通知', paragraphs: ['布鲁氏菌病净化工作由兽医组负责。'] }),
  },
  {
    title: '2026年青贮收贮方案',
    number: '青牧发〔2026〕2号',
    file: '方案.docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: () => makeDocx({ title: '青贮收贮方案', paragraphs: ['全株玉米留茬高度二十厘米。'] }),
  },
  {
    title: '第一季度场务会议纪要',
    number: '',
    file: '纪要.txt',
    mime: 'text/plain',
    bytes: () => makeTxtGbk('会议议定更换挤奶机脉动器。'),
  },
  {
    title: '关于申请购置饲料搅拌车的请示',
    number: '青牧请〔2026〕3号',
    file: '请示.pdf',
    mime: 'application/pdf',
    bytes: () => makePdf({ title: '请示', paragraphs: ['现有搅拌车已使用十二年。'] }),
  },
  {
    title: '核心饲料配方说明',
    number: '',
    file: '配方.txt',
    mime: 'text/plain',
    bytes: () => makeTxtGbk('精料补充料配方保密。'),
  },
] as const

const field = (name: string) =>
  clerk
    .getByRole('textbox', { name, exact: true })
    .or(clerk.getByRole('spinbutton', { name, exact: true }))
    .or(clerk.getByRole('combobox', { name, exact: true }))

/** The register's form takes one document with its file; the last key stroke saves it and readies the next. */
async function register(
  { title, number, file, mime, bytes }: (typeof documents)[number],
  secrecy?: string,
): Promise<void> {
  const chooser = clerk.waitForEvent('filechooser')
  await clerk.getByRole('button', { name: '选文件' }).click()
  await (await chooser).setFiles({ name: file, mimeType: mime, buffer: Buffer.from(bytes()) })
  await field('题名').fill(title)
  await field('文号').fill(number)
  await field('责任者').fill('办公室')
  await field('日期').fill('2026-03-02')
  await field('页数').fill('2')
  if (secrecy) await clerk.getByRole('combobox', { name: '密级', exact: true }).selectOption({ label: secrecy })
  await clerk.keyboard.press('Control+Enter')
  await clerk
    .getByRole('link', { name: title })
    .or(clerk.getByText(title, { exact: true }))
    .first()
    .waitFor()
  await expect.poll(() => field('题名').inputValue(), { timeout: 15_000 }).toBe('')
}

test.skipIf(!chromiumPath)(
  'S1.2 a clerk registers five documents with their files one after the other',
  async () => {
    await clerk.goto('/intake?register=1')
    await clerk.getByRole('heading', { name: '登记' }).waitFor()
    await look(clerk, 'intake-empty')
    for (const [at, document] of documents.entries()) await register(document, at === 4 ? '核心商密' : undefined)
    await clerk.goto('/intake')
    await expect.poll(() => clerk.getByRole('row').count()).toBeGreaterThanOrEqual(6)
    await look(clerk, 'intake-drafts')
    expect(troubles).toEqual([])
  },
  120_000,
)

test.skipIf(!chromiumPath)(
  'S1.5 the clerk numbers them and files them for good, all at once',
  async () => {
    await clerk
      .getByRole('checkbox', { name: /全选|全部/ })
      .first()
      .check()
    await clerk.getByRole('button', { name: /^编号/ }).first().click()
    await clerk.getByText('A001-WS·2026-D30-DAS-0005').first().waitFor()
    await look(clerk, 'intake-numbered')
    await clerk.goto('/intake?show=numbered')
    await clerk.getByText('A001-WS·2026-D30-DAS-0005').first().waitFor()
    await clerk
      .getByRole('checkbox', { name: /全选|全部/ })
      .first()
      .check()
    await clerk.getByRole('button', { name: /^归档/ }).first().click()
    await clerk.getByRole('dialog').waitFor()
    await look(clerk, 'intake-file-confirm')
    await clerk.getByRole('dialog').getByRole('button', { name: /归档/ }).click()
    await clerk
      .getByText(/已归档/)
      .first()
      .waitFor()
    await look(clerk, 'intake-filed')
    expect(troubles).toEqual([])
  },
  60_000,
)

async function search(page: Page, text: string): Promise<void> {
  await page.goto(`/search?q=${encodeURIComponent(text)}`)
  await page.waitForLoadState('networkidle')
}

test.skipIf(!chromiumPath)(
  'S1.2 any of them is found by two characters, by pinyin, and by a word inside a PDF',
  async () => {
    for (const [text, title] of [
      ['防疫', documents[0].title],
      ['czccwhyjy', ''],
      ['qzsz', documents[1].title],
      ['布鲁氏菌', documents[0].title],
      ['脉动器', documents[2].title],
      ['留茬', documents[1].title],
      ['2026〕3号', documents[3].title],
    ] as const) {
      await expect
        .poll(
          async () => {
            await search(clerk, text)
            return clerk
              .getByText(title || '没有找到')
              .first()
              .isVisible()
          },
          { timeout: 20_000, interval: 500, message: text },
        )
        .toBe(true)
    }
    await search(clerk, '布鲁氏菌')
    await look(clerk, 'search-inside-pdf')
    await clerk.getByRole('link', { name: documents[0].title }).first().click()
    await clerk.waitForURL('**/items/*')
    await clerk.getByText('入存储库').first().waitFor()
    await clerk.waitForTimeout(1500)
    await look(clerk, 'item-with-pdf')
    expect(troubles).toEqual([])
  },
  90_000,
)

test.skipIf(!chromiumPath)(
  'S1.2 the catalogue prints what was entered, as PDF and as Excel',
  async () => {
    await clerk.goto('/catalogue')
    const download = clerk.waitForEvent('download')
    await clerk.getByText('下载 Excel').click()
    const rows = (await readWorkbook(await readFile((await (await download).path()) ?? '')))[0]?.rows ?? []
    expect(JSON.stringify(rows)).toContain('关于申请购置饲料搅拌车的请示')
    const pdf = clerk.waitForEvent('download')
    await clerk.getByText('下载 PDF').click()
    expect((await readFile((await (await pdf).path()) ?? '')).subarray(0, 5).toString()).toBe('%PDF-')
    await look(clerk, 'catalogue')
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'S17.4 a clerk who is not cleared finds no trace of the secret one: not in lists, counts, search or by its address',
  async () => {
    await search(clerk, '核心饲料配方')
    await clerk.getByRole('link', { name: documents[4].title }).first().click()
    await clerk.waitForURL('**/items/*')
    const secret = clerk.url()
    const page = await arrive(browser, running, lowClerk)
    await page.goto('/browse')
    await page.getByText(documents[0].title).first().waitFor()
    expect(await page.getByText(documents[4].title).count()).toBe(0)
    await look(page, 'browse-not-cleared')
    expect(await page.getByText('共 4 件').count()).toBe(1)
    for (const text of ['核心饲料配方', 'hxslpf', '精料补充料']) {
      await search(page, text)
      await page.getByText('没有找到').first().waitFor()
    }
    await page.goto(secret)
    await page
      .getByText(/没有这件档案/)
      .first()
      .waitFor()
    await look(page, 'item-not-cleared')
  },
  90_000,
)

test.skipIf(!chromiumPath)(
  'S17.4 the auditor reads the trail, checks it, and can change nothing',
  async () => {
    const page = await arrive(browser, running, auditor)
    await page.goto('/audit')
    await page
      .getByRole('row', { name: /张敏.*归档/ })
      .first()
      .waitFor()
    await look(page, 'audit')
    expect(await page.getByText(documents[4].title).count()).toBe(0)
    await page.getByRole('button', { name: '核验审计链' }).click()
    await page.getByText(/完好/).first().waitFor()
    await look(page, 'audit-checked')
    for (const path of ['/api/item.list', '/api/item.search?text=防疫']) {
      const status = await page.evaluate(async address => (await fetch(address)).status, path)
      expect(status).toBe(403)
    }
    expect(await page.getByRole('link', { name: /整理归档|检索|目录打印/ }).count()).toBe(0)
  },
  60_000,
)
