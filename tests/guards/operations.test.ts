import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { permissions } from '../../domain/access/permissions.ts'
import { roleCodes, roles } from '../../domain/access/roles.ts'
import { events } from '../../domain/events.ts'
import { operationList, operations } from '../../server/operations.ts'
import { rulesPath } from './sources.ts'

test('every operation stands in the table of contents under its own name', () => {
  expect(Object.entries(operations).filter(([name, operation]) => name !== operation.name)).toEqual([])
})

test('S17.4 every operation asks for a permission that exists, and every permission opens something', () => {
  const asked = new Set(operationList.map(operation => operation.permission))
  const known = new Set<string>([...permissions, 'anyone', 'signed-in'])
  expect([...asked].filter(permission => !known.has(permission))).toEqual([])
  // Uploads are a protocol of their own and no operation.
  expect(permissions.filter(permission => !asked.has(permission) && permission !== 'upload.create')).toEqual([])
})

test('S17.4 every permission is held by some role, and no administrator may read or touch holdings', () => {
  const held = new Set<string>(roleCodes.flatMap(code => roles[code].permissions))
  expect(permissions.filter(permission => !held.has(permission))).toEqual([])
  for (const code of ['system-administrator', 'security-officer', 'auditor'] as const) {
    expect(roles[code].reads).toEqual([])
    expect(
      roles[code].permissions.filter(permission =>
        /^(item|component|catalogue|series|fonds|upload)\./.test(permission),
      ),
    ).toEqual([])
  }
})

test('S17.4 what is open to anyone is only the first run and the sign-in', () => {
  expect(
    operationList
      .filter(({ permission }) => permission === 'anyone')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['session.open', 'setup.complete', 'setup.progress', 'setup.state'])
})

test('S17.4 no operation alters or removes an entry of the trail', () => {
  expect(
    operationList.filter(({ name }) => /^audit\.(?!list|check|export)/.test(name)).map(({ name }) => name),
  ).toEqual([])
})

test('S1.5 no operation deletes or reopens what is filed', () => {
  expect(
    operationList.map(({ name }) => name).filter(name => /^item\.(delete|remove|reopen|unfile)/.test(name)),
  ).toEqual([])
})

test('every operation and event is named in Chinese and English', () => {
  const named = [...operationList, ...Object.values(events)]
  expect(
    named.filter(({ title, titleEn }) => !/\p{Script=Han}/u.test(title) || !/^[A-Z][\x20-\x7e]+$/.test(titleEn)),
  ).toEqual([])
})

test.skipIf(!existsSync(rulesPath))('every rule an operation names exists', () => {
  const rules = new Set(readFileSync(rulesPath, 'utf8').match(/S\d+\.\d+/g))
  expect(
    operationList.flatMap(({ name, rules: named }) =>
      named.filter(rule => !rules.has(rule)).map(rule => `${name}: ${rule}`),
    ),
  ).toEqual([])
})
