import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { clusterFolder } from '../database/cluster-folder.ts'
import { isRunning } from '../database/postmaster.ts'
import type { Db } from '../platform/db.ts'
import type { Settings } from '../settings.ts'
import { assertOwnSchema, openDatabase, stagingOf } from './open-runtime.ts'
import { refuseMaintenance } from './refusals.ts'

/** How the sample farm is taken away. */
export interface Removal {
  /** Marks the folders that are put aside. */
  readonly at: Date
  /** Goes on although people have worked in the house since; what they made is put aside with the rest. */
  readonly despiteWork?: boolean
}

/**
 * Takes the sample farm 示范奶牛场 away, so that the next start is a first run again. What is filed is never deleted, so nothing is
 * deleted here either: database and files are put aside under other names, which are answered.
 */
export async function removeSample(settings: Settings, { at, despiteWork = false }: Removal): Promise<string[]> {
  if (settings.databaseUrl) refuseMaintenance('sample.own-database')
  const cluster = await clusterFolder(settings.dataDirectory)
  if (await isRunning(cluster)) refuseMaintenance('maintenance.database-in-use')
  await assertOnlySample(settings, despiteWork)
  const suffix = `sample-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`
  const aside: string[] = []
  // The database goes last: as long as it stands, the removal can simply be asked for again.
  for (const folder of [settings.storeDirectory, stagingOf(settings), cluster]) {
    if (!existsSync(folder)) continue
    await rename(folder, `${folder}.${suffix}`)
    aside.push(`${folder}.${suffix}`)
  }
  return aside
}

async function assertOnlySample(settings: Settings, despiteWork: boolean): Promise<void> {
  const database = await openDatabase(settings)
  try {
    await assertOwnSchema(database.pool)
    const { sample, own } = await registeredIn(database.db)
    if (sample === 0) refuseMaintenance('sample.none')
    if (own > 0 && !despiteWork) refuseMaintenance('sample.worked-in', { count: own })
  } finally {
    await database.close()
  }
}

/** How often the trail tells of something registered by the sample, and by somebody else. */
async function registeredIn(db: Db): Promise<{ sample: number; own: number }> {
  const rows = await db
    .selectFrom('audit_event')
    .select(({ fn }) => ['request_id', fn.countAll<string>().as('count')])
    .where('event', 'in', ['item.registered', 'items.registered'])
    .groupBy('request_id')
    .execute()
  const sample = rows.filter(row => row.request_id === 'sample').reduce((sum, row) => sum + Number(row.count), 0)
  const all = rows.reduce((sum, row) => sum + Number(row.count), 0)
  return { sample, own: all - sample }
}
