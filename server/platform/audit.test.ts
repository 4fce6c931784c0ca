import { expect, test } from 'vitest'
import { type AuditEntry, canonical, digestOf } from './audit.ts'

const entry: AuditEntry = {
  seq: 2,
  at: '2026-11-24T02:00:00.000Z',
  actorId: 'person_a',
  actorName: '王敏',
  address: '127.0.0.1',
  operation: 'unit.create',
  event: 'unit.created',
  subject: 'unit_a',
  data: { name: '信息部', code: 'XXB' },
  requestId: 'r1',
}

test('S17.4 a digest depends on all that came before, and on every word of the entry', () => {
  const digest = digestOf('a'.repeat(64), entry)
  expect(digestOf('b'.repeat(64), entry)).not.toBe(digest)
  for (const key of Object.keys(entry)) expect(digestOf('a'.repeat(64), { ...entry, [key]: 'other' })).not.toBe(digest)
})

test('S17.4 a digest does not depend on the order in which the database keeps keys', () => {
  expect(digestOf('', { ...entry, data: { code: 'XXB', name: '信息部' } })).toBe(digestOf('', entry))
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}')
})
