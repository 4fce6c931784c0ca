import { listObjects, readCurrentInventory } from '../store/ocfl/read.ts'
import type { StorageRoot } from '../store/ocfl/root.ts'
import { textIn } from './copy-store.ts'
import { readBinding, type StoredBinding } from './read-bindings.ts'
import { type ItemDescription, readDescription } from './read-description.ts'
import { refuseMaintenance } from './refusals.ts'

/** An item as its object describes it, and when that was written. */
export interface StoredItem extends ItemDescription {
  readonly objectId: string
  readonly storedAt: string
}

/**
 * Reads every item of a storage root, one after the other, and lays the volumes and boxes met on the way into `bindings`; refuses one
 * it cannot read, for it would be lost unseen.
 */
export async function* readHoldings(store: StorageRoot, bindings: StoredBinding[]): AsyncGenerator<StoredItem> {
  for await (const { dir, id } of listObjects(store)) {
    if (id === undefined) refuseMaintenance('rebuild.unreadable', { id: dir, what: 'inventory.json' })
    else if (id.startsWith('urn:lantai:item:')) yield readItem(dir, id)
    else if (/^urn:lantai:(volume|box):/.test(id)) bindings.push(await readOther(dir, id))
  }
}

async function readItem(dir: string, objectId: string): Promise<StoredItem> {
  return { ...(await readWith(readDescription, dir, objectId)), objectId }
}

const readOther = (dir: string, objectId: string): Promise<StoredBinding> => readWith(readBinding, dir, objectId)

async function readWith<T>(read: (json: string) => T | undefined, dir: string, objectId: string) {
  const { inventory } = (await readCurrentInventory(dir)) ?? {}
  const text = inventory && (await textIn({ dir, inventory }, inventory.head, 'description.json'))
  const description = text === undefined ? undefined : read(text)
  if (!description || !inventory)
    return refuseMaintenance('rebuild.unreadable', { id: objectId, what: 'description.json' })
  return { ...description, storedAt: inventory.versions[inventory.head]?.created ?? '' }
}
