import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, setUp, startRunning } from '../world/running.ts'
import { chromiumPath, look, openBrowser, screens, watch } from './browser.ts'
import { arrive, hire } from './people.ts'

let running: Running
let browser: Browser
let head: Page
let troubles: string[]

beforeAll(async () => {
  if (!chromiumPath) return
  running = await startRunning()
  browser = await openBrowser()
  const administrator = await setUp(running)
  const worker = await hire(administrator, {
    name: '孙立',
    login: 'sunli',
    role: 'archive-head',
    clearance: 'core-secret',
  })
  head = await arrive(browser, running, worker)
  troubles = watch(head)
})
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

const box = (name: string) => head.getByRole('textbox', { name, exact: true })
const press = (name: string) => head.getByRole('button', { name, exact: true }).click()

test.skipIf(!chromiumPath)(
  'S8.1 the head adds a field to the accounts, sees what it touches, and saves it',
  async () => {
    await head.goto('/settings/classification')
    await head.getByRole('link', { name: '会计档案' }).waitFor()
    await look(head, 'kinds')
    await head.getByRole('link', { name: '会计档案' }).click()
    await press('加著录项')
    await box('名称').fill('装订方式')
    await head.getByRole('combobox', { name: '类型' }).selectOption({ label: '单选' })
    await box('增加选项').fill('线装\n胶装')
    await look(head, 'kind-field')
    await head.keyboard.press('Control+Enter')
    await head.getByRole('row', { name: /装订方式.*新增/ }).waitFor()
    await press('保存')
    await head.getByText('新增著录项：装订方式').waitFor()
    await look(head, 'kind-save')
    await head.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await head.getByRole('button', { name: '放弃改动' }).waitFor({ state: 'detached' })
    await head.getByText('门类代码 KU，按卷整理，第 2 版').waitFor()
  },
)

test.skipIf(!chromiumPath)(
  'S1.2 a template shows the code it makes before it is chosen, and says what is wrong',
  async () => {
    await head.goto('/settings/classification?kind=document')
    const choice = head.getByRole('combobox', { name: /青原奶牛场/ })
    await choice.selectOption({ label: 'WS13 文书 按件（DA/T 13-2022）' })
    await head.getByText('A001-WS·2026·D30·BGS-0001').waitFor()
    await press('选定')
    await head.getByText('以后编号如 A001-WS·2026·D30·BGS-0001').waitFor()
    await choice.selectOption({ label: '自己写' })
    await box('模板').fill('{fonds}-{project}-{item:4}')
    await head.getByText('这个门类没有“项目号”').waitFor()
    expect(await head.getByRole('button', { name: '选定' }).count()).toBe(0)
    await look(head, 'kind-template')
  },
)

test.skipIf(!chromiumPath)(
  'S8.1 a kind of one’s own is added, also from a phone, and offered when registering',
  async () => {
    await head.setViewportSize(screens.phone)
    await head.goto('/settings/classification?kind=new')
    await box('名称').fill('免疫档案')
    await box('代码').fill('vaccine')
    await box('门类代码').fill('zy.my')
    await look(head, 'kind-new-phone')
    await press('保存')
    await head.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await head.getByRole('heading', { name: '免疫档案', level: 1 }).waitFor()
    await head.setViewportSize(screens.office)
    await head.goto('/intake?register=1')
    await head.keyboard.press('n')
    await head.getByRole('combobox', { name: '门类', exact: true }).selectOption({ label: '免疫档案' })
    expect(troubles).toEqual([])
  },
)

test.skipIf(!chromiumPath)(
  'S5.4 a table of scope is pasted from a sheet, proposes by the title, and asks for a reason outside of it',
  async () => {
    await head.goto('/settings/classification?tab=scope')
    await press('从表格粘贴')
    await box('粘贴的内容').fill('会议纪要\t\t文书档案\t永久\t原件\t次年6月底前\t10号令\n合影\t\t照片\t很久')
    await head.getByText('第 2 行：没有门类“照片”').waitFor()
    await box('粘贴的内容').fill('会议纪要\t\t文书档案\t永久\t原件\t次年6月底前\t10号令\n合影\t\t照片档案\t30年')
    await look(head, 'scope-paste')
    await press('加 2 行')
    await head.getByRole('row', { name: /合影/ }).waitFor()
    await look(head, 'scope')
    await press('保存')
    await head.getByText('原来 0 行，改成 2 行').waitFor()
    await head.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await head.getByText('归档范围表已保存').waitFor()

    await head.goto('/intake?register=1')
    await head.getByRole('button', { name: /^登记/ }).first().click()
    await box('题名').fill('第一季度场务会议纪要')
    await head.getByText('归档范围“会议纪要”：文书档案，永久').waitFor()
    await head.getByRole('button', { name: '采用', exact: true }).first().click()
    expect(await head.getByRole('combobox', { name: '保管期限', exact: true }).inputValue()).toBe('Y')
    await box('题名').fill('关于放假的通知')
    await box('不在归档范围内，为什么要归档').fill('涉及值班安排')
    await look(head, 'scope-outside')
    expect(troubles).toEqual([])
  },
)

test.skipIf(!chromiumPath)('S13.1 a kind that the fonds does not use is not offered when registering', async () => {
  await head.goto('/settings/classification?kind=research')
  const uses = head.getByRole('checkbox', { name: /青原奶牛场/ })
  await uses.uncheck()
  await head.getByText('青原奶牛场 不再用这个门类，已有的不动').waitFor()
  await look(head, 'kind-of-fonds')
  await head.goto('/intake?register=1')
  const kinds = head.getByRole('combobox', { name: '门类', exact: true }).getByRole('option')
  await kinds.filter({ hasText: '基建档案' }).waitFor({ state: 'attached' })
  const offered = await kinds.allTextContents()
  expect(offered).not.toContain('科研档案')
  expect(offered).not.toContain('重大决议')
  expect(offered).toContain('会计档案')
  expect(troubles).toEqual([])
})
