import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { type House, nobody, openHouse } from '../../tests/world/house.ts'
import { actorOfPerson } from './authenticate.ts'
import { changePassword, resetPassword } from './change-password.ts'
import { openSession } from './open-session.ts'
import { createPerson, disablePerson } from './people.ts'
import { declareSeparation, grantPost, revokePost, setClearance } from './rights.ts'
import { createUnit } from './units.ts'

let house: House
let administrator: Actor
let officer: Actor
let unitId: string

beforeAll(async () => {
  house = await openHouse()
  unitId = await house.given.unit()
  administrator = await house.given.person({
    roles: ['system-administrator'],
    login: 'xitong',
    password: 'Xi-Tong-2026x',
  })
  officer = await house.given.person({ roles: ['security-officer'], login: 'baomi', password: 'Bao-Mi-2026xx' })
})
afterAll(() => house[Symbol.asyncDispose]())

const newPerson = async (name = '新人') => (await house.call(createPerson, administrator, { name })).personId
const grant = (personId: string, role: 'archivist' | 'auditor' | 'system-administrator') =>
  house.call(grantPost, officer, { personId, unitId, role })

test('S17.4 creating an account grants nothing: that takes the security officer', async () => {
  const personId = await newPerson()
  expect((await actorOfPerson(house.pool, personId)).permissions.size).toBe(0)
  expect((await house.refusal(grantPost, administrator, { personId, unitId, role: 'archivist' })).code).toBe(
    'permission.required',
  )
  expect((await house.refusal(createPerson, officer, { name: '另一人' })).code).toBe('permission.required')
  await grant(personId, 'archivist')
  expect((await actorOfPerson(house.pool, personId)).permissions).toContain('item.file')
})

test('S17.4 nobody grants rights or clearance to themselves', async () => {
  const personId = officer.personId as string
  expect((await house.refusal(grantPost, officer, { personId, unitId, role: 'archivist' })).code).toBe('post.oneself')
  expect((await house.refusal(setClearance, officer, { personId, clearance: 'core-secret' })).code).toBe('post.oneself')
})

test('S17.4 the auditor takes no other post, and who holds another post does not audit', async () => {
  const auditor = await newPerson('审计员')
  await grant(auditor, 'auditor')
  expect((await house.refusal(grantPost, officer, { personId: auditor, unitId, role: 'archivist' })).code).toBe(
    'post.separated',
  )
  const clerk = await newPerson('档案员')
  await grant(clerk, 'archivist')
  expect((await house.refusal(grantPost, officer, { personId: clerk, unitId, role: 'auditor' })).code).toBe(
    'post.separated',
  )
})

test('S17.4 of two grants at the same moment that may not meet in one person, one is refused', async () => {
  for (let round = 0; round < 10; round++) {
    const personId = await newPerson(`同时${round}`)
    const answers = await Promise.allSettled([grant(personId, 'auditor'), grant(personId, 'system-administrator')])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  }
})

test('S17.4 the database itself keeps the groups apart, whoever writes to it', async () => {
  const personId = await newPerson('直接写库')
  await grant(personId, 'auditor')
  const write = house.pool.query(
    `insert into post (id, person_id, duty_group, unit_id, role) values ('post_x', $1, 'business', $2, 'archivist')`,
    [personId, unitId],
  )
  await expect(write).rejects.toMatchObject({ constraint: 'post_of_one_group' })
})

test('S17.4 the simplified mode lets a small firm join duties, and it cannot be left while somebody holds both', async () => {
  const personId = await newPerson('兼任')
  await grant(personId, 'archivist')
  expect((await house.refusal(grantPost, officer, { personId, unitId, role: 'system-administrator' })).code).toBe(
    'post.separated',
  )
  await house.call(declareSeparation, officer, { mode: 'simplified', reason: '单位只有五个人' })
  await grant(personId, 'system-administrator')
  expect((await house.refusal(declareSeparation, officer, { mode: 'strict', reason: '人够了' })).code).toBe(
    'separation.mixed',
  )
  const posts = await house.runtime.db
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', 'system-administrator')
    .execute()
  await house.call(revokePost, officer, { postId: posts[0]?.id ?? '' })
  await house.call(declareSeparation, officer, { mode: 'strict', reason: '人够了' })
  const { rows } = await house.pool.query(
    `select data->>'mode' as mode from audit_event where event = 'separation.declared' order by seq`,
  )
  expect(rows).toEqual([{ mode: 'simplified' }, { mode: 'strict' }])
})

test('S17.4 the last security officer cannot be revoked', async () => {
  const { rows } = await house.pool.query(`select id from post where role = 'security-officer' and revoked_at is null`)
  expect((await house.refusal(revokePost, officer, { postId: rows[0].id })).code).toBe('post.last-officer')
})

test('S17.4 the last security officer cannot be disabled either', async () => {
  const second = await house.given.person({ roles: ['security-officer'], login: 'baomi2', password: 'Bao-Mi-2026yy' })
  await house.call(disablePerson, administrator, { personId: second.personId ?? '', reason: '调离' })
  const last = { personId: officer.personId, reason: '试一试' }
  expect((await house.refusal(disablePerson, administrator, last)).code).toBe('post.last-officer')
})

test('S17.4 a disabled account cannot sign in, and its sessions end at once', async () => {
  const { personId, firstPassword } = await house.call(createPerson, administrator, { name: '离职者', login: 'lizhi' })
  await house.call(openSession, nobody, { login: 'lizhi', password: firstPassword ?? '' })
  await house.call(disablePerson, administrator, { personId, reason: '离职' })
  expect((await house.refusal(openSession, nobody, { login: 'lizhi', password: firstPassword ?? '' })).code).toBe(
    'session.wrong',
  )
  expect((await house.pool.query('select 1 from session where person_id = $1', [personId])).rows).toEqual([])
})

test('S17.4 a first password must be changed, and a weak one is refused with all that is wrong', async () => {
  const { personId, firstPassword } = await house.call(createPerson, administrator, { name: '周平', login: 'zhouping' })
  expect(
    (await house.call(openSession, nobody, { login: 'zhouping', password: firstPassword ?? '' })).mustChangePassword,
  ).toBe(true)
  const self = await actorOfPerson(house.pool, personId)
  const weak = await house.refusal(changePassword, self, { current: firstPassword, password: 'zhouping' })
  expect([weak.code, weak.issues.length]).toEqual(['password.weak', 3])
  expect((await house.refusal(changePassword, self, { current: 'x', password: 'Niu-Chang-2026' })).code).toBe(
    'password.wrong',
  )
  await house.call(changePassword, self, { current: firstPassword ?? '', password: 'Niu-Chang-2026' })
  expect(
    (await house.call(openSession, nobody, { login: 'zhouping', password: 'Niu-Chang-2026' })).mustChangePassword,
  ).toBe(false)
  const reset = await house.call(resetPassword, administrator, { personId })
  expect((await house.refusal(openSession, nobody, { login: 'zhouping', password: 'Niu-Chang-2026' })).code).toBe(
    'session.wrong',
  )
  expect(
    (await house.call(openSession, nobody, { login: 'zhouping', password: reset.firstPassword })).mustChangePassword,
  ).toBe(true)
})

test('S17.4 every sign-in, failed or not, stands in the trail, and no secret does', async () => {
  await house.refusal(openSession, nobody, { login: 'xitong', password: 'Wrong-Guess-99' })
  await house.call(openSession, nobody, { login: 'xitong', password: 'Xi-Tong-2026x' })
  const { rows } = await house.pool.query(
    `select event, actor_id, data::text from audit_event where operation = 'session.open' order by seq desc limit 2`,
  )
  expect(rows.map(row => row.event)).toEqual(['session.opened', 'session.refused'])
  expect(rows[0].actor_id).toBe(administrator.personId)
  const all = await house.pool.query('select string_agg(data::text, chr(10)) as said from audit_event')
  expect(all.rows[0].said).not.toMatch(/Wrong-Guess|Xi-Tong|argon2/)
})

test('S17.4 a code or a login is taken once, and the second is told so', async () => {
  await house.call(createUnit, administrator, { name: '信息部', code: 'XXB' })
  expect((await house.refusal(createUnit, administrator, { name: '信息二部', code: 'XXB' })).code).toBe(
    'unit.code-taken',
  )
  expect((await house.refusal(createPerson, administrator, { name: '重名', login: 'xitong' })).code).toBe(
    'person.login-taken',
  )
})
