import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSetupToken } from '../../server/setup/first-run.ts'
import { administrator, type Running, startRunning } from '../world/running.ts'
import { chromiumPath, look, openBrowser, openWindow, watch } from './browser.ts'

let running: Running
let browser: Browser

beforeAll(async () => {
  if (!chromiumPath) return
  running = await startRunning()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

test.skipIf(!chromiumPath)(
  'S17.4 the first administrator sets the firm up by the one-time link, signs in, and the link is dead',
  async () => {
    const token = await newSetupToken(running.server.runtime)
    const window = await openWindow(browser, running.base)
    const page = await window.newPage()
    const troubles = watch(page)
    await page.goto('/')
    await page.waitForURL('**/sign-in*')
    await look(page, 'sign-in')

    await page.goto(`/setup?token=${token}`)
    await look(page, 'setup')
    await page.getByLabel('全称').fill('青原奶牛场')
    await page.getByLabel('登录名').fill(administrator.login)
    await page.getByLabel('姓名').fill(administrator.name)
    await page.getByRole('textbox', { name: '口令' }).fill(administrator.password)
    await page.getByLabel('再输一次').fill(administrator.password)
    await look(page, 'setup-filled')
    await page.getByRole('button', { name: '启用' }).click()
    await page
      .getByRole('link', { name: '登录' })
      .or(page.getByRole('button', { name: '登录' }))
      .first()
      .click()

    await page.getByLabel('登录名').fill(administrator.login)
    await page.getByRole('textbox', { name: '口令' }).fill('Wrong-Guess-2026')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await look(page, 'sign-in-wrong')
    await page.getByRole('textbox', { name: '口令' }).fill(administrator.password)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: administrator.name }).waitFor()
    await look(page, 'workbench-administrator')

    const later = await (await openWindow(browser, running.base)).newPage()
    await later.goto(`/setup?token=${token}`)
    await later.getByText('兰台已启用').waitFor()
    expect(troubles).toEqual([])
  },
)
