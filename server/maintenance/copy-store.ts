import { constants } from 'node:fs'
import { copyFile, cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { disk } from '../store/disk.ts'
import { digestBytes } from '../store/ocfl/digest.ts'
import { contentDirectoryOf, type Inventory } from '../store/ocfl/inventory.ts'
import { listObjects, readCurrentInventory } from '../store/ocfl/read.ts'
import type { StorageRoot } from '../store/ocfl/root.ts'
import { sidecarName } from '../store/ocfl/sealed-inventory.ts'
import { sortedVersions } from '../store/ocfl/version-names.ts'

/** An object met while copying a storage root. */
export interface CopiedObject {
  readonly dir: string
  readonly id?: string
  readonly inventory?: Inventory
}

/** Says up to which version an object is copied; `all` takes it as it is, `none` leaves it out. */
export type Choose = (object: CopiedObject) => Promise<string | 'all' | 'none'>

// Where the file system can, a copy shares its blocks until one of both is changed.
const mode = constants.COPYFILE_FICLONE

/** Copies a storage root object by object while others write to it; each copied object survives a power cut. Answers how many there are. */
export async function copyStore(root: StorageRoot, to: string, choose: Choose): Promise<number> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(root.dir, { withFileTypes: true })) {
    if (entry.isFile()) await copyFile(join(root.dir, entry.name), join(to, entry.name), mode)
    else if (entry.name === 'extensions')
      await cp(join(root.dir, entry.name), join(to, entry.name), { recursive: true })
  }
  const folders = new Set([to])
  let objects = 0
  for await (const { dir, id } of listObjects(root)) {
    const { inventory } = (await readCurrentInventory(dir)) ?? {}
    const version = await choose({ dir, ...(id !== undefined && { id }), ...(inventory && { inventory }) })
    if (version === 'none') continue
    const target = join(to, relative(root.dir, dir))
    await mkdir(target, { recursive: true })
    if (version === 'all') await cp(dir, target, { recursive: true, mode })
    else await copyVersions(dir, target, version)
    await disk.syncTree(target)
    for (let above = dirname(target); above.startsWith(to); above = dirname(above)) folders.add(above)
    objects += 1
  }
  for (const folder of folders) await disk.syncDirectory(folder)
  return objects
}

/** Copies an object as it stood when the version was its newest: the inventory kept in that version's folder becomes the object's own. */
async function copyVersions(dir: string, target: string, head: string): Promise<void> {
  const names = await readdir(dir)
  for (const name of names.filter(name => name.startsWith('0=')))
    await copyFile(join(dir, name), join(target, name), mode)
  const versions = sortedVersions(names)
  for (const version of versions.slice(0, versions.indexOf(head) + 1)) {
    await cp(join(dir, version), join(target, version), { recursive: true, mode })
  }
  for (const name of ['inventory.json', sidecarName('sha512')])
    await copyFile(join(dir, head, name), join(target, name), mode)
}

/** Makes the names in a folder and in all folders below survive a power cut; the files there have been seen to. */
export async function syncFolders(dir: string): Promise<void> {
  for (const entry of await readdir(dir, { withFileTypes: true }))
    if (entry.isDirectory()) await syncFolders(join(dir, entry.name))
  await disk.syncDirectory(dir)
}

/** Whether an object keeps each version's inventory with it and can be copied up to any of them. */
export const isDivisible = (inventory: Inventory): boolean =>
  inventory.digestAlgorithm === 'sha512' && contentDirectoryOf(inventory) === 'content'

/** Text of a file of one version of an object; undefined when that version has no such file, or it is not what it was. */
export async function textIn(
  { dir, inventory }: CopiedObject,
  version: string,
  logicalPath: string,
): Promise<string | undefined> {
  const states = Object.entries(inventory?.versions[version]?.state ?? {})
  const [digest] = states.find(([, paths]) => paths.includes(logicalPath)) ?? []
  const path = digest && inventory?.manifest[digest]?.[0]
  const bytes = path && (await readFile(join(dir, path)).catch(() => undefined))
  if (!bytes || !inventory || digestBytes(bytes, inventory.digestAlgorithm) !== digest?.toLowerCase()) return undefined
  return bytes.toString()
}
