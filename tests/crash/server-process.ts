import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '../../client/client.ts'
import { postmasterPid } from '../../server/database/postmaster.ts'
import { childrenOf } from '../world/process-tree.ts'
import { administrator, Browserlike } from '../world/running.ts'

/** A server as its own process with its own embedded database, to be killed at any moment. */
export interface ServerProcess {
  readonly base: string
  readonly setupToken: string | undefined
  /** Ends the process as a power cut would: nothing of it runs any more. */
  killServer(): Promise<void>
  /** Ends every process of the database the same way. */
  killDatabase(): void
  stop(): Promise<void>
}

const main = join(import.meta.dirname, '../../server/main.ts')

/** Starts the server on a data folder; answers once it says that it is ready. */
export async function startProcess(data: string): Promise<ServerProcess> {
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [main], {
    env: { ...env, LANTAI_DATA: data, LANTAI_PORT: '0', LANTAI_LOG: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const base = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /"address":"([^"]+)"/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('exit', code => reject(new Error(`the server ended with ${code} before it was ready:\n${said}`)))
  })
  return {
    base,
    setupToken: /token=([\w-]+)/.exec(said)?.[1],
    killServer: () => end(child, 'SIGKILL'),
    killDatabase() {
      const postmaster = postmasterPid(join(data, 'pg'))
      if (postmaster) for (const pid of [postmaster, ...childrenOf(postmaster)]) killNow(pid)
    },
    stop: () => end(child, 'SIGTERM'),
  }
}

/** A firm that is set up and works, ready to be cut off: its data folder, its server, a token that opens it, and where things go. */
export async function openForCrashes() {
  const folder = await mkdtemp(join(tmpdir(), 'lantai-crash-'))
  await chmod(folder, 0o711)
  const server = await startProcess(folder)
  const page = new Browserlike(server.base)
  await page.tell('setup.complete', {
    token: server.setupToken,
    organisation: { name: '青原奶牛场', fondsCode: 'A001', fondsName: '青原奶牛场' },
    template: 'dairy',
    administrator,
    separation: 'simplified',
  })
  await page.tell('session.open', { login: administrator.login, password: administrator.password })
  const token = String((await page.tell('token.create', { name: '断电试验' })).body['secret'])
  const client = createClient({ base: server.base, token })
  const [fonds] = (await client.ask('fonds.list', {})).fonds
  const [unit] = (await client.ask('unit.list', {})).units
  return { folder, server, token, place: { fondsId: fonds!.id, unitId: unit!.id } }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself between being seen and being killed.
  }
}
