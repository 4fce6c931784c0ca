import { listObjects, readCurrentInventory } from '../store/ocfl/read.ts'
import type { StorageRoot } from '../store/ocfl/root.ts'
import { textIn } from './copy-store.ts'
import { type ItemDescription, readDescription } from './read-description.ts'
import { refuseMaintenance } from './refusals.ts'

/** An item as its object describes it, and when that was written. */
export interface StoredItem extends ItemDescription {
  readonly objectId: string
  readonly storedAt: string
}

/** Reads every item of a storage root, one after the other; refuses one it cannot read, for it would be lost unseen. */
export async function* readHoldings(store: StorageRoot): AsyncGenerator<StoredItem> {
  for await (const { dir, id } of listObjects(store)) {
    if (id === undefined) refuseMaintenance('rebuild.unreadable', { id: dir, what: 'inventory.json' })
    else if (id.startsWith('urn:lantai:item:')) yield readItem(dir, id)
  }
}

async function readItem(dir: string, objectId: string): Promise<StoredItem> {
  const { inventory } = (await readCurrentInventory(dir)) ?? {}
  const text = inventory && (await textIn({ dir, inventory }, inventory.head, 'description.json'))
  const description = text === undefined ? undefined : readDescription(text)
  if (!description || !inventory)
    return refuseMaintenance('rebuild.unreadable', { id: objectId, what: 'description.json' })
  return { ...description, objectId, storedAt: inventory.versions[inventory.head]?.created ?? '' }
}
