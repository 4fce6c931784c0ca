import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, openCluster, startCluster, stopCluster, superuser } from './cluster.ts'
import { type Endpoint, endpointOf } from './endpoint.ts'
import { isRunning } from './postmaster.ts'
import { refuseDatabase } from './refusals.ts'

const product = 'lantai'
const ownerLock = 7_022_001
const recoveryMs = 300_000
const answerMs = 3_000

/** How an embedded database is run. */
export interface EmbeddedOptions {
  /** Folder of the cluster. */
  readonly directory: string
  readonly timezone: string
  /** A socket in a private folder, or on Windows, where Node has none, a port of this machine with a password. */
  readonly listen?: 'socket' | 'port'
  /** False lets a commit return before it is on disk: for throw-away clusters of tests alone. */
  readonly durable?: boolean
  /** A companion, such as a backup, uses the database of a running server; without one it starts its own. */
  readonly companion?: boolean
  /** Hears that the database was lost and is being started again. */
  readonly report?: (message: string) => void
}

/** An embedded database that runs, until `stop`. */
export interface EmbeddedDatabase {
  /** The product's own role and database. */
  readonly config: pg.PoolConfig
  /** The superuser, for making further databases. */
  readonly superuser: pg.PoolConfig
  stop(): Promise<void>
}

/** A session that owns the cluster as long as it lasts, so that two servers never run one database. */
interface Hold {
  readonly endpoint: Endpoint
  readonly session: pg.Client
}

/** Starts the embedded PostgreSQL, or takes over one that outlived its server, and starts it again should it be lost. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { directory, timezone, durable = true, companion = false, report = console.error } = options
  const listen = options.listen ?? (process.platform === 'win32' ? 'port' : 'socket')
  const cluster = await openCluster(directory, { listen, timezone, durable })
  if (companion && (await isRunning(directory)))
    return { ...configsOf(endpointOf(directory)), stop: async () => undefined }

  let hold = await take(cluster)
  let isStopping = false
  let recovered = Promise.resolve()
  const recover = async () => {
    while (!isStopping) {
      try {
        hold = await take(cluster, hold.endpoint)
        hold.session.once('end', lost)
        return report('数据库已重新启动。The database was started again.')
      } catch (error) {
        report(`数据库中断后未能启动，稍后再试。The lost database did not start and is tried again: ${error}`)
        await wait(1_000)
      }
    }
  }
  const lost = () => {
    if (isStopping) return
    report('数据库意外中断，正在重新启动。The database was lost and is started again.')
    recovered = recover()
  }
  hold.session.once('end', lost)

  const end = async () => {
    isStopping = true
    await recovered
    await hold.session.end()
    if (await isRunning(directory)) await stopCluster(cluster)
  }
  let ended: Promise<void> | undefined
  return {
    ...configsOf(hold.endpoint),
    stop: () => {
      ended ??= end()
      return ended
    },
  }
}

async function take(cluster: Cluster, former?: Endpoint): Promise<Hold> {
  if (await isRunning(cluster.directory)) {
    const adopted = await adopt(cluster)
    if (adopted) return adopted
  }
  const endpoint = await startCluster(cluster, former)
  const session =
    (await connect(cluster)) ??
    refuseDatabase('database.start-failed', { directory: cluster.directory, reason: 'no answer' })
  await own(cluster, session)
  await makeDatabase(session, endpoint)
  return { endpoint, session }
}

/** Takes over a running cluster; one that does not answer, or is of another version, is ended cleanly instead. */
async function adopt(cluster: Cluster): Promise<Hold | undefined> {
  const session = await connect(cluster)
  if (session) {
    await own(cluster, session)
    const endpoint = endpointOf(cluster.directory)
    const { rows } = await session.query<{ server_version: string }>('show server_version')
    if (rows[0]?.server_version === cluster.binaries.version) {
      await makeDatabase(session, endpoint)
      return { endpoint, session }
    }
    await session.end()
  }
  if (await isRunning(cluster.directory)) await stopCluster(cluster)
  return undefined
}

/** A superuser's session, waited for while the cluster recovers; undefined when the cluster ends or does not answer. */
async function connect(cluster: Cluster): Promise<pg.Client | undefined> {
  const began = Date.now()
  while (await isRunning(cluster.directory)) {
    const session = new pg.Client({
      ...configsOf(endpointOf(cluster.directory)).superuser,
      application_name: 'lantai supervisor',
    })
    // Its end is heard by whoever holds it; an error event without a listener would end the process.
    session.on('error', () => undefined)
    try {
      await session.connect()
      return session
    } catch (error) {
      const isRecovering = error instanceof pg.DatabaseError && error.code === '57P03'
      if (Date.now() - began > (isRecovering ? recoveryMs : answerMs)) return undefined
      await wait(50)
    }
  }
  return undefined
}

async function own(cluster: Cluster, session: pg.Client): Promise<void> {
  for (const began = Date.now(); ; ) {
    const { rows } = await session.query<{ owned: boolean }>('select pg_try_advisory_lock($1) as owned', [ownerLock])
    if (rows[0]?.owned) return
    if (Date.now() - began > answerMs) break
    await wait(50)
  }
  await session.end()
  refuseDatabase('database.in-use', { directory: cluster.directory })
}

/** Makes the product's role, which is no superuser, and its database, unless they are there. */
async function makeDatabase(session: pg.Client, endpoint: Endpoint): Promise<void> {
  const exists = async (query: string) => (await session.query(query, [product])).rowCount === 1
  if (!(await exists('select from pg_roles where rolname = $1'))) {
    await session.query(`create role ${product} login`)
  }
  if (endpoint.password) {
    await session.query("select set_config('lantai.password', $1, false)", [endpoint.password])
    await session.query(
      `do $$ begin execute format('alter role ${product} password %L', current_setting('lantai.password')); end $$`,
    )
  }
  if (!(await exists('select from pg_database where datname = $1')))
    await session.query(`create database ${product} owner ${product}`)
}

function configsOf({ host, port, password }: Endpoint): Pick<EmbeddedDatabase, 'config' | 'superuser'> {
  // Everything is named, so that PGHOST and its like in the environment say nothing here.
  const place = { host, port, ssl: false, ...(password && { password }) }
  return {
    config: { ...place, user: product, database: product },
    superuser: { ...place, user: superuser, database: 'postgres' },
  }
}
