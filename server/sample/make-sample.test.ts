import { setTimeout as wait } from 'node:timers/promises'
import { Logger, runOnce } from 'graphile-worker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roleCodes } from '../../domain/access/roles.ts'
import type { SeparationMode } from '../../domain/access/separation.ts'
import { samplePeople, sampleUnits } from '../../domain/setup/sample-people.ts'
import { type TemplateCode, templateCodes } from '../../domain/setup/templates.ts'
import { type House, nobody, openHouse } from '../../tests/world/house.ts'
import { actorOf } from '../access/actor-of.ts'
import { openSession } from '../access/open-session.ts'
import { checkChain } from '../audit/check-trail.ts'
import { readText } from '../holdings/read-text.ts'
import { searchItems } from '../holdings/search-items.ts'
import { type Job, taskListOf } from '../platform/jobs.ts'
import { readProgress } from '../platform/progress.ts'
import { completeSetup } from '../setup/complete-setup.ts'
import { newSetupToken } from '../setup/first-run.ts'
import { accountYears, drawAccounts } from './draw-accounts.ts'
import { sampleItems } from './draw-items.ts'
import { drawRoutine, routineYears } from './draw-routine.ts'
import { makeSample } from './make-sample.ts'

const password = 'Niu-Chang-2026'
const wordsInFiles = ['苜蓿青贮', '布鲁氏菌病净化']

const accounts = accountYears.flatMap(drawAccounts).flatMap(({ items }) => items)
const routine = routineYears.flatMap(drawRoutine).map(({ words }) => words)

let house: House
let jobId: string
beforeAll(async () => {
  house = await openHouse()
  jobId = await setUp(house, { template: 'dairy', separation: 'strict' })
  const stopped = stopAfter(house, { jobId, steps: 5 })
  await runOnly(house, [makeSample])
  await stopped
  expect(await progress()).toMatchObject({ state: 'cancelled' })
  await again('running')
  await runOnly(house, [readText])
}, 180_000)
afterAll(() => house[Symbol.asyncDispose]())

/** Completes the first run with a sample; the job waits. */
async function setUp(of: House, chosen: { template: TemplateCode; separation: SeparationMode; login?: string }) {
  const { login = 'admin', ...settings } = chosen
  const answer = await of.call(completeSetup, nobody, {
    token: await newSetupToken(of.runtime),
    organisation: { name: '示范奶牛场', fondsCode: 'A001', fondsName: '示范奶牛场' },
    administrator: { login, name: '管理员', password },
    sample: true,
    ...settings,
  })
  return answer.jobId ?? ''
}

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const tasks = (of: House, some: readonly Job<never>[]) => taskListOf({ runtime: of.runtime, log, jobs: some })

/** Runs the waiting jobs of these sorts alone; the storage root is another test's. */
const runOnly = (of: House, some: readonly unknown[]) =>
  runOnce({
    pgPool: of.pool,
    taskList: tasks(of, some as readonly Job<never>[]),
    noHandleSignals: true,
    concurrency: 2,
    logger: new Logger(() => () => undefined),
  })

const progress = () => readProgress(house.runtime.db, jobId)

/** Asks the job to stop once it has done so many steps. */
async function stopAfter(of: House, { jobId: id, steps }: { jobId: string; steps: number }): Promise<void> {
  const { db } = of.runtime
  while (((await readProgress(db, id))?.done ?? 0) < steps) await wait(20)
  await db.updateTable('job_progress').set({ cancel_requested: true }).where('id', '=', id).execute()
}

/** Runs the job again, as the workers do after a crash. */
async function again(state: string): Promise<void> {
  const { db } = house.runtime
  await db.updateTable('job_progress').set({ state, cancel_requested: false }).where('id', '=', jobId).execute()
  const { password_hash } = await db
    .selectFrom('person')
    .select('password_hash')
    .where('login', '=', 'admin')
    .executeTakeFirstOrThrow()
  await Promise.resolve(
    tasks(house, [makeSample as unknown as Job<never>])[makeSample.name]?.(
      { jobId, passwordHash: password_hash },
      {} as never,
    ),
  )
}

async function counts(of: House) {
  const { rows } = await of.pool.query<Record<string, number>>(`select
    (select count(*) from person) as people, (select count(*) from post) as posts, (select count(*) from unit) as units,
    (select count(*) from item) as items, (select count(distinct title) from item) as titles,
    (select count(*) from component) as components, (select count(distinct item_id) from component) as with_files,
    (select count(*) from upload) as uploads, (select count(*) from item where state = 'draft') as drafts,
    (select count(*) from item where state = 'numbered') as numbered, (select count(*) from item where state = 'filed') as filed,
    (select count(*) from audit_event) as events, (select count(*) from audit_event where event = 'item.corrected') as corrected`)
  return rows[0] ?? {}
}

async function actorWith(login: string, of = house) {
  const { id } = await of.runtime.db
    .selectFrom('person')
    .select('id')
    .where('login', '=', login)
    .executeTakeFirstOrThrow()
  return actorOf(of.runtime.db, id)
}

test('the sample farm has its items, files and states, also when the job was stopped on the way and run again', async () => {
  expect(await progress()).toMatchObject({ state: 'finished', done: 19, total: 19, failure: null })
  const found = await counts(house)
  expect(found).toMatchObject({
    items: sampleItems().length + accounts.length + routine.length,
    titles: sampleItems().length + accounts.length + routine.length,
    uploads: 0,
    drafts:
      25 + accounts.filter(({ year }) => year === 2026).length + routine.filter(({ date }) => date >= '2026-10').length,
    numbered: 15,
    corrected: 3,
  })
  expect(found['with_files']).toBeGreaterThanOrEqual(36)
  expect(found['people']).toBe(samplePeople.length + 1)
})

test('there is somebody in every role, who signs in with the administrator’s password and need not change it', async () => {
  expect(new Set(samplePeople.map(({ role }) => role))).toEqual(new Set(roleCodes))
  for (const login of ['zhangmin', 'hejing', 'lindawei']) {
    expect(await house.call(openSession, nobody, { login, password })).toMatchObject({ mustChangePassword: false })
  }
  const posts = await house.runtime.db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['login', 'role'])
    .execute()
  for (const { login, role } of samplePeople) expect(posts).toContainEqual({ login, role })
})

test('S1.4 every box of the years that are finished stands on a shelf, and holds one series in the order of its codes', async () => {
  const { rows } = await house.pool.query<Record<string, number>>(`select
    (select count(*)::int from box) as boxes,
    (select count(*)::int from placement where ended_at is null) as placed,
    (select count(*)::int from item where state = 'filed' and year in (2024, 2025) and box_id is null and volume_id is null) as loose,
    (select count(*)::int from volume where state = 'filed' and box_id is null) as loose_volumes`)
  expect(rows[0]?.['boxes']).toBeGreaterThan(50)
  expect(rows[0]).toMatchObject({ placed: rows[0]?.['boxes'], loose: 0, loose_volumes: 0 })
})

test('S1.4 the store room has its climate, one afternoon out of its limits with what was done, and its media', async () => {
  const { rows } = await house.pool.query<Record<string, number>>(`select
    (select count(*)::int from climate_reading) as readings,
    (select count(*)::int from climate_reading where measure <> '') as measured,
    (select count(*)::int from medium) as media, (select count(*)::int from filing_scope) as scope`)
  expect(rows).toEqual([{ readings: 28, measured: 1, media: 3, scope: 4 }])
})

test('S1.1 the register has letters in every stage', async () => {
  const states = await house.runtime.db.selectFrom('register_line').select('state').distinct().execute()
  expect(states.map(({ state }) => state).sort()).toEqual(['circulating', 'done', 'registered'])
})

test('S1.5 what was corrected after filing says why, and now stands right', async () => {
  const events = await house.runtime.db
    .selectFrom('audit_event')
    .select(['subject', 'data'])
    .where('event', '=', 'item.corrected')
    .execute()
  const rightTitles = sampleItems().flatMap(({ correction, words }) =>
    correction ? [correction.changes.title ?? words.title] : [],
  )
  const items = await house.runtime.db
    .selectFrom('item')
    .select(['title', 'state'])
    .where(
      'id',
      'in',
      events.map(({ subject }) => subject),
    )
    .execute()
  expect(items.map(({ title }) => title).sort()).toEqual(rightTitles.sort())
  expect(events.every(({ data }) => String((data as { reason: string }).reason).length > 5)).toBe(true)
})

test('S17.4 the trail of all this is sound, and nobody acted without the right to', async () => {
  const { entries, brokenAt } = await checkChain(house.runtime.reads)
  expect({ brokenAt, enough: entries > 2000 }).toEqual({ brokenAt: null, enough: true })
  const denied = await house.runtime.db
    .selectFrom('audit_event')
    .select('seq')
    .where('event', '=', 'access.denied')
    .execute()
  expect(denied).toEqual([])
})

test('S1.2 a clerk finds items by words that stand in a file and in no title', async () => {
  for (const text of wordsInFiles) {
    const { items } = await house.call(searchItems, await actorWith('zhangmin'), { text })
    expect(items.length).toBeGreaterThanOrEqual(2)
    expect(items.every(({ title, passage }) => !title.includes(text) && passage?.text.includes(text))).toBe(true)
  }
  const states = await house.runtime.db.selectFrom('blob').select(['text_state', 'mime']).distinct().execute()
  // A scan waits for its words to be recognised; everything else was read.
  expect(
    states.filter(({ text_state, mime }) => !['done', 'none'].includes(text_state) && mime !== 'image/jpeg'),
  ).toEqual([])
})

test('S17.4 part-time archivists registered for their own units, and core secrets were the head’s alone', async () => {
  const { rows } = await house.pool.query<{ login: string; foreign: number; secret: number }>(`select p.login,
    count(*) filter (where i.unit_id <> all (array(select unit_id from post where person_id = p.id))) as foreign,
    count(*) filter (where i.secrecy = 30) as secret
    from item i join person p on p.id = i.registered_by group by p.login`)
  const by = new Map(rows.map(row => [row.login, row]))
  for (const { login } of samplePeople.filter(({ role }) => role === 'part-time-archivist'))
    expect(by.get(login)).toMatchObject({ foreign: 0, secret: 0 })
  expect(rows.filter(({ secret }) => secret > 0).map(({ login }) => login)).toEqual(['lijianping'])
})

test('the job run again duplicates nothing and leaves no new trace', async () => {
  const before = await counts(house)
  await again('running')
  expect(await counts(house)).toEqual(before)
  await again('finished')
  expect(await counts(house)).toEqual(before)
}, 60_000)

test.each(templateCodes.filter(code => code !== 'dairy'))(
  'the sample’s people find their units in a set-up after the template %s too',
  async template => {
    await using other = await openHouse()
    const id = await setUp(other, { template, separation: 'simplified', login: 'zhangmin' })
    const stopped = stopAfter(other, { jobId: id, steps: 2 })
    await runOnly(other, [makeSample])
    await stopped
    const { rows } = await other.pool.query<{ code: string; login: string }>(
      'select u.code, p.login from post o join unit u on u.id = o.unit_id join person p on p.id = o.person_id',
    )
    // The administrator took a sample person's login, who got another.
    for (const { login, unit } of samplePeople) {
      expect(rows).toContainEqual({ login: login === 'zhangmin' ? 'zhangmin2' : login, code: unit })
    }
    const units = await other.runtime.db.selectFrom('unit').select(['code', 'name']).execute()
    for (const [code, name] of Object.entries(sampleUnits)) expect(units).toContainEqual({ code, name })
  },
)
