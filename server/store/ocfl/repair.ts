import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../../domain/shared/refusal.ts'
import { isAbandoned, longestWriteMs, namesIn } from '../disk.ts'
import { refuseStore } from '../refusals.ts'
import { readSoundInventory } from './read.ts'
import { objectDir, type StorageRoot } from './root.ts'
import { sidecarName } from './sealed-inventory.ts'
import { sortedVersions, versionNumber } from './version-names.ts'

/** What repairing found: no such object, nothing to do, or an interrupted version that was completed. */
export type Repair = 'absent' | 'sound' | 'completed'

/** What a sweep did, by object identifier; `damaged` ones were left as they are. */
export interface Swept {
  readonly completed: readonly string[]
  readonly damaged: readonly string[]
  /** How many abandoned folders were removed. */
  readonly removed: number
}

/**
 * Completes a version whose folder stands but whose inventory did not reach the object folder; publishing itself ends
 * with this, so that an interruption at any moment is only a delay. Refuses an object that is damaged otherwise.
 */
export async function repairObject(root: StorageRoot, id: string): Promise<Repair> {
  const dir = objectDir(root, id)
  // Looking once more after each repair catches a version that another writer published in between.
  for (let outcome: Repair = 'sound'; ; outcome = 'completed') {
    // Read before the folders are listed, or a version published in between would seem to be missing.
    const top = await readSoundInventory(dir, '')
    const names = await namesIn(dir)
    if (names.length === 0) return 'absent'
    const newest = sortedVersions(names).at(-1) ?? 'v1'
    if (top?.inventory.head === newest && top.inventory.id === id) return outcome
    const kept = await readSoundInventory(dir, newest)
    const isAhead = top !== undefined && versionNumber(top.inventory.head)! > versionNumber(newest)!
    if (kept?.inventory.head !== newest || kept.inventory.id !== id || isAhead) {
      return refuseStore('store.damaged', { id, what: `${newest}/inventory.json` })
    }
    await publishInventory(root, { dir, version: newest, algorithm: kept.inventory.digestAlgorithm })
  }
}

/**
 * Looks at what interrupted writers left beside the root: completes their versions at once, and removes what has lain
 * there for longer than any writer takes.
 */
export async function sweep(root: StorageRoot, { abandonedAfterMs = longestWriteMs } = {}): Promise<Swept> {
  const swept = { completed: [] as string[], damaged: [] as string[], removed: 0 }
  for (const name of await namesIn(root.temporary)) {
    if (!isWorkName(name)) continue
    const work = join(root.temporary, name)
    const id = await readFile(join(work, 'id'), 'utf8').catch(() => undefined)
    if (id !== undefined) await sweepObject(root, id, swept)
    if (await isAbandoned(work, abandonedAfterMs)) {
      await root.disk.remove(work)
      swept.removed++
    }
  }
  return swept
}

async function sweepObject(
  root: StorageRoot,
  id: string,
  swept: { completed: string[]; damaged: string[] },
): Promise<void> {
  try {
    if ((await repairObject(root, id)) === 'completed') swept.completed.push(id)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    swept.damaged.push(id)
  }
}

/** Copies the inventory of a version folder, then its digest file, into the object folder. */
async function publishInventory(
  { temporary, disk }: StorageRoot,
  { dir, version, algorithm }: { dir: string; version: string; algorithm: string },
): Promise<void> {
  const work = join(temporary, crypto.randomUUID())
  const names = ['inventory.json', sidecarName(algorithm)]
  await disk.makeDirectory(work)
  for (const name of names) await disk.writeFile(join(work, name), await readFile(join(dir, version, name)))
  await disk.syncTree(work)
  // The version folder must be durable before the object speaks of it.
  await disk.syncDirectory(dir)
  for (const name of names) await disk.rename(join(work, name), join(dir, name))
  await disk.syncDirectory(dir)
  await disk.remove(work)
}

/** Only folders made by writers here are ever removed; their names are UUIDs. */
const isWorkName = (name: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)
