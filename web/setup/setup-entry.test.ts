import { expect, test } from 'vitest'
import { emptyEntry, issuesOf } from './setup-entry.ts'

const entry = { ...emptyEntry, name: '青禾奶牛场', login: 'wangxy', personName: '王秀英' }
const passwords = { password: '2 buckets of Milk', again: '2 buckets of Milk' }

test('a complete first run has nothing to put right', () => {
  expect(issuesOf(entry, passwords)).toEqual({})
})

test('an empty first run names every field at once', () => {
  expect(Object.keys(issuesOf(emptyEntry, { password: '', again: '' })).sort()).toEqual([
    'login',
    'name',
    'password',
    'personName',
  ])
})

test.each([
  ['is too short', { password: 'Milk-2026', again: 'Milk-2026' }, 'password'],
  ['has the login inside', { password: 'Wangxy-2026!', again: 'Wangxy-2026!' }, 'password'],
  ['differs the second time', { ...passwords, again: '2 buckets of milk' }, 'again'],
] as const)('a password that %s is marked', (_case, typed, field) => {
  expect(Object.keys(issuesOf(entry, typed))).toEqual([field])
})

test.each(['a001', '', 'A-001', 'A00100001'])('the fonds code %j is marked', fondsCode => {
  expect(Object.keys(issuesOf({ ...entry, fondsCode }, passwords))).toEqual(['fondsCode'])
})
