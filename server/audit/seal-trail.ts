import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { systemActor } from '../../domain/access/actor.ts'
import { canonical, record } from '../platform/audit.ts'
import type { Tx } from '../platform/db.ts'
import { job } from '../platform/jobs.ts'
import type { Runtime } from '../platform/runtime.ts'
import { digestBytes } from '../store/ocfl/digest.ts'
import { readCurrentInventory } from '../store/ocfl/read.ts'
import { objectDir, type StorageRoot } from '../store/ocfl/root.ts'
import { putVersion, type VersionFile } from '../store/ocfl/write.ts'
import { entryOf } from './check-trail.ts'

/** Form of `seal-….json`; it only grows, so that every seal ever written can be checked. */
export const sealFormat = 'lantai-seal/1'

/** Object in the storage root that holds the seals 封存 of one day in China. */
export const sealObjectOf = (day: string): string => `urn:lantai:audit:${day}`

const lockKey = 7_022_031
const portion = 20_000

/** Seals the trail every hour, and whenever a server starts. */
export const sealHourly = job({
  name: 'audit.seal',
  payload: z.unknown(),
  run: ({ runtime }) => sealTrail(runtime),
})

/**
 * Writes what the trail has gained since the last seal, and its head, into the storage root, where the database's owner cannot change it
 * unseen. A seal leaves its own entry in the trail, which alone is no reason for another.
 */
export async function sealTrail(runtime: Runtime): Promise<void> {
  while (await runtime.db.transaction().execute(tx => sealPortion(runtime, tx)));
}

/** Seals the next entries; answers whether there may be more. Only one server seals at a time. */
async function sealPortion(runtime: Runtime, tx: Tx): Promise<boolean> {
  const { rows: locks } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${lockKey}) as ours`.execute(tx)
  if (!locks[0]?.ours) return false
  const { sealed_seq: sealed } = await tx.selectFrom('audit_head').select('sealed_seq').executeTakeFirstOrThrow()
  const rows = await tx
    .selectFrom('audit_event')
    .selectAll()
    .where('seq', '>', sealed)
    .orderBy('seq')
    .limit(portion)
    .execute()
  const last = rows.at(-1)
  if (!last || rows.every(({ event }) => event === 'audit.sealed')) return false
  const now = runtime.clock()
  const { seq, digest } = last
  const lines = rows.map(row => `${canonical({ ...entryOf(row), digest: row.digest })}\n`).join('')
  await writeSeal(runtime.files.store, { from: sealed + 1, seq, digest, at: now.toISOString() }, lines)
  const origin = { actor: systemActor, operation: sealHourly.name, requestId: 'job', now }
  await record(tx, origin, [{ name: 'audit.sealed', subject: 'audit', data: { seq, digest } }])
  await tx.updateTable('audit_head').set({ sealed_seq: seq }).execute()
  return rows.length === portion
}

interface Head {
  readonly from: number
  readonly seq: number
  readonly digest: string
  readonly at: string
}

/** Adds a version to the day's object: all its earlier files, the new entries, and the seal over them. */
async function writeSeal(store: StorageRoot, { from, seq, digest, at }: Head, lines: string): Promise<void> {
  const id = sealObjectOf(dayOf(at))
  const events = `events-${from}-${seq}.jsonl`
  const seal = { format: sealFormat, from, seq, digest, at, events, sha256: digestBytes(lines, 'sha256') }
  const before = await filesOf(store, id)
  const added = { [events]: lines, [`seal-${seq}.json`]: `${JSON.stringify(seal, null, 2)}\n` }
  // What a crash kept from being noted is sealed again, and the seal that stands is never replaced.
  const fresh = Object.entries(added).filter(([path]) => !before.some(({ logicalPath }) => logicalPath === path))
  await putVersion(store, {
    id,
    files: [...before, ...fresh.map(([logicalPath, text]) => ({ logicalPath, source: { bytes: Buffer.from(text) } }))],
    message: `audit.sealed ${from}-${seq}`,
    user: { name: systemActor.name, address: 'urn:lantai:person:system' },
    created: at,
  })
}

async function filesOf(store: StorageRoot, id: string): Promise<VersionFile[]> {
  const dir = objectDir(store, id)
  const { inventory } = (await readCurrentInventory(dir)) ?? {}
  if (!inventory) return []
  return Object.entries(inventory.versions[inventory.head]?.state ?? {}).flatMap(([sha512, paths]) =>
    paths.map(logicalPath => ({
      logicalPath,
      sha512,
      source: { path: join(dir, inventory.manifest[sha512]?.[0] ?? '') },
    })),
  )
}

/** Calendar day in China of an instant. */
const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
