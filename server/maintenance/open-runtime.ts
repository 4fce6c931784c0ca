import { join } from 'node:path'
import type pg from 'pg'
import { constraintRefusals } from '../constraints.ts'
import { type RunningDatabase, type StartOptions, startDatabase } from '../database/start-database.ts'
import { type Db, openDb, openPool } from '../platform/db.ts'
import { sha256 } from '../platform/ids.ts'
import { readMigrations } from '../platform/migrate.ts'
import type { Runtime } from '../platform/runtime.ts'
import type { Settings } from '../settings.ts'
import { openRoot } from '../store/ocfl/root.ts'
import { refuseMaintenance } from './refusals.ts'

/** An open database with its connections; `close` ends them, and the database where we started it. */
export interface OpenedDatabase {
  readonly kind: RunningDatabase['kind']
  readonly pool: pg.Pool
  readonly db: Db
  readonly reads: Db
  close(): Promise<void>
}

/** All that an operation needs of a process. */
export interface OpenedRuntime extends OpenedDatabase {
  readonly runtime: Runtime
}

/** Opens the database that the settings name, as it is: nothing is migrated. */
export async function openDatabase(settings: Settings, options: StartOptions = {}): Promise<OpenedDatabase> {
  const { kind, config, stop } = await startDatabase(settings, options)
  const pool = openPool({ ...config, max: 16 })
  const readPool = openPool({ ...config, max: 16, options: '-c default_transaction_read_only=on' })
  const [db, reads] = [openDb(pool), openDb(readPool)]
  const close = async () => {
    await Promise.all([db.destroy(), reads.destroy()])
    // Kysely ends a pool only if it has used it itself.
    await Promise.all([pool, readPool].filter(({ ended }) => !ended).map(open => open.end()))
    await stop()
  }
  return { kind, pool, db, reads, close }
}

/** Opens database and storage root; a fault half-way leaves nothing running. */
export async function openRuntime(settings: Settings, options: StartOptions = {}): Promise<OpenedRuntime> {
  const database = await openDatabase(settings, options)
  try {
    return { ...database, runtime: await runtimeOn(database, settings) }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** A runtime on an open database: where its bytes wait, and the storage root they are filed into. */
export async function runtimeOn({ db, reads }: OpenedDatabase, settings: Settings): Promise<Runtime> {
  return {
    db,
    reads,
    clock: () => new Date(),
    files: { staging: stagingOf(settings), store: await openRoot(settings.storeDirectory) },
    constraints: constraintRefusals,
  }
}

/** Folder in which bytes wait until they are filed. */
export const stagingOf = ({ dataDirectory }: Pick<Settings, 'dataDirectory'>): string => join(dataDirectory, 'staging')

/** Refuses a database that this version would first have to migrate: a command beside a running server must not. */
export async function assertOwnSchema(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`)
  if (!rows[0]?.there) refuseMaintenance('maintenance.not-set-up')
  const applied = await pool.query<{ name: string; digest: string }>('select name, digest from migration order by name')
  const own = (await readMigrations()).map(({ name, text }) => `${name} ${sha256(text)}`)
  const there = applied.rows.map(({ name, digest }) => `${name} ${digest}`)
  if (own.join('\n') !== there.join('\n')) refuseMaintenance('maintenance.other-schema')
}
