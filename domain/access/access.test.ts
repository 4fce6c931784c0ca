import fc from 'fast-check'
import { expect, test } from 'vitest'
import { permissionsOf, readsOf } from './grants.ts'
import { passwordProblems } from './password.ts'
import { roleCodes, roles } from './roles.ts'
import { rankOf, secrecyCodes, secrecyOf } from './secrecy.ts'
import { groupAfter, groupOf } from './separation.ts'
import { delaySeconds } from './sign-in.ts'

const anyRoles = fc.uniqueArray(fc.constantFrom(...roleCodes), { minLength: 1, maxLength: 4 })

test('S17.4 the auditor is nothing else, whatever the mode', () => {
  fc.assert(
    fc.property(anyRoles, fc.constantFrom('strict', 'simplified'), (wanted, mode) => {
      const held: (typeof roleCodes)[number][] = []
      for (const role of wanted) if (groupAfter(groupOf(held), role, mode) !== null) held.push(role)
      expect(held.includes('auditor') && held.some(role => role !== 'auditor')).toBe(false)
    }),
  )
})

test('S17.4 an administrator never reads archives, unless the firm has declared the simplified mode', () => {
  for (const role of roleCodes.filter(code => roles[code].group === 'business')) {
    expect(groupAfter('admin', role, 'strict')).toBeNull()
    expect(groupAfter('admin', role, 'simplified')).toBe('mixed')
  }
})

test('S17.4 creating an account is not granting rights: no role may do both', () => {
  const both = roleCodes.filter(code => {
    const may = new Set<string>(roles[code].permissions)
    return may.has('person.create') && (may.has('post.grant') || may.has('clearance.set'))
  })
  expect(both).toEqual([])
})

test('S17.4 posts together allow what each allows, and no post reads by default', () => {
  expect(permissionsOf([])).toEqual(new Set())
  expect(readsOf([])).toEqual([])
  expect(readsOf([{ role: 'auditor', unitId: 'unit_a' }])).toEqual([])
  const reads = readsOf([
    { role: 'employee', unitId: 'unit_a' },
    { role: 'archivist', unitId: 'unit_b' },
  ])
  expect(reads).toEqual([{ units: 'all', kinds: 'all', filedOnly: false, publicOnly: false }])
})

test('S17.4 an employee reads filed documents of the own unit, and public ones of the others', () => {
  expect(readsOf([{ role: 'employee', unitId: 'unit_a' }])).toEqual([
    { units: ['unit_a'], kinds: ['document'], filedOnly: true, publicOnly: false },
    { units: 'all', kinds: ['document'], filedOnly: true, publicOnly: true },
  ])
})

test('S17.4 an unknown rank of secrecy reads as the most closed one', () => {
  for (const code of secrecyCodes) expect(secrecyOf(rankOf(code))).toBe(code)
  expect(secrecyOf(7)).toBe('core-secret')
})

test.each([
  [0, 0],
  [2, 0],
  [3, 5],
  [4, 10],
  [6, 40],
  [20, 900],
])('S17.4 after %i failed sign-ins the next waits %i seconds', (failures, seconds) => {
  expect(delaySeconds(failures)).toBe(seconds)
})

test.each([
  ['short1A!', 1],
  ['alllowercase', 1],
  ['Zhangmin-2026', 1],
  ['Password12345', 1],
  ['Cao-Chang-2026', 0],
  ['一句很长很长很长很长很长的口令也可以', 0],
])('S17.4 the password %s has %i faults', (password, faults) => {
  expect(passwordProblems(password, { login: 'zhangmin', name: '张敏' })).toHaveLength(faults)
})
