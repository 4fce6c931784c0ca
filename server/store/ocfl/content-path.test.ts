import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ContentPaths } from './content-path.ts'
import { digestBytes } from './digest.ts'
import { ancestors } from './paths.ts'

const digest = digestBytes('content', 'sha512')
const take = (logicalPath: string) => new ContentPaths().take(logicalPath, digest)

test.each([
  ['正文/关于立卷的通知.pdf', '正文/关于立卷的通知.pdf'],
  ['a:b?*"<>|.txt', 'a_b______.txt'],
  ['CON', '_CON'],
  ['aux.pdf/nul', '_aux.pdf/_nul'],
  ['x. ', 'x_'],
  ['e\u0301.txt', '\u00e9.txt'],
  [`${'长'.repeat(90)}.pdf`, `${'长'.repeat(65)}.pdf`],
  [
    Array.from({ length: 30 }, () => '深层目录名称')
      .join('/')
      .repeat(2),
    digest,
  ],
])('%j is stored as %j', (logicalPath, contentPath) => {
  expect(take(logicalPath)).toBe(contentPath)
})

test('names that Windows or macOS take for one are told apart by the digest', () => {
  const paths = new ContentPaths()
  expect(['A.txt', 'a.txt'].map(path => paths.take(path, digest))).toEqual(['A.txt', digest])
})

test('a file never takes the place of a folder, nor a folder that of a file', () => {
  const paths = new ContentPaths()
  expect(['a?/b', 'a*', 'c|', 'c</d'].map((path, i) => paths.take(path, `${i}`))).toEqual(['a_/b', '1', 'c_', '3'])
})

test('whatever the logical paths, the content paths can be stored side by side on every system', () => {
  const element = fc.string({
    unit: fc.constantFrom('a', 'A', '.', ' ', ':', '*', '甲', 'é', 'con', '长'.repeat(40)),
    minLength: 1,
    maxLength: 4,
  })
  const logicalPath = fc.array(element, { minLength: 1, maxLength: 4 }).map(elements => elements.join('/'))
  fc.assert(
    fc.property(fc.uniqueArray(logicalPath, { maxLength: 12 }), logicalPaths => {
      const paths = new ContentPaths()
      const taken = logicalPaths.map((path, i) => paths.take(path, digestBytes(String(i), 'sha512')).toLowerCase())
      const folders = new Set(taken.flatMap(ancestors))
      expect(new Set(taken).size).toBe(taken.length)
      expect(taken.filter(path => folders.has(path))).toEqual([])
      for (const name of taken.flatMap(path => path.split('/'))) {
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
        expect(name).not.toMatch(/[<>:"|?*\\]|[. ]$|^(con|nul)(\.|$)/)
      }
    }),
  )
})
