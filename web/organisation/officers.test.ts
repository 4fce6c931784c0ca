import { expect, test } from 'vitest'
import type { RoleCode } from '../../domain/access/roles.ts'
import { lastIn } from './officers.ts'
import type { Person } from './people.ts'
import { showOf, stateOf } from './person-state.ts'

const person = (id: string, roles: readonly RoleCode[], part: Partial<Person> = {}): Person => ({
  id,
  name: id,
  login: id,
  clearance: 'public',
  dutyGroup: null,
  disabledAt: null,
  posts: roles.map(role => ({
    id: `${id} ${role}`,
    role,
    roleTitle: role,
    roleTitleEn: role,
    unitId: 'u',
    unitName: 'u',
  })),
  ...part,
})

const officer = person('罗倩', ['security-officer'])
const administrator = person('高翔', ['system-administrator'])

test('S17.4 the only one who can sign in as security officer or system administrator is the last', () => {
  expect(lastIn([officer, administrator], officer)).toEqual(['security-officer'])
  expect(lastIn([officer, person('王建国', ['security-officer'])], officer)).toEqual([])
})

test('S17.4 who is disabled or has no login does not count as a second one', () => {
  const disabled = person('王建国', ['security-officer'], { disabledAt: '2026-01-01T00:00:00Z' })
  const withoutLogin = person('钱进', ['security-officer'], { login: null })
  expect(lastIn([officer, disabled, withoutLogin], officer)).toEqual(['security-officer'])
  expect(lastIn([officer, disabled, withoutLogin], disabled)).toEqual([])
})

test('the auditor may be the only one: the office may stand empty', () => {
  const auditor = person('何静', ['auditor'])
  expect(lastIn([auditor], auditor)).toEqual([])
})

test('a person’s state says first what keeps them from working', () => {
  expect(stateOf(person('张敏', []))).toBe('no-post')
  expect(stateOf(person('张敏', ['archivist'], { login: null }))).toBe('no-login')
  expect(stateOf(person('张敏', [], { disabledAt: '2026-01-01T00:00:00Z' }))).toBe('disabled')
  expect(stateOf(person('张敏', ['archivist']))).toBe('active')
})

test('an address that asks for a list that does not exist shows everybody', () => {
  expect(showOf('no-post')).toBe('no-post')
  expect(showOf('toString')).toBe('all')
  expect(showOf(undefined)).toBe('all')
})
