import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { systemActor } from '../../domain/access/actor.ts'
import { checkChain } from '../audit/check-trail.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/db.ts'
import { migrate } from '../platform/migrate.ts'
import type { Settings } from '../settings.ts'
import { readLines } from '../store/read-lines.ts'
import { assertEmptyFolder, copyBeside, settle } from './arriving-folder.ts'
import type { Say } from './backup.ts'
import { assertSoundBackup } from './check-backup.ts'
import { assertEmptyDatabase, migrationsOf } from './empty-database.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { type OpenedDatabase, openDatabase, stagingOf } from './open-runtime.ts'
import { refuseMaintenance } from './refusals.ts'
import { loadTable, speakPlainly, type TableForm, tableForms, withoutTriggers } from './tables.ts'

/** How a restore is done. */
export interface RestoreOptions {
  readonly say: Say
  /** Restores although files or the trail of the archive were damaged; `verify` then names what is. */
  readonly despiteDamage?: boolean
}

/**
 * Restores a backup into an empty database and empty folders. Everything is checked before anything is touched; the files come first
 * under other names, and the commit of the database is the one moment in which all of it is there.
 */
export async function restoreBackup(settings: Settings, folder: string, options: RestoreOptions): Promise<Manifest> {
  const from = resolve(folder)
  const manifest = await readManifest(from)
  const places = [
    { from: join(from, 'store'), to: settings.storeDirectory },
    { from: join(from, 'staging'), to: stagingOf(settings) },
  ]
  for (const { to } of places) await assertEmptyFolder(to)
  const migrations = await migrationsOf(manifest)
  await options.say('正在核对备份', 'Checking the backup')
  const accepted = options.despiteDamage === true
  await assertSoundBackup(from, manifest, accepted)
  const database = await openDatabase(settings)
  try {
    await assertEmptyDatabase(database.pool, manifest)
    await options.say('正在复制文件', 'Copying files')
    for (const { from, to } of places) await copyBeside(from, to)
    await migrate(database.pool, migrations)
    await options.say('正在导入数据库', 'Reading in the database')
    await load(database, { from, manifest, accepted, settle: () => settleAll(places.map(({ to }) => to)) })
    await migrate(database.pool)
    return manifest
  } finally {
    await database.close()
  }
}

async function settleAll(directories: readonly string[]): Promise<void> {
  for (const directory of directories) await settle(directory)
}

interface Loading {
  readonly from: string
  readonly manifest: Manifest
  /** Whether damage is known and accepted. */
  readonly accepted: boolean
  /** Done when all is loaded and found sound, just before the commit. */
  settle(): Promise<void>
}

async function load({ db }: OpenedDatabase, { from, manifest, accepted, settle }: Loading): Promise<void> {
  await db.transaction().execute(async tx => {
    await speakPlainly(tx)
    const forms = new Map((await tableForms(tx)).map(form => [form.name, form]))
    await withoutTriggers(tx, async () => {
      for (const { name } of forms.values()) await sql`delete from ${sql.table(name)}`.execute(tx)
      for (const table of manifest.tables) {
        const rows = await loadTable(tx, formFor(forms, table), readLines(join(from, table.file)))
        if (rows !== table.rows) refuseMaintenance('backup.damaged', { what: table.file })
      }
    })
    await loadJobs(tx, join(from, manifest.jobs.file))
    if (!accepted) await assertSoundTrail(tx, manifest)
    const origin = { actor: systemActor, operation: 'maintenance.restore', requestId: 'restore', now: new Date() }
    await record(tx, origin, [{ name: 'system.restored', subject: 'system', data: { backedUpAt: manifest.createdAt } }])
    await settle()
  })
}

async function assertSoundTrail(tx: Tx, { audit }: Manifest): Promise<void> {
  const { brokenAt, head } = await checkChain(tx)
  if (brokenAt !== null) refuseMaintenance('backup.damaged', { what: `audit_event ${brokenAt}` })
  if (head !== audit.digest) refuseMaintenance('backup.damaged', { what: 'audit_head' })
}

function formFor(forms: ReadonlyMap<string, TableForm>, { name, columns }: Manifest['tables'][number]): TableForm {
  const form = forms.get(name)
  return form?.columns.join() === columns.join()
    ? form
    : refuseMaintenance('backup.damaged', { what: `tables/${name}` })
}

async function loadJobs(tx: Tx, path: string): Promise<void> {
  for await (const line of readLines(path)) {
    await sql`select graphile_worker.add_job(j->>'task', j->'payload', run_at => (j->>'runAt')::timestamptz, max_attempts => (j->>'maxAttempts')::int,
      job_key => j->>'key', priority => (j->>'priority')::int) from (select ${line}::json as j) job`.execute(tx)
  }
}
