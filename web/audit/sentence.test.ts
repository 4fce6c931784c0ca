import { expect, test } from 'vitest'
import { events } from '../../domain/events.ts'
import type { Names } from './names.ts'
import { objectOf, whoOf } from './names.ts'
import { sentenceOf } from './sentence.ts'
import type { Entry } from './trail.ts'

const names: Names = {
  person: id => (id === 'person_1' ? '张敏' : undefined),
  unit: id => (id === 'unit_1' ? '档案室' : undefined),
  people: new Map(),
  units: new Map(),
}

const entry = (event: string, data: unknown, part: Partial<Entry> = {}): Entry => ({
  seq: 1,
  at: '2026-11-24T02:00:00.000Z',
  actorId: 'person_2',
  actorName: '王建国',
  address: '192.168.1.9',
  operation: event,
  event,
  title: '事件',
  titleEn: 'Event',
  subject: 'person_1',
  data,
  requestId: 'r',
  digest: 'd',
  ...part,
})
const said = (event: string, data: unknown, part: Partial<Entry> = {}) => sentenceOf(entry(event, data, part), names).zh

test('S17.4 the auditor reads a sentence: who was given which post where', () => {
  const post = { personId: 'person_1', name: '张敏', role: 'archivist', unitId: 'unit_1' }
  expect(said('post.granted', post)).toBe('授予 张敏 岗位：档案管理员（档案室）')
  expect(said('post.revoked', post)).toBe('撤销 张敏 的岗位：档案管理员（档案室）')
  expect(said('clearance.set', { name: '张敏', before: 'internal', after: 'trade-secret' })).toBe(
    '设定 张敏 的知悉范围：内部 → 普通商密',
  )
  expect(said('password.reset', {})).toBe('重置 张敏 的口令')
})

test('an edit tells only what became different', () => {
  const before = { name: '张敏', login: 'zhangmin' }
  expect(said('person.edited', { before, after: { ...before, login: 'zhang.min' } })).toBe(
    '修改人员 张敏：登录名 zhangmin → zhang.min',
  )
})

test('refused attempts say what was tried and why it failed', () => {
  expect(said('session.refused', { login: 'root', reason: 'unknown login' })).toBe('登录失败：root，没有这个登录名')
  expect(said('access.denied', { permission: 'post.grant' })).toBe('越权被拒：没有“授予岗位”的权限')
})

test('S17.4 of an archive only the columns are named', () => {
  expect(said('item.corrected', { changed: ['title', 'dated_on'], reason: '漏字' })).toBe(
    '更正已归档的一件，改了题名、日期：漏字',
  )
})

test('every event makes a sentence in both languages, even from an entry that tells nothing', () => {
  for (const event of Object.keys(events)) {
    const { zh, en } = sentenceOf(entry(event, {}), names)
    expect(zh, event).toMatch(/\p{Script=Han}/u)
    expect(en, event).toMatch(/^[a-z]/)
    expect(`${zh}${en}`, event).not.toMatch(/undefined|NaN|Invalid/)
  }
})

test('an event that is no longer known is called by its title', () => {
  expect(said('loan.vanished', {}, { title: '旧事件' })).toBe('旧事件')
  expect(said('toString', {}, { title: '旧事件' })).toBe('旧事件')
})

test('a sign-in is told of whom it let in, an attempt by a stranger of nobody', () => {
  const signedOut = { actorId: null, actorName: '' }
  expect(whoOf(entry('session.opened', {}, signedOut), names).zh).toBe('张敏')
  expect(whoOf(entry('session.refused', {}, { ...signedOut, subject: 'root' }), names).zh).toBe('未登录的人')
  expect(whoOf(entry('item.stored', {}, { actorId: null, actorName: '系统' }), names).en).toBe('the system')
})

test('an object is called by its name, its archival code, or the end of its id', () => {
  const item = 'item_01m86gfw3178wt7cwj1skeedeh'
  expect(objectOf(entry('post.granted', {}), names).zh).toBe('张敏')
  expect(objectOf(entry('item.filed', { code: 'A001-WS·2026-Y-BGS-0001' }, { subject: item }), names).zh).toBe(
    'A001-WS·2026-Y-BGS-0001',
  )
  expect(objectOf(entry('item.stored', {}, { subject: item }), names).zh).toBe('件 …keedeh')
  expect(objectOf(entry('session.refused', {}, { subject: 'root' }), names).zh).toBe('root')
})
