import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse } from '../../tests/world/house.ts'
import { createUnit } from '../access/units.ts'
import { digestOf } from '../platform/audit.ts'
import { openObject } from '../store/ocfl/read.ts'
import { objectDir } from '../store/ocfl/root.ts'
import { isValid, validateObject } from '../store/ocfl/validate.ts'
import { checkChain, entryOf } from './check-trail.ts'
import { checkSeals } from './seal-check.ts'
import { sealObjectOf, sealTrail } from './seal-trail.ts'

let house: House
let count = 0

beforeAll(async () => {
  house = await openHouse()
})
beforeEach(async () => {
  await something(3)
  await sealTrail(house.runtime)
})
afterAll(() => house[Symbol.asyncDispose]())

/** Lets some entries come into the trail. */
async function something(times: number): Promise<void> {
  const admin = await house.given.person({ roles: ['system-administrator'] })
  for (let at = 0; at < times; at++) {
    count += 1
    await house.call(createUnit, admin, { name: `新\u2028部门${count}`, code: `N${count}` })
  }
}

const store = () => house.runtime.files.store
const today = () => sealObjectOf(house.now.toISOString().slice(0, 10))
const check = () => checkSeals(store(), house.runtime.reads)
const codes = async () => [...new Set((await check()).findings.map(({ code }) => code))].sort()
const sealedFiles = async () => {
  const { versions, head } = await openObject(store(), today())
  return Object.values(versions[head]!.state).flat().sort()
}

/** Does what only the owner of the database can, and what no seal may let pass. */
async function asOwner(rewrite: () => Promise<void>): Promise<void> {
  await sql`alter table audit_event disable trigger audit_append_only`.execute(house.runtime.db)
  await rewrite()
  await sql`alter table audit_event enable trigger audit_append_only`.execute(house.runtime.db)
}

/** Recomputes every digest from an entry on, so that the chain in the database is sound again. */
async function forgeChain(): Promise<void> {
  const { db } = house.runtime
  let digest = '0'.repeat(64)
  for (const row of await db.selectFrom('audit_event').selectAll().orderBy('seq').execute()) {
    digest = digestOf(digest, entryOf(row))
    await db.updateTable('audit_event').set({ digest }).where('seq', '=', row.seq).execute()
  }
  await db.updateTable('audit_head').set({ digest }).execute()
}

test('S17.4 every entry is sealed once, in files that prove themselves, and the day’s object keeps all its seals', async () => {
  const before = await sealedFiles()
  await something(2)
  await sealTrail(house.runtime)
  const after = await sealedFiles()
  expect(after).toEqual(expect.arrayContaining(before))
  expect(after.length).toBe(before.length + 2)
  const { entries, head, findings } = await check()
  const { sealed_seq } = await house.runtime.reads
    .selectFrom('audit_head')
    .select('sealed_seq')
    .executeTakeFirstOrThrow()
  expect({ findings, entries, head: head?.seq }).toEqual({ findings: [], entries: sealed_seq, head: sealed_seq })
  expect(isValid(await validateObject(objectDir(store(), today())))).toBe(true)
  expect((await checkSeals(store())).findings).toEqual([])
})

test('a seal’s own entry is no reason for another seal', async () => {
  const before = await sealedFiles()
  await sealTrail(house.runtime)
  await sealTrail(house.runtime)
  expect(await sealedFiles()).toEqual(before)
})

test('two servers that seal at once seal each entry once', async () => {
  await something(2)
  await Promise.all([sealTrail(house.runtime), sealTrail(house.runtime)])
  expect((await check()).findings).toEqual([])
})

test('a crash between the seal and its note leaves both true: the entries are sealed again', async () => {
  await something(1)
  const { sealed_seq } = await house.runtime.db.selectFrom('audit_head').select('sealed_seq').executeTakeFirstOrThrow()
  await sealTrail(house.runtime)
  await house.runtime.db.updateTable('audit_head').set({ sealed_seq }).execute()
  await something(1)
  await sealTrail(house.runtime)
  expect((await check()).findings).toEqual([])
})

test('S17.4 the owner rewrites an entry and the whole chain after it: the database looks sound, the seals say no', async () => {
  const { db, reads } = house.runtime
  const [first] = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('event', '=', 'unit.created')
    .orderBy('seq')
    .limit(1)
    .execute()
  await asOwner(async () => {
    await db.updateTable('audit_event').set({ actor_name: '别人' }).where('seq', '=', first!.seq).execute()
    await forgeChain()
  })
  expect((await checkChain(reads)).brokenAt).toBeNull()
  expect((await check()).findings[0]).toMatchObject({ code: 'seal-differs', seq: first!.seq })
  await asOwner(async () => {
    await db.updateTable('audit_event').set({ actor_name: first!.actor_name }).where('seq', '=', first!.seq).execute()
    await forgeChain()
  })
  expect(await codes()).toEqual([])
})

test('S17.4 entries cut off at the end are missed', async () => {
  const { db } = house.runtime
  const { head } = await check()
  const rows = await db.selectFrom('audit_event').selectAll().where('seq', '>=', head!.seq).execute()
  await asOwner(async () => {
    await db.deleteFrom('audit_event').where('seq', '>=', head!.seq).execute()
  })
  expect((await check()).findings[0]).toMatchObject({ code: 'seal-differs', seq: head!.seq })
  await db
    .insertInto('audit_event')
    .values(rows.map(row => ({ ...row, data: JSON.stringify(row.data) })))
    .execute()
  expect(await codes()).toEqual([])
})

test('S17.4 a sealed file that somebody changes is found, with and without a database', async () => {
  const { versions, head, manifest } = await openObject(store(), today())
  const [digest] = Object.entries(versions[head]!.state).find(([, paths]) => paths[0]!.startsWith('events-'))!
  const path = join(objectDir(store(), today()), manifest[digest]![0]!)
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace('"event":"unit.created"', '"event":"unit.renamed"'))
  expect((await checkSeals(store())).findings.map(({ code }) => code)).toEqual(['seal-damaged', 'seal-broken'])
  await writeFile(path, text.split('\n').slice(1).join('\n'))
  expect((await checkSeals(store())).findings.map(({ code }) => code)).toContain('seal-gap')
  await writeFile(path, text)
  expect(await codes()).toEqual([])
})

test('S17.4 a day’s seals that somebody takes away are missed', async () => {
  house.now = new Date(house.now.getTime() + 86_400_000)
  await something(1)
  await sealTrail(house.runtime)
  await rm(objectDir(store(), today()), { recursive: true })
  expect(await codes()).toEqual(['seal-missing'])
})
