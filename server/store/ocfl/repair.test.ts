import { cp, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draft, itemId, threeVersions } from '../testing/drafts.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { digestBytes } from './digest.ts'
import { listObjects, openObject, readFile as readStored } from './read.ts'
import { repairObject, sweep } from './repair.ts'
import { objectDir, openRoot } from './root.ts'
import { sidecarName, sidecarText } from './sealed-inventory.ts'
import { validateObject } from './validate.ts'
import { putVersion } from './write.ts'

async function writtenObject() {
  const root = await openRoot(join(await temporaryFolder(), 'root'))
  for (const version of threeVersions) await putVersion(root, version)
  return { root, dir: objectDir(root, itemId) }
}

test('a damaged inventory of the object is read from its newest version and restored from there', async () => {
  const { root, dir } = await writtenObject()
  const before = await readFile(join(dir, 'inventory.json'))
  await truncate(join(dir, 'inventory.json'), 100)
  expect((await openObject(root, itemId)).head).toBe('v3')
  expect(await repairObject(root, itemId)).toBe('completed')
  expect(await readFile(join(dir, 'inventory.json'))).toEqual(before)
  expect(await validateObject(dir)).toEqual([])
})

test('an object whose newest version is damaged as well is refused and left as it is', async () => {
  const { root, dir } = await writtenObject()
  await truncate(join(dir, 'inventory.json'), 100)
  await truncate(join(dir, 'v3/inventory.json'), 100)
  await expect(repairObject(root, itemId)).rejects.toMatchObject({ code: 'store.damaged' })
  await expect(openObject(root, itemId)).rejects.toMatchObject({ code: 'store.damaged' })
  await expect(putVersion(root, draft({ a: '1' }))).rejects.toMatchObject({ code: 'store.damaged' })
  expect((await readFile(join(dir, 'inventory.json'))).length).toBe(100)
})

test('a version folder that disappeared is damage, never a reason to go back to an earlier version', async () => {
  const { root, dir } = await writtenObject()
  await rm(join(dir, 'v3'), { recursive: true })
  await expect(putVersion(root, draft({ a: '1' }))).rejects.toMatchObject({ code: 'store.damaged' })
  expect((await openObject(root, itemId)).head).toBe('v3')
})

test('a folder put among the versions by hand is damage', async () => {
  const { root, dir } = await writtenObject()
  await mkdir(join(dir, 'v4'))
  await expect(repairObject(root, itemId)).rejects.toMatchObject({ code: 'store.damaged' })
})

test('an object copied to where another one belongs is not taken for it', async () => {
  const { root, dir } = await writtenObject()
  const other = 'urn:lantai:item:other'
  await cp(dir, objectDir(root, other), { recursive: true })
  await expect(openObject(root, other)).rejects.toMatchObject({ code: 'store.damaged' })
  await expect(putVersion(root, draft({ a: '1' }, '归档', other))).rejects.toMatchObject({ code: 'store.damaged' })
  expect(await validateObject(objectDir(root, other))).toEqual([])
})

test('a file, version or object that is not there is said so', async () => {
  const { root, dir } = await writtenObject()
  const read = (logicalPath: string, version?: string) =>
    readStored(root, itemId, { logicalPath, ...(version && { version }) })
  await expect(read('没有')).rejects.toMatchObject({ code: 'store.unknown-file' })
  await expect(read('metadata.json', 'v4')).rejects.toMatchObject({ code: 'store.unknown-file' })
  await expect(read('metadata.json', '__proto__')).rejects.toMatchObject({ code: 'store.unknown-file' })
  await expect(openObject(root, 'urn:lantai:item:none')).rejects.toMatchObject({ code: 'store.unknown-object' })
  await rm(join(dir, 'v3/content/正文/合同.pdf'))
  await expect(read('正文/副本.pdf')).rejects.toMatchObject({ code: 'store.damaged' })
})

test('an inventory that points outside its object is not trusted', async () => {
  const { root, dir } = await writtenObject()
  for (const folder of ['', 'v3']) {
    const text = await readFile(join(dir, folder, 'inventory.json'), 'utf8')
    await writeInventory(
      join(dir, folder),
      text.replaceAll('v3/content/正文/合同.pdf', 'v3/content/../../../../secret'),
    )
  }
  await expect(openObject(root, itemId)).rejects.toMatchObject({ code: 'store.damaged' })
})

test('an object with a damaged inventory is still listed, without an identifier', async () => {
  const { root, dir } = await writtenObject()
  for (const version of ['', 'v3']) await truncate(join(dir, version, 'inventory.json'), 0)
  for await (const listed of listObjects(root)) expect(listed).toEqual({ dir })
  expect.assertions(1)
})

test('a sweep touches only folders that writers here made, and only when they are old', async () => {
  const { root } = await writtenObject()
  const fresh = crypto.randomUUID()
  for (const name of [fresh, 'photos']) await mkdir(join(root.temporary, name))
  expect(await sweep(root)).toEqual({ completed: [], damaged: [], removed: 0 })
  expect(await sweep(root, { abandonedAfterMs: 0 })).toEqual({ completed: [], damaged: [], removed: 1 })
  await expect(readFile(join(root.temporary, 'photos'))).rejects.toThrow('EISDIR')
})

test('an object written otherwise can be read but not continued', async () => {
  const { root } = await writtenObject()
  const id = 'urn:lantai:item:foreign'
  await putVersion(root, draft({ a: '1' }, '归档', id))
  const dir = objectDir(root, id)
  const inventory = JSON.stringify({ ...(await openObject(root, id)), contentDirectory: 'content' })
  for (const folder of ['', 'v1']) await writeInventory(join(dir, folder), inventory)
  expect((await readStored(root, id, { logicalPath: 'a' })).size).toBe(1)
  await expect(putVersion(root, draft({ a: '2' }, '更正', id))).rejects.toMatchObject({ code: 'store.foreign-object' })
})

/** Puts an inventory in place with a digest that fits. */
async function writeInventory(dir: string, text: string): Promise<void> {
  await writeFile(join(dir, 'inventory.json'), text)
  await writeFile(join(dir, sidecarName('sha512')), sidecarText(digestBytes(text, 'sha512')))
}
