import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browserlike, type Running, setUp, startRunning } from '../world/running.ts'
import { chromiumPath, look, openBrowser, openWindow, shots, watch } from './browser.ts'
import { type Stop, tour } from './tour.ts'

// With LANTAI_PICTURES=1 the tour goes through both languages and takes the guide's pictures anew.
const taking = process.env['LANTAI_PICTURES'] === '1'
const pictures = join(import.meta.dirname, '../../docs/images')

let running: Running
let browser: Browser
let places: Readonly<Record<string, string>>

beforeAll(async () => {
  if (!chromiumPath) return
  running = await startRunning()
  await setUp(running, 'strict', true)
  browser = await openBrowser()
  const clerk = await signedIn('zhangmin')
  places = { item: await filedWithPdf(clerk), ...(await boxedVolume(clerk)) }
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await running?.[Symbol.asyncDispose]()
})

async function filedWithPdf(clerk: Browserlike): Promise<string> {
  const { items } = (await clerk.ask('item.search', { text: '防疫', limit: '200' })).body as { items: { id: string }[] }
  for (const { id } of items) {
    const { components, item } = (await clerk.ask('item.show', { itemId: id })).body as {
      components: { mime: string }[]
      item: { state: string }
    }
    if (item.state === 'filed' && components.some(({ mime }) => mime === 'application/pdf')) return id
  }
  throw new Error('The sample farm has no filed item with a PDF.')
}

async function boxedVolume(clerk: Browserlike): Promise<{ volume: string; box: string; open: string }> {
  const [fonds] = (await clerk.ask('fonds.list')).body['fonds'] as { id: string }[]
  const { series } = (await clerk.ask('series.tree', { fondsId: fonds?.id ?? '' })).body as {
    series: { id: string; kind: string; filed: number }[]
  }
  const accounts = series.find(({ kind, filed }) => kind === 'accounting' && filed > 0)
  const { volumes } = (await clerk.ask('volume.list', { seriesId: accounts?.id ?? '' })).body as {
    volumes: { id: string; box: { id: string } | null }[]
  }
  const volume = volumes.find(({ box }) => box !== null)
  const open = series.find(({ kind, filed }) => kind === 'accounting' && filed === 0)
  return { volume: volume?.id ?? '', box: volume?.box?.id ?? '', open: open?.id ?? '' }
}

async function signedIn(login: string): Promise<Browserlike> {
  const person = new Browserlike(running.base)
  await person.tell('session.open', { login, password: 'Cao-Chang-2026' })
  return person
}

async function visit(stop: Stop, locale: 'zh-CN' | 'en'): Promise<string[]> {
  const window = await openWindow(browser, running.base, { ...stop, locale })
  const language = locale.slice(0, 2)
  const person = await signedIn(stop.login)
  await person.tell('language.choose', { language })
  await window.addInitScript(`localStorage?.setItem('lantai.language', JSON.stringify('${language}'))`)
  const [name = '', value = ''] = person.cookie.split('=')
  await window.addCookies([{ name, value, url: running.base }])
  const page = await window.newPage()
  const troubles = watch(page)
  await page.goto(stop.path.replace(/\{(\w+)\}/, (_, name: string) => places[name] ?? ''))
  await page.locator('h1').first().waitFor()
  const picture = `${stop.name}.${language}`
  await look(page, picture)
  expect(await page.getByText(/这一页没有打开|没有这一页|page did not open|no such page/).count()).toBe(0)
  if (taking && stop.inGuide)
    await sharp(join(shots, `${picture}.png`))
      .webp({ quality: 82 })
      .toFile(join(pictures, `${picture}.webp`))
  await window.close()
  return troubles
}

test.skipIf(!chromiumPath).each(tour)('the sample farm shows $name to $login', { timeout: 60_000 }, async stop => {
  await mkdir(pictures, { recursive: true })
  for (const locale of taking ? (['en', 'zh-CN'] as const) : (['zh-CN'] as const)) {
    expect(await visit(stop, locale)).toEqual([])
  }
})
