import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runOnce } from 'graphile-worker'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Archive, fillArchive } from '../../tests/world/archive.ts'
import { type House, openHouse } from '../../tests/world/house.ts'
import { storedAfter, storedObjectOf } from '../holdings/stored-things.sql.ts'
import { taskListOf, workerLog } from '../platform/jobs.ts'
import { readPrinted, textOf } from '../print/pdf.fixture.ts'
import { objectDir } from '../store/ocfl/root.ts'
import { checkFixity, checkFixityDaily } from './check-fixity.ts'
import { listFindings, listFixity } from './list-fixity.ts'
import { printFixity } from './print-fixity.ts'
import { cancelFixity, runFixity } from './run-fixity.ts'

let house: House
let archive: Archive
beforeAll(async () => {
  house = await openHouse()
  archive = await fillArchive(house)
}, 60_000)
afterAll(() => house[Symbol.asyncDispose]())

let stored: string[]
beforeEach(async () => {
  stored = await storedAfter(house.runtime.db, '', 100)
})

const call = { reads: () => house.call(listFindings, archive.clerk, {}) }
const lastRun = async () => (await house.call(listFixity, archive.clerk, {})).runs[0]!

async function check(whole = true) {
  await house.call(runFixity, archive.clerk, { whole })
  await house.runJobs()
  return await lastRun()
}

/** Where the newest run stands. */
const cursor = async () =>
  (await house.runtime.db.selectFrom('fixity_run').select('cursor').orderBy('id', 'desc').limit(1).executeTakeFirst())
    ?.cursor

const dirOf = (thing: string) => objectDir(house.runtime.files.store, storedObjectOf(thing))

async function fileOf(thing: string, pattern: RegExp): Promise<string> {
  const names = await readdir(dirOf(thing), { recursive: true })
  return join(dirOf(thing), names.find(name => pattern.test(name))!)
}

const printed = async (body: unknown) =>
  (await readPrinted(body as Uint8Array)).pages
    .map(page => textOf(page))
    .join('')
    .replaceAll(' ', '')

async function everyByte(): Promise<Map<string, string>> {
  const { dir } = house.runtime.files.store
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return new Map(await Promise.all(files.map(async path => [path, (await readFile(path)).toString('hex')] as const)))
}

const eventsAbout = async (subject: string) =>
  (
    await house.runtime.db
      .selectFrom('audit_event')
      .select(['event', 'data'])
      .where('subject', '=', subject)
      .where('event', 'like', 'fixity.%')
      .orderBy('seq')
      .execute()
  ).map(({ event }) => event)

test('S5.5 a check reads the whole store, changes nothing in it and reports that it ran', async () => {
  const before = await everyByte()
  const run = await check()
  expect(run).toMatchObject({ state: 'finished', objects: stored.length, damaged: 0, planned: stored.length })
  expect(stored.some(id => id.startsWith('box_')) && stored.some(id => id.startsWith('volume_'))).toBe(true)
  expect(run.files).toBeGreaterThan(stored.length * 3)
  expect(run.bytes).toBeGreaterThan(1000)
  expect(await everyByte()).toEqual(before)
  const { body } = await house.call(printFixity, archive.clerk, { runId: run.id })
  const text = await printed(body)
  expect(text).toContain('固化检查报告')
  expect(text).toContain('全部相符')
})

test('S5.5 one flipped byte is found, named, told in the trail, and settled once it is mended', async () => {
  const thing = archive.filed[1]!
  const path = await fileOf(thing, /001-正文\.txt$/)
  const good = await readFile(path)
  await writeFile(path, Buffer.from(good.map((byte, at) => (at === 0 ? byte ^ 1 : byte))))
  expect(await check()).toMatchObject({ state: 'finished', damaged: 1 })
  const { damaged } = await call.reads()
  expect(damaged).toMatchObject([{ thing, named: { title: '两份附件的请示' } }])
  expect(damaged[0]!.faults).toMatchObject([{ fault: 'file-changed', path: expect.stringContaining('001-正文.txt') }])
  expect(await eventsAbout(thing)).toEqual(['fixity.damaged'])

  expect(await check()).toMatchObject({ damaged: 1 })
  expect(await eventsAbout(thing)).toEqual(['fixity.damaged'])
  const stillThere = await lastRun()
  const { body } = await house.call(printFixity, archive.clerk, { runId: stillThere.id })
  expect(await printed(body)).toContain('文件与写入时不一样')

  await writeFile(path, good)
  expect(await check(false)).toMatchObject({ damaged: 0 })
  expect((await call.reads()).damaged).toEqual([])
  expect(await eventsAbout(thing)).toEqual(['fixity.damaged', 'fixity.sound'])
  expect((await house.call(listFindings, archive.clerk, { runId: stillThere.id })).damaged).toHaveLength(1)
})

test('S5.5 a removed file and a removed object are found, and told apart', async () => {
  const [lostFile, lostObject] = [archive.filed[3]!, stored.find(id => id.startsWith('volume_'))!]
  const path = await fileOf(lostFile, /001-合同\.txt$/)
  const good = await readFile(path)
  await rm(path)
  await rename(dirOf(lostObject), join(house.folder, 'aside'))
  expect(await check()).toMatchObject({ state: 'finished', damaged: 2 })
  const found = new Map((await call.reads()).damaged.map(({ thing, faults }) => [thing, faults.map(f => f.fault)]))
  expect(found.get(lostFile)).toEqual(['file-missing'])
  expect(found.get(lostObject)).toEqual(['object-missing'])
  await writeFile(path, good)
  await rename(join(house.folder, 'aside'), dirOf(lostObject))
  expect(await check()).toMatchObject({ damaged: 0 })
})

test('S5.5 an unplugged store is said not to be there, and nothing in it is called damaged', async () => {
  const { dir } = house.runtime.files.store
  await rename(dir, `${dir}-unplugged`)
  expect(await check()).toMatchObject({ state: 'absent', objects: 0, damaged: 0 })
  await rename(`${dir}-unplugged`, dir)
  expect((await call.reads()).damaged).toEqual([])
  expect(await eventsAbout((await lastRun()).id)).toEqual(['fixity.started', 'fixity.ended'])
})

test('S17.4 what is damaged names its code, title and files only to those who may see them', async () => {
  const secret = archive.filed[2]!
  const path = await fileOf(secret, /001-转发\.txt$/)
  const good = await readFile(path)
  await writeFile(path, '别的内容')
  await check()
  const outsider = await house.given.person({ roles: ['archivist'], clearance: 'public' })
  const { damaged } = await house.call(listFindings, outsider, {})
  expect(damaged).toMatchObject([{ thing: secret, named: null, faults: [{ fault: 'file-changed', path: '' }] }])
  const { body } = await house.call(printFixity, outsider, { runId: (await lastRun()).id })
  expect(await printed(body)).not.toContain('转发')
  await writeFile(path, good)
  await check()
})

test('S5.5 a daily run begins by itself and goes on where the last one ended, and so round the store', async () => {
  const daily = async () => {
    await house.runtime.db.transaction().execute(async tx => {
      const { enqueue } = await import('../platform/jobs.ts')
      await enqueue(tx, checkFixityDaily, {})
    })
    await house.runJobs()
    return await lastRun()
  }
  await house.runtime.db.updateTable('fixity_run').set({ cursor: stored[1]! }).execute()
  expect(await daily()).toMatchObject({ state: 'finished', startedBy: null, whole: false, objects: stored.length })
  // After the last object it begins anew, and so ends where it began.
  expect(await cursor()).toBe(stored[1])
})

test('S5.5 one check at a time; it can be stopped, and a stopped one stays as it is', async () => {
  const { runId } = await house.call(runFixity, archive.clerk, { whole: true })
  expect((await house.refusal(runFixity, archive.clerk, {})).code).toBe('fixity.under-way')
  await house.call(cancelFixity, archive.clerk, { runId })
  await house.runJobs()
  expect(await lastRun()).toMatchObject({ id: runId, state: 'cancelled', objects: 0 })
  expect((await house.refusal(cancelFixity, archive.clerk, { runId })).code).toBe('fixity.ended')
  const clerk = await house.given.person({ roles: ['office-clerk'] })
  expect((await house.refusal(runFixity, clerk, {})).code).toBe('permission.required')
})

test('S5.5 a check that was killed in the middle goes on after what it had read', async () => {
  await house.runtime.db.updateTable('fixity_run').set({ cursor: '' }).execute()
  const { runId } = await house.call(runFixity, archive.clerk, { whole: true })
  let reads = 0
  const { store } = house.runtime.files
  // The disk goes away in the very act, as with a power cut: the job ends with an error after two objects.
  const files = {
    ...house.runtime.files,
    get store() {
      reads += 1
      if (reads > 3) throw new Error('killed')
      return store
    },
  }
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const taskList = taskListOf({ runtime: { ...house.runtime, files }, log, jobs: [checkFixity] })
  await runOnce({ pgPool: house.pool, taskList, noHandleSignals: true, logger: workerLog(log) })
  expect(await lastRun()).toMatchObject({ id: runId, state: 'running', objects: 2 })
  expect(await cursor()).toBe(stored[1])
  await house.pool.query('update graphile_worker._private_jobs set run_at = now()')
  await house.runJobs()
  expect(await lastRun()).toMatchObject({ id: runId, state: 'finished', objects: stored.length, damaged: 0 })
})
