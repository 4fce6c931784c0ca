import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { sha256 } from './ids.ts'

const folder = new URL('../migrations/', import.meta.url)
const lockKey = 7_022_015

/** A numbered change of the schema; applied once, in order, each in its own transaction. */
export interface Migration {
  readonly name: string
  readonly text: string
}

export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => /^\d{4}-.+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async name => ({ name, text: (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n') })),
  )
}

/** Brings a database to the newest schema; refuses one that a newer or altered product has already changed. */
export async function migrate(pool: pg.Pool, migrations?: readonly Migration[]): Promise<void> {
  const wanted = migrations ?? (await readMigrations())
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(
      'create table if not exists migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; digest: string }>(
      'select name, digest from migration order by name',
    )
    for (const [index, row] of rows.entries()) {
      const mine = wanted[index]
      if (!mine || mine.name !== row.name || sha256(mine.text) !== row.digest) {
        throw new Error(
          `The database was changed by another version of Lantai (migration ${row.name}). Start that version, or restore a backup.`,
        )
      }
    }
    for (const migration of wanted.slice(rows.length)) await apply(client, migration)
    await runMigrations({ pgPool: pool })
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey])
    client.release()
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into migration (name, digest) values ($1, $2)', [migration.name, sha256(migration.text)])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed; nothing of it was applied.`, { cause: error })
  }
}
