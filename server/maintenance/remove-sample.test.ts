import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../domain/access/actor.ts'
import { record } from '../platform/audit.ts'
import { readSettings } from '../settings.ts'
import { openRuntime } from './open-runtime.ts'
import { removeSample } from './remove-sample.ts'
import { setUp } from './set-up.ts'

const at = new Date('2026-11-24T08:30:00Z')
let data: string
const settings = () => readSettings({ LANTAI_DATA: data, LANTAI_LOG: 'silent' })

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'lantai-remove-'))
  const { runtime, pool, close } = await openRuntime(settings())
  await setUp(runtime, pool, {
    organisation: { name: '示范奶牛场', fondsCode: 'A001', fondsName: '示范奶牛场' },
    template: 'dairy',
    administrator: { login: 'wangjianguo', name: '王建国', password: 'Cao-Chang-2026' },
    separation: 'strict',
  })
  await close()
})
afterAll(() => rm(data, { recursive: true, force: true }))

/** Says in the trail that something was registered, by the sample or by somebody's own hand. */
async function registered(requestId: string): Promise<void> {
  const { runtime, close } = await openRuntime(settings())
  const origin = { actor: systemActor, operation: 'item.register', requestId, now: at }
  await runtime.db
    .transaction()
    .execute(tx =>
      record(tx, origin, [{ name: 'item.registered', subject: 'item_1', data: { title: '通知' } as never }]),
    )
  await close()
}

test('S1.5 the sample farm is put aside whole, and never an archive that is not one', async () => {
  await expect(removeSample(settings(), { at })).rejects.toMatchObject({ code: 'sample.none' })
  await registered('sample')
  await registered('of-our-own')
  await expect(removeSample(settings(), { at })).rejects.toMatchObject({ code: 'sample.worked-in' })
  await mkdir(join(data, 'store'), { recursive: true })
  await writeFile(join(data, 'store', 'a-filed-thing'), 'stays')

  const aside = await removeSample(settings(), { at, despiteWork: true })
  expect(aside.every(folder => folder.endsWith('.sample-20261124-083000'))).toBe(true)
  expect(await readdir(join(data, 'store.sample-20261124-083000'))).toContain('a-filed-thing')
  // A second time there is nothing to be taken away: the place is as before a first run.
  await expect(removeSample(settings(), { at })).rejects.toMatchObject({ code: 'maintenance.not-set-up' })
}, 60_000)

test('a database of one’s own is left to its owner', async () => {
  const own = readSettings({ LANTAI_DATA: data, DATABASE_URL: 'postgres://localhost/archive', LANTAI_LOG: 'silent' })
  await expect(removeSample(own, { at })).rejects.toMatchObject({ code: 'sample.own-database' })
})
