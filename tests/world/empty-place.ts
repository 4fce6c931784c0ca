import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { readSettings, type Settings } from '../../server/settings.ts'
import { cloneDatabase } from './database.ts'

/** A database and folders in which nobody has begun: where a restore or a rebuild goes. */
export interface EmptyPlace extends AsyncDisposable {
  readonly settings: Settings
  readonly config: pg.PoolConfig
  readonly folder: string
}

export async function openEmptyPlace(): Promise<EmptyPlace> {
  const database = await cloneDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'lantai-empty-'))
  return {
    settings: readSettings({
      LANTAI_DATA: join(folder, 'data'),
      LANTAI_LOG: 'silent',
      DATABASE_URL: urlOf(database.config),
    }),
    config: database.config,
    folder,
    async [Symbol.asyncDispose]() {
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The same connection as DATABASE_URL names it. */
export function urlOf({ host, port, user, password, database }: pg.PoolConfig): string {
  return `postgres://${user}:${encodeURIComponent(String(password ?? ''))}@localhost/${database}?host=${encodeURIComponent(String(host))}&port=${port ?? 5432}`
}
