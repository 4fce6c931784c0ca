import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '../../server/server.ts'
import { readSettings } from '../../server/settings.ts'
import { newSetupToken } from '../../server/setup/first-run.ts'
import { type ClonedDatabase, cloneDatabase } from './database.ts'

/** A running product on a port, a database and folders of its own. */
export interface Running extends AsyncDisposable {
  readonly server: RunningServer
  readonly base: string
  readonly folder: string
}

/** Starts the whole server, not set up yet. */
export async function startRunning(
  env: Readonly<Record<string, string>> = {},
  given?: ClonedDatabase,
): Promise<Running> {
  const database = given ?? (await cloneDatabase())
  const folder = await mkdtemp(join(tmpdir(), 'lantai-running-'))
  const { host, port, user, password, database: name } = database.config
  const url = `postgres://${user}:${encodeURIComponent(String(password ?? ''))}@localhost/${name}?host=${encodeURIComponent(String(host))}&port=${port ?? 5432}`
  const server = await startServer(
    readSettings({ LANTAI_DATA: folder, LANTAI_PORT: '0', LANTAI_LOG: 'silent', DATABASE_URL: url, ...env }),
  )
  return {
    server,
    base: server.address,
    folder,
    async [Symbol.asyncDispose]() {
      await server.stop()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const administrator = { login: 'wangjianguo', name: '王建国', password: 'Cao-Chang-2026' }

/** Completes the first run as a small firm would, one person who administers and keeps the archive; with the sample farm, waits for it. */
export async function setUp(
  running: Running,
  separation: 'strict' | 'simplified' = 'simplified',
  sample = false,
): Promise<Browserlike> {
  const token = await newSetupToken(running.server.runtime)
  const page = new Browserlike(running.base)
  const { body } = await page.tell('setup.complete', {
    token,
    sample,
    organisation: { name: '青原奶牛场', fondsCode: 'A001', fondsName: '青原奶牛场' },
    template: 'dairy',
    administrator,
    separation,
  })
  if (sample) await made(page, String(body['jobId']))
  await page.tell('session.open', { login: administrator.login, password: administrator.password })
  return page
}

/** Waits until the sample farm is there. */
async function made(page: Browserlike, jobId: string): Promise<void> {
  for (;;) {
    const { state } = (await page.ask('setup.progress', { jobId })).body
    if (state === 'finished') return
    if (state === 'failed' || state === 'cancelled') throw new Error(`The sample farm has ${state}.`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

export interface Reply<T = Record<string, unknown>> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

/** Speaks HTTP as a browser page does: keeps the cookie, sends its origin. */
export class Browserlike {
  readonly base: string
  cookie = ''

  constructor(base: string) {
    this.base = base
  }

  async send(path: string, init: RequestInit = {}): Promise<Reply> {
    const response = await fetch(`${this.base}${path}`, {
      ...init,
      headers: {
        Origin: this.base,
        ...(this.cookie && { Cookie: this.cookie }),
        ...(init.headers as Record<string, string>),
      },
    })
    const set = response.headers.get('set-cookie')
    if (set) this.cookie = set.split(';')[0] ?? ''
    return {
      status: response.status,
      body: (await response.json().catch(() => ({}))) as Record<string, unknown>,
      headers: response.headers,
    }
  }

  ask(operation: string, query: Record<string, string> = {}): Promise<Reply> {
    return this.send(`/api/${operation}?${new URLSearchParams(query)}`)
  }

  tell(operation: string, input: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send(`/api/${operation}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(input),
    })
  }
}
