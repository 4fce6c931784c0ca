import { constants } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { sql } from 'kysely'
import { Refusal } from '../../domain/shared/refusal.ts'
import { placeOf } from '../holdings/blobs.sql.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Runtime } from '../platform/runtime.ts'
import { disk, hasCode, syncFile } from '../store/disk.ts'
import { stagedPath } from '../store/staging.ts'
import { version } from '../version.ts'
import { chooseVersion, type Snapshot } from './choose-version.ts'
import { copyStore, syncFolders } from './copy-store.ts'
import { type BackedUpFile, backupFormat, type Manifest } from './manifest.ts'
import { refuseMaintenance } from './refusals.ts'
import { dumpTable, speakPlainly, tableForms } from './tables.ts'

/** Hears what a long piece of maintenance is doing, in both languages. */
export type Say = (zh: string, en: string) => void | Promise<void>

/**
 * Backs a running Lantai up into an empty folder, as it was at one moment: first the database in one snapshot, then the bytes that wait,
 * then the storage root, from which nothing ever disappears; what came after the moment is left out. The manifest is written last.
 */
export async function backUp(runtime: Runtime, folder: string, say: Say): Promise<Manifest> {
  const target = await prepare(runtime, folder)
  const snapshot = await atOneMoment(runtime.db, tx => backUpDatabase(runtime, tx, { target, say }))
  const { missing, staged } = await fetchFromStore(runtime, target, snapshot)
  await say('正在复制存储库', 'Copying the storage root')
  const seen = new Set<string>()
  const objects = await copyStore(runtime.files.store, join(target, 'store'), object =>
    chooseVersion(snapshot, object, seen),
  )
  const lost = snapshot.storedObjects.filter(id => !seen.has(id))
  const manifest: Manifest = {
    ...snapshot.head,
    staged,
    store: { objects },
    missing: [...missing, ...lost],
  }
  await disk.writeFile(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await syncFile(join(target, 'manifest.json'))
  for (const place of [join(target, 'tables'), target, dirname(target)]) await disk.syncDirectory(place)
  return manifest
}

const mostAttempts = 20

/** Reads in one snapshot; bytes filed in the instant between it and their lock make it begin anew. */
async function atOneMoment<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel('repeatable read').execute(read)
    } catch (error) {
      if (!hasCode(error, '40001') || attempt === mostAttempts) throw error
    }
  }
}

/** Makes the folder; refuses one that holds something, or that would be part of what is backed up. */
async function prepare({ files }: Runtime, folder: string): Promise<string> {
  const target = resolve(folder)
  const isInside = [dirname(files.staging), files.store.dir].some(place =>
    `${target}${sep}`.startsWith(`${place}${sep}`),
  )
  if (isInside) refuseMaintenance('backup.inside', { directory: target })
  await mkdir(target, { recursive: true, mode: 0o700 })
  if ((await readdir(target)).length > 0) refuseMaintenance('maintenance.folder-not-empty', { directory: target })
  for (const part of ['tables', 'staging']) await mkdir(join(target, part))
  return target
}

interface DatabaseSnapshot extends Snapshot {
  readonly head: Omit<Manifest, 'staged' | 'store' | 'missing'>
  /** Bytes that were not in the storage root at the moment and had left the staging area when we came for them. */
  readonly moved: readonly string[]
  readonly copied: { readonly files: number; readonly bytes: number }
}

async function backUpDatabase(
  runtime: Runtime,
  tx: Tx,
  { target, say }: { target: string; say: Say },
): Promise<DatabaseSnapshot> {
  // Taken before the snapshot: what is younger in the storage root and unknown to the snapshot came after it.
  const at = runtime.clock()
  await speakPlainly(tx)
  // The lock keeps a clearing of unused uploads from taking these away before they are copied; filing goes on.
  const waiting = await tx
    .selectFrom('blob')
    .select(['sha256', 'size'])
    .where('stored_object', 'is', null)
    .forKeyShare()
    .execute()
  const audit = await tx.selectFrom('audit_head').select(['seq', 'digest']).executeTakeFirstOrThrow()
  const items = await tx
    .selectFrom('item')
    .select(['id', 'revision', 'stored_revision'])
    .where('state', '=', 'filed')
    .execute()
  await say('正在导出数据库', 'Writing out the database')
  const tables: Manifest['tables'] = []
  for (const form of await tableForms(tx)) {
    const written = await writeLines(target, `tables/${form.name}.jsonl`, dumpTable(tx, form))
    tables.push({ name: form.name, columns: [...form.columns], ...written })
  }
  const jobs = await writeLines(target, 'tables/graphile-jobs.jsonl', jobLines(tx))
  await say('正在复制待归档的文件', 'Copying files that wait to be filed')
  const { moved, copied } = await copyStaged(runtime, target, waiting)
  const migrations = await tx.selectFrom('migration').select(['name', 'digest']).orderBy('name').execute()
  return {
    head: { format: backupFormat, createdAt: at.toISOString(), version, migrations, tables, jobs, audit },
    at,
    auditSeq: audit.seq,
    revisions: new Map(items.map(item => [item.id, item.revision])),
    storedObjects: items.filter(item => item.stored_revision !== null).map(item => item.id),
    moved,
    copied,
  }
}

async function writeLines(target: string, file: string, lines: AsyncIterable<string>): Promise<BackedUpFile> {
  let rows = 0
  const path = join(target, file)
  const pieces = async function* () {
    for await (const line of lines) {
      rows += 1
      yield Buffer.from(`${line}\n`)
    }
  }
  const digests = await disk.writeFile(path, pieces(), ['sha256', 'size'])
  await syncFile(path)
  return { file, rows, bytes: Number(digests.get('size')), sha256: digests.get('sha256') ?? '' }
}

/** Jobs still to be done. The worker library offers no view with their payloads; its version is pinned. */
async function* jobLines(tx: Tx): AsyncGenerator<string> {
  const { rows } = await sql<{ line: string }>`
    select json_build_object('task', t.identifier, 'payload', j.payload, 'key', j.key, 'runAt', j.run_at, 'maxAttempts', j.max_attempts,
      'priority', j.priority)::text as line
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts < j.max_attempts order by j.id`.execute(tx)
  for (const { line } of rows) yield line
}

async function copyStaged({ files }: Runtime, target: string, waiting: readonly { sha256: string; size: number }[]) {
  const moved: string[] = []
  const copied = { files: 0, bytes: 0 }
  for (const { sha256, size } of waiting) {
    try {
      await copyDurably(stagedPath(files.staging, sha256), stagedPath(join(target, 'staging'), sha256))
      copied.files += 1
      copied.bytes += size
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error
      moved.push(sha256)
    }
  }
  return { moved, copied }
}

/** Brings back bytes that were filed while we were copying: they stand in the storage root now, and waited at the moment of the snapshot. */
async function fetchFromStore({ db, files }: Runtime, target: string, { moved, copied }: DatabaseSnapshot) {
  const missing: string[] = []
  const staged = { ...copied }
  for (const sha256 of moved) {
    try {
      const { path, size } = await placeOf(db, files, sha256)
      await copyDurably(path, stagedPath(join(target, 'staging'), sha256))
      staged.files += 1
      staged.bytes += size
    } catch (error) {
      if (!(error instanceof Refusal) && !hasCode(error, 'ENOENT')) throw error
      missing.push(sha256)
    }
  }
  await syncFolders(join(target, 'staging'))
  return { missing, staged }
}

async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  await syncFile(to)
}
