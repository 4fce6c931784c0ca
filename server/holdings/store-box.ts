import { z } from 'zod'
import type { Reads } from '../platform/db.ts'
import { job } from '../platform/jobs.ts'
import { putVersion } from '../store/ocfl/write.ts'
import { jsonFile, peopleNamed } from './described.ts'

/** Object of a box in the storage root. */
export const boxObjectId = (boxId: string): string => `urn:lantai:box:${boxId}`

/**
 * Writes a box and what of filed records lies in it into the storage root. A box that has never held anything filed is not written: its
 * records are not there yet either.
 */
export const storeBox = job({
  name: 'holdings.store-box',
  payload: z.strictObject({ boxId: z.string() }),
  async run({ runtime, act }, { boxId }) {
    const { db, files } = runtime
    const row = await db.selectFrom('box').selectAll().where('id', '=', boxId).executeTakeFirst()
    if (!row || row.stored_revision === row.revision) return
    const [items, volumes] = [await filedIn(db, 'item', boxId), await filedIn(db, 'volume', boxId)]
    if (row.stored_revision === null && items.length + volumes.length === 0) return
    const { stored_revision: _, ...box } = row
    const people = await peopleNamed(db, [row.created_by, row.arranged_by, row.checked_by])
    const { version } = await putVersion(files.store, {
      id: boxObjectId(boxId),
      files: [jsonFile('description.json', { format: 'lantai-box/1', box, items, volumes, people })],
      message: `box.stored ${row.number}`,
      user: { name: 'Lantai', address: 'urn:lantai:person:system' },
      created: runtime.clock().toISOString(),
    })
    await act(async ({ tx }) => {
      await tx.updateTable('box').set({ stored_revision: row.revision }).where('id', '=', boxId).execute()
      return {
        output: null,
        events: [{ name: 'box.stored', subject: boxId, data: { version, revision: row.revision } }],
      }
    })
  },
})

/** Filed records that lie in a box, in the order of their codes. */
export function filedIn(reads: Reads, table: 'item' | 'volume', boxId: string) {
  return reads
    .selectFrom(table)
    .select(['id', 'code'])
    .where('box_id', '=', boxId)
    .where('state', '=', 'filed')
    .orderBy('serial')
    .orderBy('id')
    .execute()
}
