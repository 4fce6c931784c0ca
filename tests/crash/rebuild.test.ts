import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runOnce } from 'graphile-worker'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { checkChain } from '../../server/audit/check-trail.ts'
import { sealObjectOf, sealTrail } from '../../server/audit/seal-trail.ts'
import { jobs } from '../../server/jobs.ts'
import { type OpenedRuntime, openRuntime } from '../../server/maintenance/open-runtime.ts'
import { rebuildFrom } from '../../server/maintenance/rebuild.ts'
import { verifyHoldings } from '../../server/maintenance/verify.ts'
import type { Db } from '../../server/platform/db.ts'
import { taskListOf, workerLog } from '../../server/platform/jobs.ts'
import { objectDir } from '../../server/store/ocfl/root.ts'
import { fillArchive } from '../world/archive.ts'
import { openCommandLine } from '../world/command-line.ts'
import { type EmptyPlace, openEmptyPlace } from '../world/empty-place.ts'
import { openHouse } from '../world/house.ts'
import { administrator } from '../world/running.ts'
import { type ServerProcess, startProcess } from './server-process.ts'

const silent = { info: () => undefined, warn: () => undefined, error: (facts: object) => console.error(facts) }
const options = { say: () => undefined }

/** The holdings as a canonical dump: every row, without what says only when and where bytes were put. */
async function holdingsOf(db: Db) {
  const blobs = await db.selectFrom('blob').selectAll().orderBy('sha256').execute()
  const searches = await db
    .selectFrom('item_search')
    .select(['item_id', 'folded', sql<string[]>`tsvector_to_array(grams)`.as('grams')])
    .orderBy('item_id')
    .execute()
  return {
    fonds: await db.selectFrom('fonds').selectAll().orderBy('id').execute(),
    units: await db.selectFrom('unit').selectAll().orderBy('id').execute(),
    // Kinds that nothing is described under are stored anew at the next start.
    kinds: await db
      .selectFrom('kind_version')
      .selectAll()
      .where(sql<boolean>`(code, version) in (select kind, kind_version from item)`)
      .orderBy('code')
      .orderBy('version')
      .execute(),
    series: await db.selectFrom('series').selectAll().orderBy('id').execute(),
    tallies: await db
      .selectFrom('series_tally')
      .selectAll()
      .where('count', '>', 0)
      .orderBy('series_id')
      .orderBy('secrecy')
      .orderBy('state')
      .execute(),
    counters: await db.selectFrom('code_counter').selectAll().orderBy('fonds_id').orderBy('scope').execute(),
    items: await db.selectFrom('item').selectAll().orderBy('id').execute(),
    volumes: await db.selectFrom('volume').selectAll().orderBy('id').execute(),
    bonds: await db.selectFrom('bond').selectAll().orderBy('id').execute(),
    boxes: await db.selectFrom('box').selectAll().orderBy('id').execute(),
    components: await db.selectFrom('component').selectAll().orderBy('id').execute(),
    people: await db
      .selectFrom('person')
      .select(['id', 'name', 'initials'])
      .where('id', 'in', db.selectFrom('item').select('registered_by'))
      .orderBy('id')
      .execute(),
    blobs: blobs.map(({ staged_at: _, stored_object: __, stored_path: ___, ...blob }) => blob),
    // A number given to an item already indexed stands before the other lines; the lines are what is searched.
    searches: searches.map(({ folded, ...row }) => ({ ...row, folded: folded.split('\n').sort() })),
  }
}

const trailOf = (db: Db) =>
  db.selectFrom('audit_event').selectAll().where('event', '!=', 'system.rebuilt').orderBy('seq').execute()

async function withRebuilt(place: EmptyPlace, use: (there: OpenedRuntime) => Promise<void>): Promise<void> {
  const there = await openRuntime(place.settings)
  try {
    await runOnce({
      pgPool: there.pool,
      taskList: taskListOf({ runtime: there.runtime, log: silent, jobs }),
      noHandleSignals: true,
      logger: workerLog(silent),
    })
    await use(there)
  } finally {
    await there.close()
  }
}

test('S1.5 the database is gone: the storage root alone gives back the same holdings, and the sealed trail', async () => {
  await using house = await openHouse()
  await fillArchive(house)
  await sealTrail(house.runtime)
  const before = await holdingsOf(house.runtime.db)
  const trail = (await trailOf(house.runtime.db)).filter(({ event }) => event !== 'audit.sealed')

  await using place = await openEmptyPlace()
  const rebuilt = await rebuildFrom(place.settings, house.runtime.files.store.dir, options)
  expect(rebuilt).toEqual({ items: before.items.length, files: before.components.length, entries: trail.length })
  await withRebuilt(place, async there => {
    expect(await holdingsOf(there.db)).toEqual(before)
    expect((await trailOf(there.db)).slice(0, trail.length)).toEqual(trail)
    expect((await checkChain(there.db)).brokenAt).toBeNull()
    expect(await verifyHoldings(there.runtime)).toMatchObject({ problems: [], pending: 0 })
    await expect(there.pool.query('delete from item')).rejects.toThrow('never deleted')
  })
})

test('S17.4 a trail with a gap is not rebuilt as if it were whole; the holdings can be had without it', async () => {
  await using house = await openHouse()
  const { filed } = await fillArchive(house)
  await sealTrail(house.runtime)
  await rm(objectDir(house.runtime.files.store, sealObjectOf('2026-11-24')), { recursive: true })
  await using place = await openEmptyPlace()
  const { dir } = house.runtime.files.store
  await expect(rebuildFrom(place.settings, dir, options)).rejects.toMatchObject({ code: 'rebuild.trail-incomplete' })
  expect(await rebuildFrom(place.settings, dir, { ...options, withoutTrail: true })).toMatchObject({
    items: filed.length,
    entries: 0,
  })
})

test.each([
  ['is gone', (path: string) => rm(path)],
  ['was changed', async (path: string) => writeFile(path, (await readFile(path, 'utf8')).replace('转发', '转交'))],
])('S1.5 an item whose description %s is named, and nothing is rebuilt without it', async (_, harm) => {
  await using house = await openHouse()
  const { filed } = await fillArchive(house)
  await harm(join(objectDir(house.runtime.files.store, `urn:lantai:item:${filed[2]}`), 'v1/content/description.json'))
  await using place = await openEmptyPlace()
  const work = rebuildFrom(place.settings, house.runtime.files.store.dir, options)
  await expect(work).rejects.toMatchObject({
    code: 'rebuild.unreadable',
    params: { id: `urn:lantai:item:${filed[2]}` },
  })
  await expect(readdir(place.settings.storeDirectory)).rejects.toThrow('ENOENT')
})

test('S1.5 a server is killed, its database deleted: after rebuild and set-up it serves the same items again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lantai-rebuild-'))
  await chmod(folder, 0o711)
  const servers: ServerProcess[] = []
  onTestFinished(async () => {
    for (const server of servers) await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
  await using line = await openCommandLine({ LANTAI_DATA: folder, LANTAI_LOG: 'silent' })
  const secret = administrator.password
  const name = [
    '--organisation',
    '青原奶牛场',
    '--template',
    'dairy',
    '--admin',
    administrator.login,
    '--separation',
    'simplified',
  ]
  const succeed = async (args: readonly string[], stdin?: string) => {
    const ended = await line.run(args, stdin)
    expect(ended, args.join(' ')).toMatchObject({ code: 0 })
  }
  const serve = async () => {
    const server = await startProcess(folder)
    servers.push(server)
    line.env['LANTAI_SERVER'] = server.base
    await succeed(['login', '--login', administrator.login, '--password-stdin'], secret)
    return server
  }

  await succeed(['setup', ...name, '--password-stdin'], secret)
  expect(await line.run(['setup', ...name, '--password-stdin'], secret)).toMatchObject({ code: 5 })
  let server = await serve()
  const codes = await fileSome(line)
  await server.killServer()
  server.killDatabase()
  await rm(join(folder, 'pg'), { recursive: true })

  await succeed(['audit', 'verify-seals'])
  await succeed(['rebuild', '--from', join(folder, 'store')])
  await succeed(['verify'])
  await succeed(['setup', ...name, '--password-stdin'], secret)
  server = await serve()
  const { items } = await line.json<{ items: { code: string }[] }>(['item', 'search', '--text', '防疫'])
  expect(items.map(({ code }) => code).sort()).toEqual(codes)
  expect((await fileSome(line)).some(code => codes.includes(code))).toBe(false)
  await succeed(['audit', 'verify-seals'])
}, 120_000)

/** Registers, numbers and files two documents from the command line, waits until they are stored, and answers their codes. */
async function fileSome(line: Awaited<ReturnType<typeof openCommandLine>>): Promise<string[]> {
  const { fonds } = await line.json<{ fonds: { id: string }[] }>(['fonds', 'list'])
  const { units } = await line.json<{ units: { id: string }[] }>(['unit', 'list'])
  const place = ['--fonds-id', fonds[0]!.id, '--unit-id', units[0]!.id, '--kind', 'document', '--year', '2026']
  const facts = [
    '--title',
    '春季防疫通知',
    '--creator',
    '办公室',
    '--date',
    '2026-03-01',
    '--pages',
    '2',
    '--retention',
    'D30',
  ]
  const ids: string[] = []
  for (let at = 0; at < 2; at++)
    ids.push((await line.json<{ itemId: string }>(['item', 'register', ...place, ...facts])).itemId)
  const these = ids.flatMap(id => ['--ids', id])
  const { done } = await line.json<{ done: { code: string }[] }>(['item', 'number', ...these])
  await line.json(['item', 'file', ...these])
  for (let waiting = 1; waiting > 0; ) waiting = (await line.json<{ waiting: number }>(['job', 'list'])).waiting
  return done.map(({ code }) => code).sort()
}
