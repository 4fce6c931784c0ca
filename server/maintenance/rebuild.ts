import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { sql } from 'kysely'
import { systemActor } from '../../domain/access/actor.ts'
import { type SealedEntry, walkSealedTrail } from '../audit/sealed-trail.ts'
import { indexItem } from '../holdings/index-item.ts'
import { storeBuiltInKinds } from '../holdings/kinds.sql.ts'
import { canonical, record } from '../platform/audit.ts'
import type { Tx } from '../platform/db.ts'
import { migrate } from '../platform/migrate.ts'
import type { Settings } from '../settings.ts'
import { rootForReading, type StorageRoot } from '../store/ocfl/root.ts'
import { assertEmptyFolder, copyBeside, settle } from './arriving-folder.ts'
import type { Say } from './backup.ts'
import { assertEmptyDatabase } from './empty-database.ts'
import { insertDescribed } from './insert-described.ts'
import { openDatabase } from './open-runtime.ts'
import type { StoredBinding } from './read-bindings.ts'
import { readHoldings } from './read-holdings.ts'
import { refuseMaintenance } from './refusals.ts'
import { resumeWork } from './resume-work.ts'
import { speakPlainly, withoutTriggers } from './tables.ts'

export interface RebuildOptions {
  readonly say: Say
  /** Rebuilds the holdings although the sealed trail has gaps or is damaged; the trail then begins anew. */
  readonly withoutTrail?: boolean
}

/** What was rebuilt. */
export interface Rebuilt {
  readonly items: number
  readonly files: number
  readonly entries: number
}

/**
 * Rebuilds the holdings in an empty database from a storage root alone: fonds, units, people by name, kinds, series, counters, items,
 * files, search, and the trail as far as it was sealed. Accounts and drafts are not there; the first run makes an administrator anew.
 */
export async function rebuildFrom(settings: Settings, from: string, options: RebuildOptions): Promise<Rebuilt> {
  const { say } = options
  const source = resolve(from)
  const names = await readdir(source).catch((): string[] => [])
  if (!names.includes('0=ocfl_1.1')) refuseMaintenance('rebuild.no-store', { directory: source })
  const isElsewhere = source !== resolve(settings.storeDirectory)
  if (isElsewhere) await assertEmptyFolder(settings.storeDirectory)
  const database = await openDatabase(settings)
  try {
    await assertEmptyDatabase(database.pool)
    await migrate(database.pool)
    const store = await rootForReading(source)
    const rebuilt = await database.db.transaction().execute(async tx => {
      await speakPlainly(tx)
      const rebuilt = await rebuildIn(tx, store, options)
      if (isElsewhere) await bringStore(source, settings.storeDirectory, say)
      return rebuilt
    })
    await storeBuiltInKinds(database.db)
    await resumeWork(database.db)
    return rebuilt
  } finally {
    await database.close()
  }
}

async function bringStore(source: string, directory: string, say: Say): Promise<void> {
  await say('正在复制存储库', 'Copying the storage root')
  await copyBeside(source, directory)
  await settle(directory)
}

/** Rebuilds within one transaction: all of it is there, or nothing. */
export async function rebuildIn(
  tx: Tx,
  store: StorageRoot,
  { say, withoutTrail = false }: RebuildOptions,
): Promise<Rebuilt> {
  await say('正在读取存储库', 'Reading the storage root')
  let rebuilt: Rebuilt = { items: 0, files: 0, entries: 0 }
  await withoutTriggers(tx, async () => {
    await tx.deleteFrom('kind_version').execute()
    const bindings: StoredBinding[] = []
    const described = await insertDescribed(tx, readHoldings(store, bindings), bindings)
    await say('正在重建审计链', 'Rebuilding the trail')
    rebuilt = { ...described, entries: withoutTrail ? 0 : await insertTrail(tx, store) }
  })
  if (rebuilt.items > 0 && rebuilt.entries === 0 && !withoutTrail)
    refuseMaintenance('rebuild.trail-incomplete', { what: 'seal-missing 1' })
  await tallySeries(tx)
  await say('正在重建检索', 'Rebuilding the search index')
  await indexAll(tx)
  const { items, entries } = rebuilt
  const origin = { actor: systemActor, operation: 'maintenance.rebuild', requestId: 'rebuild', now: new Date() }
  await record(tx, origin, [{ name: 'system.rebuilt', subject: 'system', data: { items, entries } }])
  return rebuilt
}

async function indexAll(tx: Tx): Promise<void> {
  for (let after = ''; ; ) {
    const ids = await tx.selectFrom('item').select('id').where('id', '>', after).orderBy('id').limit(1000).execute()
    for (const { id } of ids) await indexItem(tx, id)
    const last = ids.at(-1)
    if (!last) return
    after = last.id
  }
}

/** Takes the trail back in as it was sealed; refuses one that its own digests do not prove whole. */
async function insertTrail(tx: Tx, store: StorageRoot): Promise<number> {
  let head = { seq: 0, digest: '0'.repeat(64) }
  let waiting: SealedEntry[] = []
  const send = async () => {
    if (waiting.length > 0) await tx.insertInto('audit_event').values(waiting.map(rowOf)).execute()
    waiting = []
  }
  const refuse = ({ code, seq, place }: { code: string; seq: number; place: string }): never =>
    refuseMaintenance('rebuild.trail-incomplete', { what: `${code} ${seq} ${place}` })
  for await (const sealed of walkSealedTrail(store, refuse)) {
    head = { seq: sealed.entry.seq, digest: sealed.digest }
    waiting.push(sealed)
    if (waiting.length === 1000) await send()
  }
  await send()
  await tx
    .updateTable('audit_head')
    .set({ ...head, sealed_seq: head.seq })
    .execute()
  return head.seq
}

function rowOf({ entry, digest }: SealedEntry) {
  const { actorId, actorName, requestId, data, ...rest } = entry
  return {
    ...rest,
    actor_id: actorId,
    actor_name: actorName,
    request_id: requestId,
    data: sql<never>`${canonical(data)}::jsonb`,
    digest,
  }
}

/** Counts anew what the triggers would have counted. */
async function tallySeries(tx: Tx): Promise<void> {
  await sql`insert into series_tally (series_id, secrecy, state, count, pages)
    select series_id, secrecy, state, count(*), coalesce(sum(pages), 0) from item group by 1, 2, 3`.execute(tx)
}
