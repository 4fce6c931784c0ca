import type { Browser, Page } from 'playwright-core'
import type { Browserlike, Running } from '../world/running.ts'
import { openWindow } from './browser.ts'

/** Somebody who works here, as the administrators have made them. */
export interface Worker {
  readonly login: string
  readonly name: string
  readonly firstPassword: string
}

export const ownPassword = 'Niu-Chang-2026'

/** Has the administrators make an account and give it its post and clearance. */
export async function hire(
  administrator: Browserlike,
  wanted: { readonly name: string; readonly login: string; readonly role: string; readonly clearance: string },
): Promise<Worker> {
  const { name, login, role, clearance } = wanted
  const { body } = await administrator.tell('person.create', { name, login })
  const units = (await administrator.ask('unit.list')).body['units'] as { id: string; code: string }[]
  const unitId = units.find(unit => unit.code === 'DAS')?.id
  await administrator.tell('post.grant', { personId: body['personId'], unitId, role })
  await administrator.tell('clearance.set', { personId: body['personId'], clearance })
  return { login, name, firstPassword: String(body['firstPassword']) }
}

/** Signs in for the first time in a window of one's own, and sets a password of one's own as the product asks. */
export async function arrive(browser: Browser, running: Running, worker: Worker): Promise<Page> {
  const page = await (await openWindow(browser, running.base)).newPage()
  await page.goto('/sign-in')
  await page.getByLabel('登录名').fill(worker.login)
  await page.getByRole('textbox', { name: '口令' }).fill(worker.firstPassword)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/me/password')
  await page.getByRole('textbox', { name: /当前口令|现在的口令|原口令/ }).fill(worker.firstPassword)
  await page.getByRole('textbox', { name: /^新口令/ }).fill(ownPassword)
  await page.getByRole('textbox', { name: /再(输|写|填)一(次|遍)/ }).fill(ownPassword)
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(url => !url.pathname.startsWith('/me/password'))
  return page
}
