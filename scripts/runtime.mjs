import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const at = (...parts) => join(root, ...parts)
const leastMajor = 24

/** Tells the person at the keyboard something, in both languages. */
export const say = (zh, en) => console.log(`${zh}\n${en}`)

/** Ends with a sentence in both languages; code 2 means that the person has something to put right. */
export function refuse(zh, en) {
  console.error(`${zh}\n${en}`)
  process.exit(2)
}

/** Installs the packages of package-lock.json unless they are there. */
export function ensureInstalled() {
  const stamp = at('node_modules/.lantai-installed')
  const wanted = digestOf([at('package-lock.json')], `${process.platform}-${process.arch}`)
  if ((existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) || isInstalled()) return
  say('正在安装依赖包……', 'Installing packages …')
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  if (npm(['ci', ...options]) !== 0) {
    say('npm ci 没有成功（见上），改用 npm install。', 'npm ci failed (see above); trying npm install.')
    // Without --no-save npm would rewrite the lock and leave the work tree changed.
    if (npm(['install', '--no-save', ...options]) !== 0) {
      refuse(
        '依赖包没有装好。请检查网络与 npm 的设置后再试。',
        'The packages could not be installed. Check the network and the settings of npm, then try again.',
      )
    }
  }
  writeFileSync(stamp, wanted)
}

/** Whether npm's own record of what it installed agrees with package-lock.json, for someone who ran `npm ci` himself. */
function isInstalled() {
  const record = at('node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const there = JSON.parse(readFileSync(record, 'utf8')).packages
  const isForUs = ({ optional, os, cpu, libc }) =>
    !optional || (os?.includes(process.platform) && cpu?.includes(process.arch) && !libc)
  return Object.entries(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages).every(
    ([path, entry]) => path === '' || !isForUs(entry) || there[path]?.version === entry.version,
  )
}

/** Runs the npm that started us, or the one on the path. */
function npm(args) {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

/** Path of a Node that runs our TypeScript: this one, or the one among our packages. */
export function node24() {
  if (Number.parseInt(process.versions.node, 10) >= leastMajor) return process.execPath
  const system = process.platform === 'win32' ? 'win' : process.platform
  const packaged = at(`node_modules/node-${system}-${process.arch}/bin/node${system === 'win' ? '.exe' : ''}`)
  if (existsSync(packaged)) return packaged
  return refuse(
    `需要 Node ${leastMajor} 或更新；当前是 ${process.version}，本机（${process.platform}-${process.arch}）没有随包附带。请从 nodejs.org 安装。`,
    `Node ${leastMajor} or newer is needed; this is ${process.version}, and none comes with our packages for ${process.platform}-${process.arch}. Install it from nodejs.org.`,
  )
}

/** Runs a program to its end in the project's folder, its output shown; answers its exit code. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
  if (error) console.error(error.message)
  return status ?? 1
}

/** Hands the terminal to a program: signals go on to it, and we end as it ends. */
export function become(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
  let forwardedAt = 0
  const forward = signal => {
    // A terminal sends Ctrl-C to the program as well, and npm repeats to us what it gets: the program is told once.
    const isRepeated = (signal === 'SIGINT' && process.stdin.isTTY) || Date.now() - forwardedAt < 1_000
    if (isRepeated) return
    forwardedAt = Date.now()
    child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
  whenNpmIsGone(() => forward('SIGTERM'))
  child.once('error', error => refuse(`不能启动：${error.message}`, `It cannot be started: ${error.message}`))
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
}

/** The shell that npm puts between itself and us dies of a signal without passing it on; its end means that we should end. */
function whenNpmIsGone(end) {
  const shell = process.ppid
  if (!process.env.npm_lifecycle_event) return
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    end()
  }, 250)
}

/** Builds the pages unless those in web/dist were built from the same sources. */
export function ensureWebBuilt(node) {
  const stamp = at('web/dist/.sources')
  const wanted = digestOf([
    ...sourcesIn(at('web')),
    ...sourcesIn(at('client')),
    ...sourcesIn(at('domain')),
    at('package-lock.json'),
  ])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('正在构建网页……', 'Building the pages …')
  const code = run(node, [at('node_modules/vite/bin/vite.js'), 'build', 'web', '--logLevel', 'warn'])
  if (code !== 0) refuse('网页没有构建成功（见上）。', 'The pages could not be built (see above).')
  writeFileSync(stamp, wanted)
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return path === at('web/dist') ? [] : sourcesIn(path)
    return entry.name.includes('.test.') ? [] : [path]
  })
}

/** One digest of the files' names and contents, in a fixed order. */
function digestOf(files, salt = '') {
  const hash = createHash('sha256').update(salt)
  for (const file of files.sort())
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
