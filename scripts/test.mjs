import { delimiter, dirname } from 'node:path'
import { ensureBrowser, findBrowser } from './browser.mjs'
import { ensureInstalled, ensureWebBuilt, node24, refuse, run } from './runtime.mjs'

const args = process.argv.slice(2)
const wantsStories = args.every(arg => arg.startsWith('-')) || args.some(arg => arg.includes('stories'))

ensureInstalled()
const node = node24()
if (wantsStories) {
  ensureBrowser()
  if (process.env.CI && !findBrowser()) refuse('CI 中必须有浏览器。', 'CI must have a browser.')
  ensureWebBuilt(node)
}
const browser = findBrowser()
const env = {
  ...process.env,
  PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
  ...(browser && { LANTAI_CHROMIUM: browser }),
}
process.exit(run(node, ['node_modules/vitest/vitest.mjs', 'run', ...args], { env }))
