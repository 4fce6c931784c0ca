import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../server/database/embedded.ts'
import { isAlive, isRunning, postmasterPid } from '../../server/database/postmaster.ts'
import { openPool } from '../../server/platform/db.ts'
import { migrate } from '../../server/platform/migrate.ts'

/** The PostgreSQL of one run of the tests, and its database with all migrations applied, ready to be cloned. */
interface World {
  /** May create and drop databases. */
  readonly maker: pg.PoolConfig
  /** Owns the cloned databases, as the product's role does. */
  readonly owner: pg.PoolConfig
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly world: World
  }
}

/** A migrated database of a test file's own. */
export interface ClonedDatabase {
  readonly config: pg.PoolConfig
  drop(): Promise<void>
}

/** Clones the migrated database, in about 50 ms; call it once per test file and `drop` it at the end. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const { maker, owner, template } = inject('world')
  const database = `${template}_${randomBytes(4).toString('hex')}`
  await createDatabase({ maker, owner }, { database, template })
  return { config: { ...owner, database }, drop: () => dropDatabase(maker, database) }
}

/** Runs before all tests: one throw-away PostgreSQL for the run, or the one that LANTAI_TEST_DATABASE_URL names. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { stop, ...server } = await startServer()
  const template = `lantai_test_${randomBytes(4).toString('hex')}`
  const tearDown = async () => {
    for (const database of await databasesOf(server.maker, template)) await dropDatabase(server.maker, database)
    await stop()
  }
  try {
    await createDatabase(server, { database: template, template: 'template0' })
    const pool = openPool({ ...server.owner, database: template })
    await migrate(pool).finally(() => pool.end())
    provide('world', { ...server, template })
    return tearDown
  } catch (error) {
    await tearDown()
    throw error
  }
}

async function startServer(): Promise<Pick<World, 'maker' | 'owner'> & { stop(): Promise<void> }> {
  const url = process.env['LANTAI_TEST_DATABASE_URL']
  if (url) {
    const maker = configOf(new URL(url))
    return { maker, owner: maker, stop: async () => undefined }
  }
  await clearAbandoned()
  const folder = mkdtempSync(join(tmpdir(), `lantai-test-${process.pid}-`))
  chmodSync(folder, 0o711)
  const { superuser, config, stop } = await startEmbedded({
    directory: join(folder, 'pg'),
    timezone: 'Asia/Shanghai',
    durable: false,
  })
  return {
    maker: superuser,
    owner: config,
    stop: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A run that was killed leaves its PostgreSQL behind; the next run ends it. */
async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const runner = /^lantai-test-(\d+)-/.exec(name)?.[1]
    if (!runner || isAlive(Number(runner))) continue
    const folder = join(tmpdir(), name)
    const cluster = join(folder, 'pg')
    if (await isRunning(cluster)) process.kill(postmasterPid(cluster) ?? 0, 'SIGQUIT')
    while (await isRunning(cluster)) await wait(50)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function createDatabase(
  { maker, owner }: Pick<World, 'maker' | 'owner'>,
  { database, template }: { database: string; template: string },
) {
  const locale = template === 'template0' ? `encoding 'UTF8' locale 'C'` : ''
  const name = pg.escapeIdentifier
  await query(
    maker,
    `create database ${name(database)} template ${name(template)} ${locale} owner ${name(String(owner.user))}`,
  )
}

async function dropDatabase(maker: pg.PoolConfig, database: string): Promise<void> {
  await query(maker, `drop database if exists ${pg.escapeIdentifier(database)} with (force)`)
}

async function databasesOf(maker: pg.PoolConfig, template: string): Promise<string[]> {
  const rows = await query(maker, 'select datname as name from pg_database where starts_with(datname, $1)', [template])
  return rows.map(row => String(row['name']))
}

async function query(config: pg.PoolConfig, text: string, values: string[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows
  } finally {
    await client.end()
  }
}

function configOf({ hostname, port, username, password, pathname }: URL): pg.PoolConfig {
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
  }
}
