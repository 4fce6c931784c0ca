import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode, namesIn } from '../disk.ts'
import { refuseStore } from '../refusals.ts'
import { digestFile } from './digest.ts'
import { isValid } from './findings.ts'
import { walkHierarchy } from './hierarchy.ts'
import type { Inventory, InventoryVersion } from './inventory.ts'
import { assertPresent, objectDir, type StorageRoot } from './root.ts'
import { readInventoryFile } from './sealed-inventory.ts'
import { sortedVersions } from './version-names.ts'

/** A sound inventory with the bytes it was read from. */
export interface SoundInventory {
  readonly inventory: Inventory
  readonly bytes: Buffer
}

/** A file of an object, ready to be streamed from `path`; `size` in bytes. */
export interface StoredFile {
  readonly path: string
  readonly size: number
  readonly sha512: string
}

/** An object met while listing; `id` is absent when its inventory cannot be trusted. */
export interface ListedObject {
  readonly dir: string
  readonly id?: string
}

/** The current inventory of an object; refuses when there is none or it is damaged. */
export async function openObject(root: StorageRoot, id: string): Promise<Inventory> {
  const dir = objectDir(root, id)
  const current = await readCurrentInventory(dir)
  if (current === undefined) {
    await assertPresent(root)
    return refuseStore((await exists(dir)) ? 'store.damaged' : 'store.unknown-object', { id, what: 'inventory.json' })
  }
  if (current.inventory.id !== id) refuseStore('store.damaged', { id, what: `id ${current.inventory.id}` })
  return current.inventory
}

/** Finds a file of an object by its logical path, in the newest version unless one is named. */
export async function readFile(
  root: StorageRoot,
  id: string,
  file: { logicalPath: string; version?: string },
): Promise<StoredFile> {
  const { logicalPath, version } = file
  const inventory = await openObject(root, id)
  const digest = digestAt(inventory.versions[version ?? inventory.head], logicalPath)
  if (digest === undefined) return refuseStore('store.unknown-file', { id, path: logicalPath })
  const path = join(objectDir(root, id), inventory.manifest[digest]![0]!)
  const size = await sizeOf(path)
  if (size === undefined) return refuseStore('store.damaged', { id, what: logicalPath })
  const isSha512 = inventory.digestAlgorithm === 'sha512'
  return { path, size, sha512: isSha512 ? digest.toLowerCase() : (await digestFile(path, ['sha512'])).get('sha512')! }
}

/** Walks every object of a storage root, in the order of the folders. */
export async function* listObjects(root: StorageRoot): AsyncGenerator<ListedObject> {
  for await (const step of walkHierarchy(root.dir)) {
    if (!('object' in step)) continue
    const dir = join(root.dir, step.object)
    const current = await readCurrentInventory(dir)
    yield current === undefined ? { dir } : { dir, id: current.inventory.id }
  }
}

/**
 * The inventory of an object folder when it is sound, else that of its newest version folder, which is the newer one
 * while a version is just being published.
 */
export async function readCurrentInventory(dir: string): Promise<SoundInventory | undefined> {
  const top = await readSoundInventory(dir, '')
  if (top !== undefined) return top
  const newest = sortedVersions(await namesIn(dir)).at(-1)
  return newest === undefined ? undefined : await readSoundInventory(dir, newest)
}

/** The inventory in a folder of an object (`''` or `v3`) when it is there, without any error, and matches its digest. */
export async function readSoundInventory(dir: string, folder: string): Promise<SoundInventory | undefined> {
  const names = await namesIn(join(dir, folder))
  if (!names.includes('inventory.json')) return undefined
  const { inventory, bytes, findings } = await readInventoryFile(dir, folder, names)
  return inventory !== undefined && isValid(findings) ? { inventory, bytes } : undefined
}

function digestAt(version: InventoryVersion | undefined, logicalPath: string): string | undefined {
  return Object.entries(version?.state ?? {}).find(([, paths]) => paths.includes(logicalPath))?.[0]
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

const exists = async (path: string) => (await sizeOf(path)) !== undefined
