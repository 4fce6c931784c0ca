import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startEmbedded } from '../../server/database/embedded.ts'
import { postmasterPid } from '../../server/database/postmaster.ts'
import { openPool } from '../../server/platform/db.ts'
import { type Case, cases } from './cases.ts'
import { replay, type Statement, time } from './measure.ts'
import { usageOf } from './processes.ts'
import { seed } from './seed.ts'
import { printTable, type Row } from './table.ts'
import { type Caller, prepare } from './world.ts'

const { values: flags } = parseArgs({
  options: {
    json: { type: 'string' },
    scale: { type: 'string', default: '1000000' },
    calls: { type: 'string', default: '200' },
  },
})
const scale = Number(flags.scale)
const calls = Number(flags.calls)
const few = 1000

/** A served database of so many items, and who asks it. */
async function serve(folder: string, items: number) {
  const directory = join(folder, `pg-${items}`)
  const database = await startEmbedded({ directory, timezone: 'Asia/Shanghai' })
  const pool = openPool(database.config)
  const callers = await prepare(pool, database.config, join(folder, `data-${items}`))
  await seed(pool, items)
  await pool.end()
  const url = urlOf(database.config)
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../server/main.ts')], {
    env: { ...process.env, LANTAI_DATA: join(folder, `data-${items}`), LANTAI_PORT: '0', DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const base = await new Promise<string>(resolve => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /"address":"([^"]+)"/.exec(chunk.toString())?.[1]
      if (found) resolve(found)
    })
  })
  return {
    base,
    callers,
    config: database.config,
    items,
    usage: () => usageOf(child.pid ?? 0, postmasterPid(directory) ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
      await database.stop()
    },
  }
}

type Served = Awaited<ReturnType<typeof serve>>

async function ask(served: Served, caller: Caller, { operation, query }: Case, at: number): Promise<void> {
  const response = await fetch(`${served.base}/api/${operation}?${new URLSearchParams(query(at, served.items))}`, {
    headers: { Authorization: `Bearer ${caller.token}` },
  })
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`)
  await response.arrayBuffer()
}

async function measure(served: Served, one: Case): Promise<Omit<Row, 'fewP95'>> {
  const { administrator, ordinary } = served.callers
  const before = served.usage()
  const endpoint = await time(calls, at => ask(served, administrator, one, at))
  const after = served.usage()
  const client = new pg.Client(served.config)
  await client.connect()
  const spoken: Statement[][] = []
  for (let at = 0; at < 10; at++)
    spoken.push(await administrator.statementsOf(one.operation, one.query(at, served.items)))
  const sql = await time(calls, at => replay(client, spoken[at % spoken.length] ?? []))
  await client.end()
  const asOrdinary = await time(calls, at => ask(served, ordinary, one, at))
  const perCall = (total: number) => Number((total / (calls * 1.1)).toFixed(2))
  return {
    name: one.name,
    endpoint,
    sql,
    ordinary: asOrdinary,
    ...(before &&
      after && {
        serverCpuMs: perCall(after.serverCpuMs - before.serverCpuMs),
        databaseCpuMs: perCall(after.databaseCpuMs - before.databaseCpuMs),
        serverMb: after.serverMb,
        databaseMb: after.databaseMb,
      }),
  }
}

function urlOf(config: pg.PoolConfig): string {
  const { host, port, user, password, database } = config
  return `postgres://${user}:${encodeURIComponent(String(password ?? ''))}@localhost/${database}?host=${encodeURIComponent(String(host))}&port=${port ?? 5432}`
}

const folder = await mkdtemp(join(tmpdir(), 'lantai-bench-'))
// As root the database runs as another user, who must be able to pass.
await chmod(folder, 0o711)
try {
  const small = await serve(folder, few)
  const fewP95 = new Map<string, number>()
  for (const one of cases) fewP95.set(one.name, (await measure(small, one)).endpoint.p95)
  await small.stop()
  const large = await serve(folder, scale)
  const rows: Row[] = []
  for (const one of cases) rows.push({ ...(await measure(large, one)), fewP95: fewP95.get(one.name) ?? 0 })
  await large.callers.close()
  await large.stop()
  printTable(rows, scale)
  if (flags.json) await writeFile(flags.json, `${JSON.stringify({ scale, calls, rows }, null, 2)}\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
