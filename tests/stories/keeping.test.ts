import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, setUp, startRunning } from '../world/running.ts'
import { chromiumPath, look, openBrowser, watch } from './browser.ts'
import { arrive, hire } from './people.ts'

let running: Running
let browser: Browser
let archivist: Page
let troubles: string[]

beforeAll(async () => {
  if (!chromiumPath) return
  running = await startRunning()
  browser = await openBrowser()
  const administrator = await setUp(running)
  const places = (await administrator.ask('fonds.list')).body['fonds'] as { id: string }[]
  const units = (await administrator.ask('unit.list')).body['units'] as { id: string }[]
  const { body } = await administrator.tell('item.register', {
    ...{ fondsId: places[0]?.id, unitId: units[0]?.id, kind: 'document', year: 2026, retention: 'D30' },
    ...{ title: '关于春季防疫的通知', documentNo: '牧发〔2026〕3号', creator: '办公室', date: '2026-03-01', pages: 4 },
    secrecy: 'internal',
  })
  const ids = [body['itemId']]
  await administrator.tell('item.number', { ids })
  await administrator.tell('item.file', { ids })
  const worker = await hire(administrator, {
    name: '张敏',
    login: 'zhangmin',
    role: 'archivist',
    clearance: 'core-secret',
  })
  archivist = await arrive(browser, running, worker)
  troubles = watch(archivist)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

const descriptions = async () => {
  const names = await readdir(join(running.folder, 'store'), { recursive: true })
  return names.filter(name => name.endsWith('content/description.json'))
}

test.skipIf(!chromiumPath)(
  'S5.5 an archivist has the store read, sees it sound, and finds what was damaged afterwards on the workbench',
  async () => {
    await expect.poll(async () => (await descriptions()).length, { timeout: 20_000 }).toBe(1)
    await archivist.goto('/preservation/fixity')
    await archivist.getByText('还没有检查过').waitFor()
    await look(archivist, 'fixity-empty')
    await archivist.getByRole('button', { name: '现在检查' }).click()
    await archivist.getByText('全部相符').waitFor({ timeout: 30_000 })

    for (const name of await descriptions()) await writeFile(join(running.folder, 'store', name), '{}')
    await archivist.getByRole('button', { name: '全部重读' }).click()
    await archivist.getByText('损坏 1 个').waitFor({ timeout: 30_000 })
    await look(archivist, 'fixity-damaged')
    await archivist.goto('/')
    await archivist.getByText('存储有损坏').waitFor()
    await archivist.getByText('文件与写入时不一样').waitFor()
    await look(archivist, 'fixity-workbench')
    expect(troubles).toEqual([])
  },
  90_000,
)

test.skipIf(!chromiumPath)(
  'S5.5 an archivist registers a disc, sees that it is due, and enters its check',
  async () => {
    await archivist.goto('/preservation/media')
    await archivist.getByText('没有到期的').waitFor()
    await look(archivist, 'media-empty')
    await archivist.getByRole('button', { name: '登记载体' }).first().click()
    await archivist.getByRole('textbox', { name: '容量' }).fill('25 GB')
    await archivist.getByRole('textbox', { name: '内容' }).fill('2020 年文书档案备份')
    await archivist.getByLabel('制作日期').fill('2020-06-01')
    await look(archivist, 'media-register')
    await archivist.getByRole('button', { name: '登记', exact: true }).click()
    await archivist.getByText('2024-06-01 前检查').waitFor()
    await look(archivist, 'media-due')

    await archivist.getByRole('button', { name: '检查 A001-0001' }).click()
    await look(archivist, 'media-check')
    await archivist.getByRole('button', { name: '登记结果' }).click()
    await archivist.getByText('没有到期的').waitFor()
    await archivist.getByRole('link', { name: '全部' }).click()
    await archivist.getByText('2020 年文书档案备份').waitFor()
    await look(archivist, 'media-all')
    expect(troubles).toEqual([])
  },
  60_000,
)
