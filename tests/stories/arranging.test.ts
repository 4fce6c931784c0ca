import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browserlike, type Running, setUp, startRunning } from '../world/running.ts'
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
  await registerPapers(administrator)
  clerk = await arrive(browser, running, worker)
  troubles = watch(clerk)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

/** A year's vouchers, to be bound, and notices, to be boxed. */
async function registerPapers(administrator: Browserlike) {
  const { body: fonds } = await administrator.ask('fonds.list')
  const { body: units } = await administrator.ask('unit.list')
  const fondsId = (fonds['fonds'] as { id: string }[])[0]!.id
  const unitId = (units['units'] as { id: string; code: string }[]).find(({ code }) => code === 'DAS')!.id
  const common = { fondsId, unitId, year: 2026, retention: 'D30', secrecy: 'internal', creator: '财务部' }
  for (let month = 1; month <= 6; month++) {
    const date = `2026-0${month}-28`
    const paper = { ...common, date, title: `2026年${month}月记账凭证`, pages: 20 + month }
    const answers = [
      await administrator.tell('item.register', { ...paper, kind: 'accounting', fields: { recordSort: 'voucher' } }),
      await administrator.tell('item.register', { ...paper, kind: 'document', title: `关于${month}月生产安排的通知` }),
    ]
    for (const { status, body } of answers) expect(status, JSON.stringify(body)).toBe(200)
  }
}

const choose = async (kind: string) => {
  await clerk.goto('/arrange')
  const choice = clerk.getByRole('combobox', { name: '整理哪一类' })
  const option = choice.locator('option', { hasText: kind })
  await option.first().waitFor({ state: 'attached' })
  await choice.selectOption(String(await option.first().getAttribute('value')))
}
const row = (title: string) => clerk.locator('.arrange-left tr[data-id]', { hasText: title })
const members = () => clerk.locator('.arrange-members > li')

test.skipIf(!chromiumPath)(
  'S1.3 a clerk binds vouchers into two volumes from the keyboard, orders them, numbers and files them',
  async () => {
    await clerk.goto('/arrange')
    await look(clerk, 'arrange-empty')
    await choose('会计档案')
    await row('1月').waitFor()
    await clerk.getByRole('button', { name: /^整理方案/ }).click()
    await clerk.getByRole('dialog').waitFor()
    await look(clerk, 'arrange-plan')
    await clerk.getByRole('button', { name: '关闭' }).click()
    await clerk.getByRole('button', { name: '组卷建议' }).click()
    await clerk
      .getByText(/同一会计资料类别/)
      .first()
      .waitFor()
    await look(clerk, 'arrange-proposal')
    await clerk.getByRole('button', { name: /^照此立卷/ }).click()
    await clerk.getByRole('button', { name: '撤销' }).click()
    await row('1月').waitFor()
    await row('1月').focus()
    for (let at = 0; at < 3; at++) {
      await clerk.keyboard.press('Space')
      await clerk.keyboard.press('ArrowDown')
    }
    await clerk.keyboard.press('n')
    await expect.poll(() => members().count()).toBe(3)
    await row('5月').focus()
    await clerk.keyboard.press('Space')
    await clerk.keyboard.press('ArrowDown')
    await clerk.keyboard.press('Space')
    await clerk.keyboard.press('n')
    await expect.poll(() => members().count()).toBe(2)
    await row('4月').focus()
    await clerk.keyboard.press('Space')
    await clerk.keyboard.press('2')
    await expect.poll(() => members().count()).toBe(3)
    await look(clerk, 'arrange-volumes')
    await members().last().focus()
    await clerk.keyboard.press('Alt+ArrowUp')
    await clerk.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => members().first().textContent()).toContain('4月')
    await clerk.getByRole('button', { name: /^编案卷号/ }).click()
    await clerk
      .getByText(/-0002$/)
      .first()
      .waitFor()
    await clerk.getByRole('button', { name: /^归档/ }).click()
    await look(clerk, 'arrange-file-confirm')
    await clerk.getByRole('dialog').getByRole('button', { name: /^归档/ }).click()
    await expect.poll(() => clerk.locator('.arrange-volumes').getByText('已归档').count()).toBe(2)
    await clerk.getByRole('button', { name: '新增一盒并装盒' }).click()
    await clerk.getByRole('link', { name: '第 1 盒' }).waitFor()
    await look(clerk, 'arrange-filed')
    await clerk.getByRole('link', { name: '详情' }).first().click()
    await clerk.getByRole('heading', { name: /记账凭证/ }).waitFor()
    await look(clerk, 'volume')
    expect(troubles).toEqual([])
  },
  120_000,
)

test.skipIf(!chromiumPath)(
  'S5.6 numbered notices go into a box by code, and the box page says what lies in it',
  async () => {
    await choose('文书档案')
    await row('1月').waitFor()
    await row('1月').getByRole('link').click()
    await clerk.getByRole('button', { name: '与另一件相连' }).click()
    await clerk.getByRole('textbox', { name: '另一件' }).fill('2月生产安排')
    await clerk.getByRole('radio', { name: /2月生产安排/ }).check()
    await look(clerk, 'tie')
    await clerk.getByRole('button', { name: '连在一起' }).click()
    await clerk.getByRole('region', { name: '不可分的文件' }).getByText('附件', { exact: true }).waitFor()
    await look(clerk, 'item-tied')
    await choose('文书档案')
    await row('1月').waitFor()
    await row('1月').focus()
    await clerk.keyboard.press('Control+a')
    await clerk.getByRole('button', { name: '四性检测' }).click()
    await clerk.getByText('自动检测的各项没有不通过的。').waitFor({ timeout: 30_000 })
    await look(clerk, 'check-report')
    await choose('文书档案')
    await row('1月').focus()
    await clerk.keyboard.press('Control+a')
    await clerk.getByRole('button', { name: /^编号/ }).click()
    await clerk
      .getByText(/-0006$/)
      .first()
      .waitFor()
    await clerk.getByRole('button', { name: '新增一盒并装盒' }).click()
    await clerk.getByRole('link', { name: '第 1 盒' }).click()
    await expect.poll(() => clerk.locator('.lying-table tbody tr').count()).toBe(6)
    await clerk.getByRole('button', { name: '盒内备考' }).click()
    await clerk.getByRole('textbox', { name: '盒内文件情况说明' }).fill('齐全')
    await clerk.keyboard.press('Control+Enter')
    await clerk.getByText('齐全').waitFor()
    await look(clerk, 'box')
    await clerk.setViewportSize({ width: 390, height: 844 })
    await look(clerk, 'box-phone')
    expect(troubles).toEqual([])
  },
  120_000,
)
