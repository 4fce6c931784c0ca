import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, say } from './runtime.mjs'

const places = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap(folder => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

/** Path of a Chromium, Chrome or Edge on this machine: LANTAI_CHROMIUM or a usual place. */
export function findBrowser() {
  return [process.env.LANTAI_CHROMIUM, ...(places[process.platform] ?? [])].find(path => path && existsSync(path))
}

const onPath = name => (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, name)))
const chineseFonts = '/usr/share/fonts/opentype/noto'
const hasChineseFont = () => existsSync(chineseFonts) && readdirSync(chineseFonts).some(name => name.includes('CJK'))

/** What the browser stories need of the system, by Debian package. */
const needs = [
  { name: 'chromium', isThere: () => findBrowser() !== undefined },
  { name: 'fonts-noto-cjk', isThere: hasChineseFont },
  { name: 'poppler-utils', isThere: () => onPath('pdftoppm') },
]

/** Installs what the browser stories lack where we may, which is as root on Debian; otherwise says what to install. */
export function ensureBrowser() {
  const missing = () =>
    needs.filter(({ isThere }) => process.platform === 'linux' && !isThere()).map(({ name }) => name)
  const wanted = missing()
  if (wanted.length > 0 && process.getuid?.() === 0 && onPath('apt-get')) {
    say(
      `正在安装浏览器测试所需的软件：${wanted.join(' ')}`,
      `Installing what the browser tests need: ${wanted.join(' ')}`,
    )
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const quietly = { env, stdio: ['ignore', 'ignore', 'inherit'] }
    run('apt-get', ['update'], quietly)
    run('apt-get', ['install', '-y', '--no-install-recommends', ...wanted], quietly)
  }
  const lacking = missing()
  if (lacking.length > 0) {
    say(
      `浏览器测试还缺少：${lacking.join(' ')}。请先安装。`,
      `The browser tests still lack: ${lacking.join(' ')}. Please install them.`,
    )
  }
  if (!findBrowser()) {
    say(
      '没有找到 Chromium、Chrome 或 Edge；可用 LANTAI_CHROMIUM 指定其路径。',
      'No Chromium, Chrome or Edge was found; name its path in LANTAI_CHROMIUM.',
    )
  }
}
