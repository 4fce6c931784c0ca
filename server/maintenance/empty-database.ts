import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { sha256 } from '../platform/ids.ts'
import { type Migration, readMigrations } from '../platform/migrate.ts'
import type { Manifest } from './manifest.ts'
import { refuseMaintenance } from './refusals.ts'

/** Refuses a database in which somebody has already begun, or to which others are connected; it is only looked at. */
export async function assertEmptyDatabase(pool: pg.Pool, manifest?: Pick<Manifest, 'migrations'>): Promise<void> {
  await assertAlone(pool)
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')`,
  )
  if (tables.length === 0) return
  if (!tables.some(({ name }) => name === 'migration')) refuseMaintenance('maintenance.database-not-empty')
  const { rows: used } = await pool.query<{ used: boolean }>(
    'select exists (select from person) or exists (select from unit) or exists (select from fonds) or exists (select from audit_event) as used',
  )
  if (used[0]?.used) refuseMaintenance('maintenance.database-not-empty')
  const { rows: applied } = await pool.query<{ name: string }>('select name from migration')
  if (manifest && applied.length !== manifest.migrations.length) refuseMaintenance('maintenance.database-not-empty')
}

const leaveMs = 2_000

/** Waits a moment for whoever is just leaving. */
async function assertAlone(pool: pg.Pool): Promise<void> {
  for (const began = Date.now(); ; await wait(50)) {
    const { rows: others } = await pool.query(
      `select from pg_stat_activity where datname = current_database() and usename = current_user and backend_type = 'client backend'
        and pid <> pg_backend_pid()`,
    )
    if (others.length === 0) return
    if (Date.now() - began > leaveMs) refuseMaintenance('maintenance.database-in-use')
  }
}

/** The migrations that a backup's tables have gone through; refuses a backup that is ahead of this version. */
export async function migrationsOf({ migrations }: Pick<Manifest, 'migrations'>): Promise<Migration[]> {
  const own = await readMigrations()
  for (const [at, { name, digest }] of migrations.entries()) {
    const mine = own[at]
    if (mine?.name !== name || sha256(mine.text) !== digest)
      refuseMaintenance('backup.other-version', { migration: name })
  }
  return own.slice(0, migrations.length)
}
