import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Disk, isTaken } from '../disk.ts'
import { refuseStore } from '../refusals.ts'
import { digestBytes, readPieces } from './digest.ts'
import { objectFolders } from './layout.ts'
import type { DigestedFile, NextVersion } from './next-version.ts'
import { repairObject } from './repair.ts'
import type { StorageRoot } from './root.ts'
import { sidecarName, sidecarText } from './sealed-inventory.ts'

/** A file of a version with the place its bytes come from. */
export interface SourcedFile extends DigestedFile {
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array }
}

/** A version that stands, and the digest that seals its inventory. */
export interface PublishedVersion {
  readonly version: string
  readonly inventorySha512: string
}

interface SealedVersion {
  readonly next: NextVersion<SourcedFile>
  readonly text: string
  readonly sha512: string
}

const declaration = 'ocfl_object_1.1'

/**
 * Writes a version into the storage root: everything is prepared and made durable beside it, one rename lets it appear
 * whole, and repairing brings the object's own inventory up to it. Undefined when another writer took its place first.
 */
export async function publishVersion(
  root: StorageRoot,
  next: NextVersion<SourcedFile>,
): Promise<PublishedVersion | undefined> {
  const { id, head } = next.inventory
  const place = [...objectFolders(id, root.layout), head]
  // A first version appears together with its object folder, a later one alone in it.
  const existing = await countExisting(root.dir, place.slice(0, head === 'v1' ? -2 : -1))
  const work = join(root.temporary, crypto.randomUUID())
  const text = `${JSON.stringify(next.inventory, null, 2)}\n`
  const sealed = { next, text, sha512: digestBytes(text, 'sha512') }
  // The missing folders above a first version are prepared too, so that no empty one ever appears in the root.
  const [top, ...below] = place.slice(existing) as [string, ...string[]]
  let isPublished = false
  try {
    await stage(root, { work, versionDir: join(work, 'tree', top, ...below), sealed })
    isPublished = await appear(root.disk, join(work, 'tree', top), join(root.dir, ...place.slice(0, existing), top))
  } finally {
    // Once published, the folder stays until the inventory is in place too: it tells a sweep which object to look at.
    if (!isPublished) await root.disk.remove(work)
  }
  if (!isPublished) return undefined
  await repairObject(root, id)
  await root.disk.remove(work)
  return { version: head, inventorySha512: sealed.sha512 }
}

interface StagedVersion {
  readonly work: string
  readonly versionDir: string
  readonly sealed: SealedVersion
}

async function stage({ disk, temporary }: StorageRoot, { work, versionDir, sealed }: StagedVersion): Promise<void> {
  const { inventory, additions } = sealed.next
  const objectDir = dirname(versionDir)
  await disk.makeDirectory(versionDir)
  await disk.writeFile(join(work, 'id'), inventory.id)
  await writeInventory(disk, versionDir, sealed)
  if (inventory.head === 'v1') {
    await writeInventory(disk, objectDir, sealed)
    await disk.writeFile(join(objectDir, `0=${declaration}`), `${declaration}\n`)
  }
  for (const { contentPath, file } of additions) {
    const to = join(objectDir, contentPath)
    await disk.makeDirectory(dirname(to))
    await writeContent(disk, file, to)
  }
  await disk.syncTree(work)
  await disk.syncDirectory(temporary)
}

async function writeInventory(disk: Disk, dir: string, { text, sha512 }: SealedVersion): Promise<void> {
  await disk.writeFile(join(dir, 'inventory.json'), text)
  await disk.writeFile(join(dir, sidecarName('sha512')), sidecarText(sha512))
}

/** Writes a content file and refuses it when the bytes read are not those that were promised. */
async function writeContent(disk: Disk, file: SourcedFile, to: string): Promise<void> {
  const { source, sha512, sha256, logicalPath } = file
  const expected = new Map(Object.entries({ sha512, ...(sha256 === undefined ? {} : { sha256 }) }))
  const content = 'path' in source ? readPieces(source.path) : source.bytes
  const actual = await disk.writeFile(to, content, expected.keys())
  for (const [algorithm, digest] of expected) {
    if (actual.get(algorithm) !== digest) refuseStore('store.digest-mismatch', { path: logicalPath })
  }
}

/** Renames the prepared folder into its place; false when that place was taken meanwhile. */
async function appear(disk: Disk, from: string, to: string): Promise<boolean> {
  try {
    await disk.rename(from, to)
  } catch (error) {
    if (!isTaken(error)) throw error
    return false
  }
  await disk.syncDirectory(dirname(to))
  return true
}

/** How many of the nested folders exist, from the outermost on. */
async function countExisting(dir: string, place: readonly string[]): Promise<number> {
  for (let count = 0; count < place.length; count++) {
    if (!(await isThere(join(dir, ...place.slice(0, count + 1))))) return count
  }
  return place.length
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
