import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Archive, fillArchive } from '../../tests/world/archive.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { sealTrail } from '../audit/seal-trail.ts'
import { registerItem } from '../holdings/register-item.ts'
import { objectDir } from '../store/ocfl/root.ts'
import { putVersion } from '../store/ocfl/write.ts'
import { stagedPath } from '../store/staging.ts'
import { resumeWork } from './resume-work.ts'
import { verifyHoldings } from './verify.ts'

let house: House
let archive: Archive
beforeAll(async () => {
  house = await openHouse()
  archive = await fillArchive(house)
  await sealTrail(house.runtime)
})
afterAll(() => house[Symbol.asyncDispose]())

const found = async (quick = false) =>
  (await verifyHoldings(house.runtime, { quick })).problems.map(({ code, subject }) => ({ code, subject }))
const folderOf = (itemId: string) => objectDir(house.runtime.files.store, `urn:lantai:item:${itemId}`)

/** A content file of an item's object. */
async function contentOf(itemId: string): Promise<string> {
  const files = await readdir(folderOf(itemId), { recursive: true, withFileTypes: true })
  const file = files.find(entry => entry.isFile() && entry.name.startsWith('001-'))
  return join(file!.parentPath, file!.name)
}

test('an archive in which nothing is wrong is found so, to the last file', async () => {
  expect(await verifyHoldings(house.runtime)).toMatchObject({ problems: [], items: 7, files: 3, pending: 0 })
})

test('S1.5 a row that was changed behind the product’s back differs from its description, by the name of the fact', async () => {
  const [item] = archive.filed
  const before = await house.runtime.db
    .selectFrom('item')
    .select('title')
    .where('id', '=', item!)
    .executeTakeFirstOrThrow()
  await house.runtime.db.updateTable('item').set({ title: '改过的题名' }).where('id', '=', item!).execute()
  expect((await verifyHoldings(house.runtime)).problems).toEqual([
    { code: 'description-differs', subject: item, detail: 'title' },
  ])
  await house.runtime.db.updateTable('item').set(before).where('id', '=', item!).execute()
})

test('a damaged, a missing and a foreign object are each named', async () => {
  const [, damaged, missing] = archive.filed
  const content = await contentOf(damaged!)
  const bytes = await readFile(content)
  await writeFile(content, Buffer.from(bytes).fill(0x20, 0, 1))
  expect(await found()).toEqual([{ code: 'object-damaged', subject: `urn:lantai:item:${damaged}` }])
  expect(await found(true)).toEqual([])
  await writeFile(content, bytes)

  await rename(folderOf(missing!), join(house.folder, 'away'))
  expect(await found()).toContainEqual({ code: 'object-missing', subject: missing })
  await rename(join(house.folder, 'away'), folderOf(missing!))

  const stray = 'urn:lantai:item:item_00000000000000000000000000'
  const draft = {
    id: stray,
    files: [{ logicalPath: 'x', source: { bytes: Buffer.from('x') } }],
    message: 'x',
    user: { name: 'x', address: 'urn:x' },
    created: '2026-01-01T00:00:00Z',
  }
  await putVersion(house.runtime.files.store, draft)
  expect(await found()).toEqual([{ code: 'object-stray', subject: stray }])
  await rm(objectDir(house.runtime.files.store, stray), { recursive: true })
})

test('bytes that wait to be filed are missed when they are gone or changed', async () => {
  const { clerk, place } = archive
  const upload = await house.given.upload(clerk, 'x.txt', Buffer.from('等待归档'))
  await house.call(registerItem, clerk, { ...someDocument(place), uploadIds: [upload] })
  const { sha256 } = await house.runtime.reads
    .selectFrom('blob')
    .select('sha256')
    .where('stored_object', 'is', null)
    .executeTakeFirstOrThrow()
  const path = stagedPath(house.runtime.files.staging, sha256)
  const bytes = await readFile(path)
  await writeFile(path, Buffer.from(bytes).fill(0x20, 0, 1))
  expect(await found()).toEqual([{ code: 'blob-damaged', subject: sha256 }])
  await rm(path)
  expect(await found(true)).toEqual([{ code: 'blob-missing', subject: sha256 }])
  await writeFile(path, bytes)
})

test('S17.4 a trail that was changed breaks its chain and its seals', async () => {
  const { db } = house.runtime
  await sql`alter table audit_event disable trigger audit_append_only`.execute(db)
  const { digest } = await db.selectFrom('audit_event').select('digest').where('seq', '=', 3).executeTakeFirstOrThrow()
  await db
    .updateTable('audit_event')
    .set({ digest: 'f'.repeat(64) })
    .where('seq', '=', 3)
    .execute()
  expect(await found(true)).toEqual([
    { code: 'chain-broken', subject: '3' },
    { code: 'seal-differs', subject: '3' },
  ])
  await db.updateTable('audit_event').set({ digest }).where('seq', '=', 3).execute()
  await sql`alter table audit_event enable trigger audit_append_only`.execute(db)
  expect(await found(true)).toEqual([])
})

test('S1.5 work whose jobs were lost is found in the data itself and done at the next start', async () => {
  const { db } = house.runtime
  const item = await archive.fileOneMore('作业丢失')
  await sql`delete from graphile_worker._private_jobs`.execute(db)
  await house.runJobs()
  expect(await verifyHoldings(house.runtime)).toMatchObject({ pending: 1, problems: [] })
  const counted = await resumeWork(db)
  await resumeWork(db)
  const { rows } = await sql<{ key: string }>`select key from graphile_worker.jobs where key like 'store:%'`.execute(db)
  expect({ items: counted.items, keys: rows.map(({ key }) => key) }).toEqual({ items: 1, keys: [`store:${item}`] })
  await house.runJobs()
  expect(await verifyHoldings(house.runtime)).toMatchObject({ pending: 0, problems: [] })
  const states = await db.selectFrom('blob').select('text_state').distinct().execute()
  expect(states).toEqual([{ text_state: 'done' }])
})
