import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestBytes } from './ocfl/digest.ts'
import { removeStaged, stagedPath, stageFile, stageStream, sweepStaging, TooLarge } from './staging.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const filesIn = async (dir: string) =>
  (await readdir(dir, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).length

test('whatever the pieces bytes arrive in, they lie under their digest', async () => {
  const dir = await temporaryFolder()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 100 })), async pieces => {
      const bytes = Buffer.concat(pieces)
      const blob = await stageStream(dir, Readable.from(pieces))
      const path = stagedPath(dir, digestBytes(bytes, 'sha256'))
      expect(blob).toEqual({
        sha256: digestBytes(bytes, 'sha256'),
        sha512: digestBytes(bytes, 'sha512'),
        size: bytes.length,
        path,
      })
      expect(await readFile(path)).toEqual(bytes)
    }),
    { numRuns: 30 },
  )
  expect(await readdir(join(dir, 'arriving'))).toEqual([])
})

test('the same content twice, even at the same time, is one file', async () => {
  const dir = await temporaryFolder()
  const blobs = await Promise.all(
    Array.from({ length: 6 }, () => stageStream(dir, Readable.from([Buffer.from('scan')]))),
  )
  expect(new Set(blobs.map(({ path }) => path)).size).toBe(1)
  expect(await filesIn(dir)).toBe(1)
})

test('content that arrives again counts as staged now', async () => {
  const dir = await temporaryFolder()
  const { path } = await stageStream(dir, Readable.from([Buffer.from('scan')]))
  await utimes(path, 0, 0)
  await stageStream(dir, Readable.from([Buffer.from('scan')]))
  expect(Date.now() - (await stat(path)).mtimeMs).toBeLessThan(60_000)
})

test('a staged file that lost its end is replaced when the content arrives again', async () => {
  const dir = await temporaryFolder()
  const { path } = await stageStream(dir, Readable.from([Buffer.from('scan')]))
  await writeFile(path, 'sc')
  await stageStream(dir, Readable.from([Buffer.from('scan')]))
  expect(await readFile(path, 'utf8')).toBe('scan')
})

test('bytes beyond the limit are refused as soon as they arrive, and nothing stays', async () => {
  const dir = await temporaryFolder()
  let taken = 0
  const endless = Readable.from(
    (function* () {
      for (;;) {
        taken++
        yield Buffer.alloc(10)
      }
    })(),
  )
  await expect(stageStream(dir, endless, { maxBytes: 25 })).rejects.toBeInstanceOf(TooLarge)
  expect(taken).toBeLessThan(50)
  expect(endless.destroyed).toBe(true)
  expect(await filesIn(dir)).toBe(0)
  await expect(stageStream(dir, Readable.from([Buffer.alloc(25)]), { maxBytes: 25 })).resolves.toMatchObject({
    size: 25,
  })
})

test('a stream that breaks off leaves nothing', async () => {
  const dir = await temporaryFolder()
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('half')
      throw new Error('connection lost')
    })(),
  )
  await expect(stageStream(dir, broken)).rejects.toThrow('connection lost')
  const aborted = new Readable({ read() {} })
  aborted.push('half')
  setTimeout(() => aborted.destroy(), 20)
  await expect(stageStream(dir, aborted)).rejects.toThrow()
  expect(await filesIn(dir)).toBe(0)
})

test('a file is moved in, and dropped when its content is there already', async () => {
  const dir = await temporaryFolder()
  for (const name of ['first', 'second']) {
    const path = join(dir, name)
    await writeFile(path, 'scan')
    expect(await stageFile(dir, path)).toMatchObject({ size: 4, path: stagedPath(dir, digestBytes('scan', 'sha256')) })
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
  }
  expect(await filesIn(dir)).toBe(1)
})

test('a blob is removed, twice if need be, and a path in disguise is not a digest', async () => {
  const dir = await temporaryFolder()
  const { sha256 } = await stageStream(dir, Readable.from([Buffer.from('scan')]))
  await removeStaged(dir, sha256)
  await removeStaged(dir, sha256)
  expect(await filesIn(dir)).toBe(0)
  expect(() => stagedPath(dir, `../../${sha256.slice(6)}`)).toThrow('SHA-256')
})

test('a sweep removes what a killed server was receiving, not what is just arriving', async () => {
  const dir = await temporaryFolder()
  await mkdir(join(dir, 'arriving'))
  for (const name of ['old', 'new']) await writeFile(join(dir, 'arriving', name), 'half')
  await utimes(join(dir, 'arriving', 'old'), 0, 0)
  expect(await sweepStaging(dir)).toBe(1)
  expect(await readdir(join(dir, 'arriving'))).toEqual(['new'])
})
