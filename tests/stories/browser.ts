import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** Where the pictures of a run are kept. */
export const shots = join(import.meta.dirname, '../../.cache/screenshots')

/** Sizes of the screens our people sit in front of. */
export const screens = {
  office: { width: 1366, height: 768 },
  large: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const

/** Path of the browser that `npm test` found or installed; stories are skipped without one, saying so. */
export const chromiumPath = process.env['LANTAI_CHROMIUM']
if (!chromiumPath)
  console.log('skipped: no Chromium; run `npm test`, which finds or installs it, or set LANTAI_CHROMIUM')

/** A real browser with nothing of its own that calls home. */
export async function openBrowser(alsoWith: readonly string[] = []): Promise<Browser> {
  await mkdir(shots, { recursive: true })
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...alsoWith,
    ],
  })
}

/** A person's own browser window: separate cookies, Chinese unless said otherwise. */
export async function openWindow(
  browser: Browser,
  baseURL: string,
  options: { readonly screen?: keyof typeof screens; readonly locale?: string; readonly dark?: boolean } = {},
): Promise<BrowserContext> {
  const window = await browser.newContext({
    baseURL,
    viewport: screens[options.screen ?? 'office'],
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.dark ? 'dark' : 'light',
    acceptDownloads: true,
  })
  window.setDefaultTimeout(10_000)
  return window
}

/** Looks at a page as a person would judge it: kept as a picture, and nothing that a screen reader or a keyboard would stumble over. */
export async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(shots, `${name}.png`) })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  expect(
    violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(node => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}

/** Notes what goes wrong behind a page: scripts that throw, and everything the content policy had to stop. */
export function watch(page: Page): string[] {
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' && !/status of (401|403|404|409|410|422|429)/.test(message.text()))
      troubles.push(message.text())
  })
  return troubles
}
