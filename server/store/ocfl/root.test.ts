import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draft, itemId } from '../testing/drafts.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { layoutName } from './layout.ts'
import { readFile as readStored } from './read.ts'
import { openRoot } from './root.ts'
import { validateRoot } from './validate-root.ts'
import { putVersion } from './write.ts'

test('an absent or an empty folder becomes a storage root without a flaw', async () => {
  const parent = await temporaryFolder()
  await mkdir(join(parent, 'empty'))
  for (const name of ['absent', 'empty']) {
    const { dir } = await openRoot(join(parent, name))
    expect((await readdir(dir)).sort()).toEqual(['0=ocfl_1.1', 'README.md', 'extensions', 'ocfl_layout.json'])
    expect(await validateRoot(dir)).toEqual([])
  }
})

test('a root opened again still holds its objects', async () => {
  const dir = join(await temporaryFolder(), 'root')
  await putVersion(await openRoot(dir), draft({ a: '1' }))
  expect(await readStored(await openRoot(dir), itemId, { logicalPath: 'a' })).toMatchObject({ size: 1 })
})

test('a folder with other files in it is refused and left as it is', async () => {
  const parent = await temporaryFolder()
  const dir = join(parent, 'mine')
  await mkdir(dir)
  await writeFile(join(dir, 'README.md'), 'mine')
  await expect(openRoot(dir)).rejects.toMatchObject({ code: 'store.not-ours' })
  await expect(openRoot(join(dir, 'README.md'))).rejects.toMatchObject({ code: 'store.not-ours' })
  expect(await readdir(dir)).toEqual(['README.md'])
  expect(await readFile(join(dir, 'README.md'), 'utf8')).toBe('mine')
  expect(await readdir(parent)).toEqual(['mine'])
})

test('a half-made root with other files in it is refused', async () => {
  const { dir } = await openRoot(join(await temporaryFolder(), 'root'))
  await rm(join(dir, '0=ocfl_1.1'))
  await writeFile(join(dir, 'photo.jpg'), 'mine')
  await expect(openRoot(dir)).rejects.toMatchObject({ code: 'store.not-ours' })
  await rm(join(dir, 'photo.jpg'))
  await openRoot(dir)
  expect(await validateRoot(dir)).toEqual([])
})

test('a root of another layout is refused', async () => {
  const { dir } = await openRoot(join(await temporaryFolder(), 'root'))
  await rm(join(dir, 'extensions', layoutName, 'config.json'))
  await expect(openRoot(dir)).rejects.toMatchObject({ code: 'store.unknown-layout' })
})

test('servers that make the same root at the same time all open it', async () => {
  const dir = join(await temporaryFolder(), 'root')
  await Promise.all(Array.from({ length: 5 }, () => openRoot(dir)))
  expect(await validateRoot(dir)).toEqual([])
  expect(await readdir(`${dir}.tmp`)).toEqual([])
})

test('versions are never prepared inside the root', async () => {
  const dir = join(await temporaryFolder(), 'root')
  await expect(openRoot(dir, { temporary: join(dir, 'tmp') })).rejects.toThrow('inside')
})
