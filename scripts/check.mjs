import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureInstalled, ensureWebBuilt, node24, refuse, root } from './runtime.mjs'

ensureInstalled()
const node = node24()

/** Everything a change must pass, in order of speed; `npm run check lint types` runs those alone. */
const steps = {
  lint: () => tool('@biomejs/biome/bin/biome', 'ci', '.'),
  types: () => tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'),
  generated: () => existsSync(join(root, 'scripts/generate.ts')) && program('scripts/generate.ts', '--check'),
  web: () => ensureWebBuilt(node),
  guards: () => tool('vitest/vitest.mjs', 'run', 'tests/guards'),
  tests: () => program('scripts/test.mjs', '--exclude=tests/guards/**'),
  boot: bootRealServer,
}

const tool = (path, ...args) => program(`node_modules/${path}`, ...args)

/** Runs a program quietly; throws its output when it fails. */
function program(...args) {
  const { status, stdout, stderr } = spawnSync(node, args, {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`.trim())
}

/** Starts the server as `npm start` does, on an empty data folder, until it answers; then ends it, which must go cleanly. */
async function bootRealServer() {
  const data = mkdtempSync(join(tmpdir(), 'lantai-boot-'))
  spawnSync('chmod', ['711', data])
  const port = await freePort()
  const env = {
    ...process.env,
    LANTAI_DATA: data,
    LANTAI_PORT: String(port),
    LANTAI_HOST: '127.0.0.1',
    DATABASE_URL: '',
  }
  const server = spawn(node, ['scripts/start.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = []
  for (const stream of [server.stdout, server.stderr]) stream.on('data', chunk => output.push(chunk))
  const ended = new Promise(resolve => server.once('exit', resolve))
  try {
    await untilAnswering(port, server)
    server.kill('SIGTERM')
    const code = await ended
    if (code !== 0) throw new Error(`the server ended with code ${code}`)
  } catch (error) {
    server.kill('SIGTERM')
    await ended
    throw new Error(`${error.message}\n${Buffer.concat(output)}`)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function untilAnswering(port, server) {
  for (const began = Date.now(); Date.now() - began < 60_000; await wait(100)) {
    if (server.exitCode !== null) throw new Error('the server ended by itself')
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (answer?.ok) return
  }
  throw new Error('the server did not answer within a minute')
}

function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(steps)
const unknown = chosen.filter(name => !(name in steps))
if (unknown.length > 0)
  refuse(
    `没有这些检查：${unknown.join(' ')}`,
    `No such check: ${unknown.join(' ')}. There are: ${Object.keys(steps).join(' ')}`,
  )

let failed = 0
for (const name of chosen) {
  const began = performance.now()
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1).padStart(6)
  try {
    await steps[name]()
    console.log(`ok    ${name.padEnd(10)}${seconds()} s`)
  } catch (error) {
    failed += 1
    console.log(`FAIL  ${name.padEnd(10)}${seconds()} s\n${error.message}`)
  }
}
process.exit(failed > 0 ? 1 : 0)
