import pg from 'pg'
import { expect, test } from 'vitest'
import { cloneDatabase } from '../world/database.ts'
import { type Browserlike, setUp, startRunning } from '../world/running.ts'

/** Files one item, so that a job is waiting that writes it into the storage root. */
async function fileOne(page: Browserlike): Promise<void> {
  const [fonds] = (await page.ask('fonds.list')).body['fonds'] as { id: string }[]
  const [unit] = (await page.ask('unit.list')).body['units'] as { id: string }[]
  const { body } = await page.tell('item.register', {
    fondsId: fonds?.id,
    unitId: unit?.id,
    kind: 'document',
    year: 2026,
    title: '停机前的一件',
    creator: '办公室',
    date: '2026-03-01',
    pages: 1,
    retention: 'D30',
  })
  await page.tell('item.number', { ids: [body['itemId']] })
  await page.tell('item.file', { ids: [body['itemId']] })
}

test('S1.5 a server that is stopped finishes the request and the job that are under way', async () => {
  const database = await cloneDatabase()
  const running = await startRunning({}, database)
  const page = await setUp(running)
  const other = new pg.Client(database.config)
  await other.connect()
  // Whoever writes into the trail now waits for us: first the request, then the job.
  await other.query('begin')
  await fileOne(page)
  await other.query('select from audit_head for update')
  const request = page.tell('language.choose', { language: 'en' })
  await new Promise(resolve => setTimeout(resolve, 300))
  const stopped = running.server.stop()
  await new Promise(resolve => setTimeout(resolve, 300))
  await other.query('commit')

  expect((await request).status).toBe(200)
  await stopped
  const { rows } = await other.query(
    `select language, (select count(*)::int from graphile_worker.jobs where locked_by is not null) as held from person where login = 'wangjianguo'`,
  )
  expect(rows).toEqual([{ language: 'en', held: 0 }])
  const { rows: stored } = await other.query('select count(*)::int as unstored from item where stored_revision is null')
  const { rows: waiting } = await other.query(
    `select count(*)::int as waiting from graphile_worker.jobs where task_identifier = 'holdings.store-item'`,
  )
  // Written, or still waiting in the queue: never begun and dropped.
  expect(stored[0].unstored).toBe(waiting[0].waiting)
  await expect(fetch(`${running.base}/healthz`)).rejects.toThrow()
  await other.end()
  await running[Symbol.asyncDispose]()
})
