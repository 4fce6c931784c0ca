import { mkdir, readFile as readBytes, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draft, itemId, threeVersions } from '../testing/drafts.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { digestBytes } from './digest.ts'
import { readTree } from './object-files.ts'
import { listObjects, openObject, readFile } from './read.ts'
import { objectDir, openRoot } from './root.ts'
import { validateRoot } from './validate-root.ts'
import { putVersion } from './write.ts'

const newRoot = async () => openRoot(join(await temporaryFolder(), 'root'))

const contents = fc.constantFrom('', 'a', 'b', '甲', 'long '.repeat(1000))
const names = fc.constantFrom(
  '合同.pdf',
  '正文/合同.pdf',
  '正文/CON',
  '文:b?.txt',
  'A.txt',
  'a.txt',
  '文_b_.txt',
  `${'长'.repeat(90)}.pdf`,
  '..hidden',
  'x. ',
  '__proto__',
  'constructor/__proto__',
)
const states = fc.dictionary(names, contents, { maxKeys: 6 })

test('any sequence of versions reads back as it was written, in a root without a flaw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(states, { minLength: 1, maxLength: 5 }), async sequence => {
      const root = await newRoot()
      const versions: string[] = []
      for (const [i, files] of sequence.entries())
        versions.push((await putVersion(root, draft(files, `第 ${i} 次`))).version)
      expect(versions).toEqual(sequence.map((_, i) => `v${i + 1}`))
      for (const [i, files] of sequence.entries()) {
        const { state } = (await openObject(root, itemId)).versions[`v${i + 1}`]!
        expect(Object.values(state).flat().sort()).toEqual(Object.keys(files).sort())
        for (const [logicalPath, content] of Object.entries(files)) {
          const stored = await readFile(root, itemId, { logicalPath, version: `v${i + 1}` })
          expect(await readBytes(stored.path, 'utf8')).toBe(content)
          expect(stored).toMatchObject({ size: Buffer.byteLength(content), sha512: digestBytes(content, 'sha512') })
        }
      }
      expect(await validateRoot(root.dir)).toEqual([])
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('content the object holds already is not stored again, nor anything written earlier touched', async () => {
  const root = await newRoot()
  await putVersion(root, threeVersions[0]!)
  const dir = objectDir(root, itemId)
  const before = await stat(join(dir, 'v1/content/正文/合同.pdf'), { bigint: true })
  await putVersion(root, threeVersions[1]!)
  await putVersion(root, threeVersions[2]!)
  const content = [...(await readTree(dir)).files].filter(path => path.includes('/content/')).sort()
  expect(content).toEqual([
    'v1/content/metadata.json',
    'v1/content/正文/合同.pdf',
    'v2/content/metadata.json',
    'v3/content/正文/合同.pdf',
  ])
  const after = await stat(join(dir, 'v1/content/正文/合同.pdf'), { bigint: true })
  expect([after.ino, after.mtimeNs, after.ctimeNs]).toEqual([before.ino, before.mtimeNs, before.ctimeNs])
})

test('writing the newest version again writes nothing; the same files for another reason are a new version', async () => {
  const root = await newRoot()
  const first = await putVersion(root, draft({ a: '1', b: '2' }))
  expect(await putVersion(root, draft({ b: '2', a: '1' }))).toEqual({ ...first, written: false })
  expect(await putVersion(root, draft({ a: '1', b: '2' }, '鉴定'))).toMatchObject({ version: 'v2', written: true })
  expect(await readdir(root.temporary)).toEqual([])
})

test('the digest answered seals the inventory that lies in the object', async () => {
  const root = await newRoot()
  const { inventorySha512 } = await putVersion(root, threeVersions[0]!)
  expect(digestBytes(await readBytes(join(objectDir(root, itemId), 'inventory.json')), 'sha512')).toBe(inventorySha512)
})

test('writers at the same time each get a version of their own', async () => {
  const root = await newRoot()
  const other = await openRoot(root.dir)
  const writing = Array.from({ length: 8 }, (_, i) => putVersion(i % 2 === 0 ? root : other, draft({ a: String(i) })))
  const versions = (await Promise.all(writing)).map(({ version }) => version)
  expect(versions.sort()).toEqual(['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'])
  expect(await validateRoot(root.dir)).toEqual([])
  expect(await readdir(root.temporary)).toEqual([])
})

test('a file is copied from the staging area, its SHA-256 kept as fixity', async () => {
  const root = await newRoot()
  const path = join(await temporaryFolder(), 'scan')
  await writeFile(path, 'scan')
  const sha256 = digestBytes('scan', 'sha256')
  await putVersion(root, {
    ...draft({}),
    files: [{ logicalPath: '扫描.tif', source: { path }, sha256, sha512: digestBytes('scan', 'sha512') }],
  })
  await putVersion(root, draft({ '扫描.tif': 'scan', '说明.txt': 'text' }))
  expect((await openObject(root, itemId)).fixity).toEqual({ sha256: { [sha256]: ['v1/content/扫描.tif'] } })
  expect(await validateRoot(root.dir)).toEqual([])
})

test.each([
  ['sha512', digestBytes('other', 'sha512')],
  ['sha256', digestBytes('other', 'sha256')],
])('bytes that do not have the %s given for them are refused and leave nothing', async (algorithm, digest) => {
  const root = await newRoot()
  const path = join(await temporaryFolder(), 'scan')
  await writeFile(path, 'scan')
  const version = { ...draft({}), files: [{ logicalPath: 'a', source: { path }, [algorithm]: digest }] }
  await expect(putVersion(root, version)).rejects.toMatchObject({ code: 'store.digest-mismatch' })
  await expect(openObject(root, itemId)).rejects.toMatchObject({ code: 'store.unknown-object' })
  expect(await readdir(root.temporary)).toEqual([])
  expect(await validateRoot(root.dir)).toEqual([])
})

test.each([
  '',
  '/a',
  'a/',
  'a//b',
  '.',
  'a/../b',
  '..',
  '..\\a',
  'C:\\a',
  'C:/a',
  'c:a',
  'a\0b',
  'a\nb',
  '\ud800',
  'x'.repeat(5000),
])('the logical path %j is refused', async logicalPath => {
  await expect(putVersion(await newRoot(), draft({ [logicalPath]: 'x' }))).rejects.toMatchObject({
    code: 'store.bad-path',
  })
})

test('a path that another one needs as a folder is refused, and so is a path given twice', async () => {
  const root = await newRoot()
  await expect(putVersion(root, draft({ a: '1', 'a/b': '2' }))).rejects.toMatchObject({ code: 'store.bad-path' })
  const twice = draft({ a: '1' })
  await expect(putVersion(root, { ...twice, files: [...twice.files, ...twice.files] })).rejects.toMatchObject({
    code: 'store.bad-path',
  })
})

test('an identifier or address that is no URI, and a time without zone, are mistakes of the caller', async () => {
  const root = await newRoot()
  const good = draft({ a: '1' })
  await expect(putVersion(root, { ...good, id: '档号 1' })).rejects.toThrow('identifier')
  await expect(putVersion(root, { ...good, user: { name: '张', address: '张' } })).rejects.toThrow('User')
  await expect(putVersion(root, { ...good, created: '2026-02-30T09:30:00Z' })).rejects.toThrow('Time')
  await expect(putVersion(root, { ...good, created: '2026-03-02T09:30:00' })).rejects.toThrow('Time')
})

test('every object of the root is listed with its identifier', async () => {
  const root = await newRoot()
  const ids = Array.from({ length: 5 }, (_, i) => `urn:lantai:item:${i}`)
  for (const id of ids) await putVersion(root, draft({ a: id }, '归档', id))
  const listed = []
  for await (const { id, dir } of listObjects(root)) {
    expect(dir).toBe(objectDir(root, id!))
    listed.push(id)
  }
  expect(listed.sort()).toEqual(ids)
})

test('an empty folder where the object belongs is not in the way of its first version', async () => {
  const root = await newRoot()
  await mkdir(objectDir(root, itemId), { recursive: true })
  expect(await putVersion(root, draft({ a: '1' }))).toMatchObject({ version: 'v1' })
  expect(await validateRoot(root.dir)).toEqual([])
})
