import { expect, test } from 'vitest'
import { parseInventory } from './inventory.ts'
import { isInstant, isUri, judgeInventory } from './inventory-rules.ts'

const content = 'a'.repeat(128)
const other = 'b'.repeat(128)
const sound = {
  id: 'urn:lantai:item:1',
  type: 'https://ocfl.io/1.1/spec/#inventory',
  digestAlgorithm: 'sha512',
  head: 'v1',
  manifest: { [content]: ['v1/content/a'] },
  versions: {
    v1: {
      created: '2026-03-02T09:30:00+08:00',
      state: { [content]: ['a'] },
      message: '归档',
      user: { name: '张', address: 'urn:lantai:person:zhang' },
    },
  },
}
const { v1 } = sound.versions

/** The codes found in an inventory of this text. */
function codesOf(text: string): string[] {
  const { inventory, findings } = parseInventory(text, 'inventory.json')
  const all = [...findings, ...(inventory === undefined ? [] : judgeInventory(inventory, 'inventory.json'))]
  return [...new Set(all.map(({ code }) => code))].sort()
}

test('a sound inventory has no findings', () => {
  expect(codesOf(JSON.stringify(sound))).toEqual([])
})

test.each(['', 'null', '[]', '"text"', '{', '{"id":'])('%j is not an inventory', text => {
  expect(codesOf(text)).toEqual(['E033'])
})

test.each<[expected: string[], change: object]>([
  [['E036'], { id: undefined }],
  [['E037'], { id: 7 }],
  [['E038'], { type: 'https://ocfl.io/9.9/spec/#inventory' }],
  [['E038'], { type: null }],
  [['E025'], { digestAlgorithm: ['sha512'] }],
  [['E040'], { head: 1 }],
  [['E017'], { contentDirectory: 1 }],
  [['E017', 'E042'], { contentDirectory: '' }],
  [['E018', 'E042'], { contentDirectory: '..' }],
  [['E050', 'E106'], { manifest: [] }],
  [['E050', 'E106'], { manifest: null }],
  [['E092'], { manifest: { [content]: 'v1/content/a' } }],
  [['E092'], { manifest: { [content]: ['v1/content/a', 1] } }],
  [['E042'], { manifest: { [content]: ['v2/content/a'] } }],
  [['E042'], { manifest: { [content]: ['v1/a'] } }],
  [['E101'], { manifest: { [content]: ['v1/content/a', 'v1/content/a/b'] } }],
  [['E008', 'E040', 'E042', 'E043', 'E107'], { versions: undefined }],
  [['E008', 'E040', 'E042', 'E044', 'E107'], { versions: [] }],
  [['E047', 'E048', 'E107', 'W007'], { versions: { v1: 'v1' } }],
  [['E009', 'E040', 'E042'], { versions: { v2: v1 } }],
  [['E012', 'E040'], { versions: { v1, v02: v1 } }],
  [['E010'], { head: 'v3', versions: { v1, v3: v1 } }],
  [['E104'], { versions: { v1, v0: v1 } }],
  [['E048'], { versions: { v1: { ...v1, created: undefined } } }],
  [['E051'], { versions: { v1: { ...v1, state: { [content]: 'a' } } } }],
  [['E050'], { versions: { v1: { ...v1, state: { ...v1.state, constructor: ['b'] } } } }],
  [['E094'], { versions: { v1: { ...v1, message: 1 } } }],
  [['E054'], { versions: { v1: { ...v1, user: { name: 1, address: 'a:b' } } } }],
  [['E054'], { versions: { v1: { ...v1, user: { name: '' } } } }],
  [['W009'], { versions: { v1: { ...v1, user: { name: '张', address: 1 } } } }],
  [['E102'], { versions: { v1: { ...v1, by: '张' } } }],
  [['E102'], { note: 1 }],
  [['E111'], { fixity: null }],
  [['E057'], { fixity: { md5: [] } }],
  [['E057'], { fixity: { md5: { d4: 'v1/content/a' } } }],
  [['E056'], { fixity: { crc32: { d4: ['v1/content/a'] } } }],
  [['W004'], { digestAlgorithm: 'sha256' }],
])('%j is found when the inventory says %j', (expected, change) => {
  expect(codesOf(JSON.stringify({ ...sound, ...change }))).toEqual(expected)
})

test('a key like __proto__ is judged as any other', () => {
  expect(codesOf(JSON.stringify(sound).replace(`"${content}":["a"]`, `"${content}":["a"],"__proto__":["b"]`))).toEqual([
    'E050',
  ])
  expect(
    codesOf(JSON.stringify(sound).replace('"manifest":{', `"manifest":{"__proto__":["v1/content/b"],"${other}":[],`)),
  ).toEqual(['E107'])
})

test.each(['urn:lantai:item:1', 'mailto:a@b.cn', 'https://orcid.org/0000-0000-0000-0000', 'ark:/123/a%20b'])(
  '%s is a URI',
  text => {
    expect(isUri(text)).toBe(true)
  },
)

test.each(['', 'a', 'a b:c', '1:a', 'urn:', 'urn:档案', 'urn:a b', 'urn:%zz'])('%j is not a URI', text => {
  expect(isUri(text)).toBe(false)
})

test.each(['2026-02-28T23:59:60Z', '2024-02-29t00:00:00.123456789-05:00', '2026-12-31T00:00:00+08:00'])(
  '%s is a moment',
  text => {
    expect(isInstant(text)).toBe(true)
  },
)

test.each([
  '2026-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:00Z',
  '2026-01-01 00:00:00Z',
  '2026-01-01T00:00:00',
  '2026-01-01T00:00:00+0800',
])('%s is not a moment', text => {
  expect(isInstant(text)).toBe(false)
})
