import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { correctItem } from '../holdings/correct-item.ts'
import { fileItems } from '../holdings/file-items.ts'
import { numberItems } from '../holdings/number-items.ts'
import { registerItem } from '../holdings/register-item.ts'
import { checkTrail } from './check-trail.ts'
import { exportTrail } from './export-trail.ts'
import { listEvents } from './list-events.ts'

let house: House
let auditor: Actor
let clerk: Actor
let itemId: string

beforeAll(async () => {
  house = await openHouse()
  const unitId = await house.given.unit()
  auditor = await house.given.person({ roles: ['auditor'], name: '沈静' })
  clerk = await house.given.person({ roles: ['archivist'], unitId, clearance: 'core-secret', name: '王敏' })
  const place = {
    ...someDocument({ fondsId: await house.given.fonds(), unitId }),
    title: '不给审计员看的题名',
    secrecy: 'core-secret' as const,
  }
  itemId = (await house.call(registerItem, clerk, place)).itemId
  await house.call(numberItems, clerk, { ids: [itemId] })
  await house.call(fileItems, clerk, { ids: [itemId] })
  const { fondsId: _f, unitId: _u, kind: _k, year: _y, retention: _r, ...written } = place
  await house.call(correctItem, clerk, { ...written, title: '更正后的题名', itemId, revision: 3, reason: '漏字' })
})
afterAll(() => house[Symbol.asyncDispose]())

test('S17.4 the auditor reads who did what to which item, and not what stands in it', async () => {
  const { entries } = await house.call(listEvents, auditor, { subject: itemId })
  expect(entries.map(entry => [entry.actorName, entry.event])).toEqual([
    ['王敏', 'item.corrected'],
    ['王敏', 'item.filed'],
    ['王敏', 'item.numbered'],
    ['王敏', 'item.registered'],
  ])
  expect(entries[0]?.data).toEqual({ reason: '漏字', changed: ['title'] })
  expect(JSON.stringify(entries)).not.toMatch(/题名/)
  const exported = await house.call(exportTrail, auditor, {})
  let text = ''
  for await (const line of exported.body as AsyncIterable<string>) text += line
  expect(text).not.toMatch(/题名/)
  expect(text.trim().split('\n').length).toBeGreaterThan(3)
})

test('S17.4 nobody alters the trail: the database refuses update, delete and truncate', async () => {
  for (const text of [
    `update audit_event set actor_name = '别人'`,
    'delete from audit_event',
    'truncate audit_event',
  ]) {
    await expect(house.pool.query(text)).rejects.toMatchObject({ constraint: 'audit_append_only' })
  }
})

test('S17.4 an entry changed behind the product’s back is found by its digest', async () => {
  expect(await house.call(checkTrail, auditor, {})).toMatchObject({ sound: true, brokenAt: null })
  const client = await house.pool.connect()
  await client.query('begin')
  await client.query('alter table audit_event disable trigger audit_append_only')
  await client.query(`update audit_event set actor_name = '李四' where event = 'item.filed'`)
  await client.query('alter table audit_event enable trigger audit_append_only')
  await client.query('commit')
  const { rows } = await client.query<{ seq: number }>(`select seq from audit_event where event = 'item.filed'`)
  client.release()
  expect(await house.call(checkTrail, auditor, {})).toMatchObject({ sound: false, brokenAt: rows[0]?.seq })
})

test('S17.4 the trail is paged by key and narrowed by person, event and day', async () => {
  const first = await house.call(listEvents, auditor, { limit: 2 })
  const second = await house.call(listEvents, auditor, { limit: 2, after: first.next ?? '' })
  expect(first.entries.at(-1)!.seq - 1).toBe(second.entries[0]!.seq)
  expect((await house.call(listEvents, auditor, { actorId: clerk.personId ?? '' })).entries).toHaveLength(4)
  expect((await house.call(listEvents, auditor, { event: 'item.filed' })).entries).toHaveLength(1)
  expect((await house.call(listEvents, auditor, { from: '2026-11-25' })).entries).toEqual([])
  expect(
    (await house.call(listEvents, auditor, { from: '2026-11-24', to: '2026-11-24' })).entries.length,
  ).toBeGreaterThan(4)
})
