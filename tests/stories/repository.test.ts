import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markOf } from '../../domain/shared/mark.ts'
import { type Browserlike, type Running, setUp, startRunning } from '../world/running.ts'
import { chromiumPath, look, openBrowser, screens, watch } from './browser.ts'
import { filmCode } from './camera-film.ts'
import { arrive, hire } from './people.ts'

let running: Running
let browser: Browser
let clerk: Page
let troubles: string[]
let marks: readonly string[]

beforeAll(async () => {
  if (!chromiumPath) return
  running = await startRunning()
  const administrator = await setUp(running)
  marks = (await boxesOnTheTable(administrator)).map(markOf)
  const film = join(running.folder, 'camera.y4m')
  await filmCode(film, marks[2] ?? '')
  browser = await openBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ])
  const role = { role: 'archivist', clearance: 'internal' }
  clerk = await arrive(browser, running, await hire(administrator, { name: '张敏', login: 'zhangmin', ...role }))
  troubles = watch(clerk)
})
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

/** Three boxes of one class, waiting to be shelved. */
async function boxesOnTheTable(administrator: Browserlike): Promise<string[]> {
  const [fonds] = (await administrator.ask('fonds.list')).body['fonds'] as { id: string }[]
  const [unit] = (await administrator.ask('unit.list')).body['units'] as { id: string }[]
  const document = { kind: 'document', year: 2026, title: '春季防疫通知', retention: 'D30', pages: 2 }
  await administrator.tell('item.register', { fondsId: fonds?.id, unitId: unit?.id, ...document })
  const tree = (await administrator.ask('series.tree', { fondsId: fonds?.id ?? '' })).body['series'] as { id: string }[]
  const boxes: string[] = []
  for (let at = 0; at < 3; at++) {
    const { body } = await administrator.tell('box.create', { seriesId: tree[0]?.id, thicknessMm: 30 })
    boxes.push(String(body['boxId']))
  }
  return boxes
}

const scan = async (label: string | RegExp, text: string) => {
  await clerk.getByLabel(label).fill(text)
  await clerk.keyboard.press('Enter')
}
const status = (text: string | RegExp) => clerk.getByRole('status').filter({ hasText: text }).first().waitFor()

test.skipIf(!chromiumPath)(
  'S1.4 a clerk builds the room in one dialog and sees its plan',
  async () => {
    await clerk.goto('/repository')
    await clerk.getByText('还没有库房').waitFor()
    await look(clerk, 'repository-empty')
    await clerk.getByRole('button', { name: '建库房' }).first().click()
    await clerk.getByLabel('库房代号').fill('1')
    await clerk.getByLabel('名称').fill('综合档案库')
    await clerk.getByLabel('列数').fill('2')
    await clerk.getByText('共 60 格').waitFor()
    await look(clerk, 'repository-build')
    await clerk.keyboard.press('Control+Enter')
    await clerk.getByRole('button', { name: /^1-02-05-06 已用 0/ }).waitFor()
    await look(clerk, 'repository-plan')
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'S14.1 a box is scanned, the system tells the place, Enter puts it there; then place and boxes',
  async () => {
    const [first = '', second = '', third = ''] = marks
    await scan('扫库位或盒', first)
    await status('1-01-01-01-01')
    await clerk.keyboard.press('Enter')
    await status(/已放到 1-01-01-01-01/)
    await scan('扫库位或盒', '1-01-01-02-01')
    await status('放进')
    await scan('扫库位或盒', second)
    await status(/-002 已放到 1-01-01-02-01/)
    await scan('扫库位或盒', third)
    await status(/-003 已放到 1-01-01-02-01/)
    await clerk.getByRole('button', { name: '撤回' }).click()
    await status(/已撤回/)
    await scan('扫库位或盒', third)
    await status(/-003 已放到 1-01-01-02-01/)
    await scan('扫库位或盒', 'B00000000000000000000000000')
    await status(/没有找到/)
    await look(clerk, 'repository-scanned')
    await clerk.getByRole('checkbox', { name: '用表格看' }).check()
    await look(clerk, 'repository-table')
    await clerk.getByRole('checkbox', { name: '用表格看' }).uncheck()
    expect(troubles).toEqual([])
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'S1.4 on a phone the stock-take reads codes by camera and by hand, explains what lacks, and closes',
  async () => {
    const [first = '', second = ''] = marks
    await clerk.setViewportSize(screens.phone)
    await clerk.goto('/repository/stocktakes')
    await clerk.getByRole('button', { name: '开始盘点' }).first().click()
    await clerk.getByRole('button', { name: '开始', exact: true }).click()
    await clerk.waitForURL(/stocktakes\/take_/)
    await scan('先扫库位', '1-01-01-02-01')
    await clerk.getByRole('button', { name: '用摄像头扫' }).click()
    await status(/✓ .*-003 相符/)
    await look(clerk, 'stocktake-camera')
    await clerk.getByRole('button', { name: '关掉摄像头' }).click()
    await scan('扫 1-01-01-02-01 里的盒', second)
    await status(/-002 相符/)
    await scan('扫 1-01-01-02-01 里的盒', first)
    await status(/-001 错位，应在 1-01-01-01-01/)
    await look(clerk, 'stocktake-phone')
    await clerk.setViewportSize(screens.office)
    await clerk.getByRole('row').filter({ hasText: '错位' }).getByRole('checkbox').check()
    await clerk.getByRole('button', { name: '说明差异' }).click()
    await clerk.getByLabel('原因').fill('已放回原位')
    await clerk.keyboard.press('Control+Enter')
    await clerk.getByRole('cell', { name: '已放回原位' }).waitFor()
    await look(clerk, 'stocktake-office')
    const report = await clerk.getByRole('link', { name: '盘点报告' }).getAttribute('href')
    expect((await clerk.request.get(report ?? '')).headers()['content-type']).toContain('application/pdf')
    await clerk.getByRole('button', { name: '结束盘点' }).click()
    await clerk
      .getByRole('dialog')
      .getByRole('button', { name: /结束盘点/ })
      .click()
    await clerk.getByText('已结束').waitFor()
    expect(troubles).toEqual([])
  },
  90_000,
)

test.skipIf(!chromiumPath)(
  'S1.4 on a phone the climate is noted; out of the limits it asks what was done',
  async () => {
    await clerk.setViewportSize(screens.phone)
    await clerk.goto('/repository/climate')
    await clerk.getByLabel('温度（℃）').fill('21.5')
    await clerk.getByLabel('湿度（%）').fill('63')
    await status('湿度偏高')
    await clerk.getByLabel('处理措施').fill('开除湿机')
    await look(clerk, 'climate-phone')
    await clerk.keyboard.press('Control+Enter')
    await clerk.getByText('21.5 ℃ 63.0 %').waitFor()
    await clerk.setViewportSize(screens.office)
    await clerk.getByRole('cell', { name: '开除湿机' }).waitFor()
    await look(clerk, 'climate-office')
    expect(troubles).toEqual([])
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'S1.4 the register of what came in has written itself, and a visitor is noted in and out',
  async () => {
    await clerk.goto('/repository/registers')
    await expect.poll(() => clerk.getByRole('row').filter({ hasText: '1-01-01' }).count()).toBeGreaterThanOrEqual(3)
    await look(clerk, 'register-in')
    await clerk.getByRole('link', { name: '进库人员' }).click()
    await clerk.getByRole('button', { name: '进库登记' }).click()
    await clerk.getByLabel('姓名').fill('赵工')
    await clerk.getByLabel('事由').fill('检修空调')
    await clerk.keyboard.press('Control+Enter')
    await clerk.getByRole('button', { name: '赵工 离库' }).click()
    await clerk.getByRole('button', { name: '赵工 离库' }).waitFor({ state: 'detached' })
    await look(clerk, 'register-visitors')
    expect(troubles).toEqual([])
  },
  60_000,
)
