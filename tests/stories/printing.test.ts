import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Laid, lay } from '../../server/forms/arranged.fixture.ts'
import { readPrinted, textOf } from '../../server/print/pdf.fixture.ts'
import { readWorkbook } from '../../server/spreadsheet/spreadsheet.ts'
import { type Running, setUp, startRunning } from '../world/running.ts'
import { chromiumPath, look, openBrowser, watch } from './browser.ts'
import { arrive, hire } from './people.ts'

let running: Running
let browser: Browser
let clerk: Page
let laid: Laid
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
  const [fonds] = (await administrator.ask('fonds.list')).body['fonds'] as { id: string }[]
  const units = (await administrator.ask('unit.list')).body['units'] as { id: string; code: string }[]
  const place = { fondsId: fonds!.id, unitId: units.find(({ code }) => code === 'DAS')!.id }
  const ids: string[] = []
  for (let at = 1; at <= 20; at += 1) {
    const { body } = await administrator.tell('item.register', {
      ...place,
      kind: 'document',
      year: 2026,
      title: `关于做好第${at}牧场奶牛春季防疫、检疫和布鲁氏菌病净化工作的通知`,
      documentNo: `青牧发〔2026〕${at}号`,
      creator: '青原奶牛场',
      date: '2026-03-01',
      pages: 4,
      retention: 'D30',
    })
    ids.push(String(body['itemId']))
  }
  await administrator.tell('item.number', { ids })
  const { db } = running.server.runtime
  const { id: by } = await db
    .selectFrom('person')
    .select('id')
    .where('login', '=', 'zhangmin')
    .executeTakeFirstOrThrow()
  laid = await lay(db, { ids, bound: 17, by, at: new Date() })
  clerk = await arrive(browser, running, worker)
  troubles = watch(clerk)
})
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

const preview = () => clerk.locator('iframe[title]')
/** The address names all that was chosen, so that a reload shows the same. */
async function seen(name: string): Promise<void> {
  await clerk.reload()
  await preview().waitFor()
  await look(clerk, name)
}
const wordsOf = async (path: string) =>
  (await readPrinted(await readFile(path))).pages.map(page => textOf(page).replaceAll(' ', '')).join('\n')

test.skipIf(!chromiumPath)(
  'S1.3 a clerk prints the contents list of a volume and finds it among the prints',
  async () => {
    await clerk.getByRole('link', { name: '打印中心' }).click()
    await clerk.getByText('还没有选打印对象').waitFor()
    await look(clerk, 'print-empty')
    await clerk.getByLabel('表单', { exact: true }).selectOption({ label: '卷内文件目录' })
    await clerk.getByLabel('类别', { exact: true }).selectOption({ index: 1 })
    await preview().waitFor()
    await clerk.getByRole('checkbox', { name: /A001-WS·2026-D30-001/ }).check()
    await clerk.locator('iframe[title="卷内文件目录"]').waitFor()
    await seen('print-contents')
    await clerk.getByRole('button', { name: '打印', exact: true }).click()
    await clerk.getByText('已登记，可以送打印机。').waitFor()
    await clerk.locator('iframe[title="打印结果"]').waitFor()
    const saving = clerk.waitForEvent('download')
    await clerk.getByRole('link', { name: '下载 PDF' }).click()
    const words = await wordsOf(await (await saving).path())
    expect(words).toContain('档号：A001-WS·2026-D30-001')
    expect(words).not.toContain('预览')
    await seen('print-made')
  },
)

test.skipIf(!chromiumPath)(
  'S5.6 labels begin at the first one left on the sheet; the spine is as wide as chosen',
  async () => {
    await clerk.goto(`/print?form=box-label&series=${laid.seriesId}`)
    await clerk.getByLabel('从第几枚开始').fill('5')
    await expect.poll(() => clerk.url()).toContain('start=5')
    await preview().waitFor()
    await seen('print-labels')
    await clerk.getByLabel('表单', { exact: true }).selectOption({ label: '盒脊' })
    await clerk.getByLabel('脊宽').selectOption('50')
    await clerk.locator('iframe[title="盒脊"]').waitFor()
    await seen('print-spine')
  },
)

test.skipIf(!chromiumPath)('a list is saved as a workbook, and what cannot be printed says why', async () => {
  await clerk.goto(`/print?form=volume-catalogue&series=${laid.seriesId}`)
  const saving = clerk.waitForEvent('download')
  await clerk.getByRole('button', { name: '导出 Excel' }).click()
  const [sheet] = await readWorkbook(await readFile(await (await saving).path()))
  expect(sheet?.rows).toHaveLength(2)
  await running.server.runtime.db
    .updateTable('item')
    .set({ secrecy: 30 })
    .where('id', 'in', [...laid.looseIds])
    .execute()
  await running.server.runtime.db.updateTable('person').set({ clearance: 10 }).where('login', '=', 'zhangmin').execute()
  await clerk.goto(`/print?form=box-spine&series=${laid.seriesId}`)
  await clerk.getByText('里有您无权查看的文件，印出来会不全').first().waitFor()
  await look(clerk, 'print-refused')
  expect(troubles.filter(trouble => !trouble.includes('403'))).toEqual([])
})
