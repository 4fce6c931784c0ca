import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, openHouse } from '../../tests/world/house.ts'
import { checkMedium, listMedia, registerMedium } from './media.ts'

let house: House
let archivist: Actor
beforeAll(async () => {
  house = await openHouse()
  archivist = await house.given.person({ roles: ['archivist'] })
})
afterAll(() => house[Symbol.asyncDispose]())

const disc = (fondsId: string, change: object = {}) => ({
  fondsId,
  kind: 'optical' as const,
  capacity: '25 GB',
  content: '2022 年文书档案备份',
  madeOn: '2022-11-30',
  ...change,
})
const register = (fondsId: string, change: object = {}) => house.call(registerMedium, archivist, disc(fondsId, change))
const due = async () => (await house.call(listMedia, archivist, { due: true })).media

test('S5.5 media are numbered in each fonds without a gap or a duplicate, however many register at once', async () => {
  const [one, other] = [await house.given.fonds(), await house.given.fonds()]
  const numbers = await Promise.all(Array.from({ length: 20 }, () => register(one).then(({ number }) => number)))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  expect((await register(other)).number).toBe(1)
  await expect(house.pool.query('delete from medium')).rejects.toThrow(/stays/)
  await expect(house.pool.query('update medium set number = number + 100')).rejects.toThrow(/stays/)
  await house.pool.query("update medium set state = 'replaced', check_due_on = null")
})

test('S5.5 what is due within a month is listed, the longest due first, until it is checked', async () => {
  const fondsId = await house.given.fonds()
  await register(fondsId, { madeOn: '2023-06-01' })
  const soon = await register(fondsId, { madeOn: '2022-12-10' })
  const tape = await register(fondsId, { kind: 'tape', madeOn: '2023-01-10', content: '磁带' })
  expect((await due()).map(({ id }) => id)).toEqual([tape.mediumId, soon.mediumId])

  const check = { mediumId: tape.mediumId, checkedOn: '2026-11-20', result: 'sound' as const }
  // It was to be written anew in January, and a mere check does not change that.
  expect(await house.call(checkMedium, archivist, check)).toMatchObject({ dueOn: '2027-01-10' })
  await house.call(checkMedium, archivist, { ...check, result: 'rewritten' })
  expect((await due()).map(({ id }) => id)).toEqual([soon.mediumId])
  const page = await house.call(listMedia, archivist, { limit: 2 })
  const rest = await house.call(listMedia, archivist, { limit: 1, after: page.next! })
  expect([...page.media, ...rest.media].map(({ number }) => number)).toEqual([3, 2, 1])
  expect(page.media[0]).toMatchObject({ checkedOn: '2026-11-20', checkDueOn: '2028-11-20', rewriteDueOn: '2030-11-20' })
  const events = await house.runtime.db
    .selectFrom('audit_event')
    .select('event')
    .where('subject', '=', tape.mediumId)
    .orderBy('seq')
    .execute()
  expect(events.map(({ event }) => event)).toEqual(['medium.registered', 'medium.checked', 'medium.checked'])
})

test('S5.5 a faulty medium stays due until its content lies on another, and then no more checks are taken', async () => {
  const { mediumId } = await register(await house.given.fonds(), { madeOn: '2025-01-01' })
  const check = (result: string, change: object = {}) => ({ mediumId, checkedOn: '2026-11-24', result, ...change })
  const code = async (input: unknown) => (await house.refusal(checkMedium, archivist, input)).code
  expect(await code(check('faulty'))).toBe('medium.say-fault')
  expect(await code(check('sound', { checkedOn: '2026-11-25' }))).toBe('medium.future')
  expect(await code(check('sound', { checkedOn: '2024-12-31' }))).toBe('medium.before-made')
  const faulty = { mediumId, checkedOn: '2026-11-24', note: '盘面划伤' }
  await house.call(checkMedium, archivist, { ...faulty, result: 'faulty' })
  expect((await due()).find(({ id }) => id === mediumId)).toMatchObject({ state: 'faulty', note: '盘面划伤' })
  expect(await house.call(checkMedium, archivist, { ...faulty, result: 'replaced' })).toMatchObject({ dueOn: null })
  expect((await due()).some(({ id }) => id === mediumId)).toBe(false)
  expect(await code(check('sound'))).toBe('medium.replaced')
  const clerk = await house.given.person({ roles: ['office-clerk'] })
  expect((await house.refusal(registerMedium, clerk, disc(await house.given.fonds()))).code).toBe('permission.required')
})
