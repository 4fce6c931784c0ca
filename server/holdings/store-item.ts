import { z } from 'zod'
import { job } from '../platform/jobs.ts'
import { putVersion } from '../store/ocfl/write.ts'
import { removeStaged } from '../store/staging.ts'
import { objectIdOf } from './blobs.sql.ts'
import { itemRecord } from './item-record.ts'

/**
 * Writes a filed item into the storage root as a new version of its object: the files as they are and the whole description as JSON,
 * so that the holdings can be rebuilt from the files alone. Runs after the commit, and again until it has succeeded.
 */
export const storeItem = job({
  name: 'holdings.store-item',
  payload: z.strictObject({ itemId: z.string() }),
  async run({ runtime, act }, { itemId }) {
    const { db, files } = runtime
    const record = await itemRecord(db, files, itemId)
    if (!record || record.storedRevision === record.description.item.revision) return
    const { revision } = record.description.item
    const { version } = await putVersion(files.store, {
      id: objectIdOf(itemId),
      files: record.files,
      message: record.message,
      user: record.user,
      created: runtime.clock().toISOString(),
    })
    await act(async ({ tx }) => {
      await tx.updateTable('item').set({ stored_revision: revision }).where('id', '=', itemId).execute()
      for (const component of record.components) {
        await tx
          .updateTable('blob')
          .set({ stored_object: objectIdOf(itemId), stored_path: component.path })
          .where('sha256', '=', component.sha256)
          .where('stored_object', 'is', null)
          .execute()
      }
      return { output: null, events: [{ name: 'item.stored', subject: itemId, data: { version, revision } }] }
    })
    for (const { sha256 } of record.components) await removeStaged(files.staging, sha256)
  },
})
