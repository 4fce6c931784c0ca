import { z } from 'zod'
import { secrecyOf } from '../../domain/access/secrecy.ts'
import { job } from '../platform/jobs.ts'
import { putVersion } from '../store/ocfl/write.ts'
import { jsonFile, peopleNamed } from './described.ts'

/** Object of a filed volume in the storage root. */
export const volumeObjectId = (volumeId: string): string => `urn:lantai:volume:${volumeId}`

/**
 * Writes what is said about a filed volume into the storage root, as a new version of an object of its own: its members say themselves
 * that they are bound into it and where, and its box says that it lies there.
 */
export const storeVolume = job({
  name: 'holdings.store-volume',
  payload: z.strictObject({ volumeId: z.string() }),
  async run({ runtime, act }, { volumeId }) {
    const { db, files } = runtime
    const row = await db
      .selectFrom('volume')
      .selectAll()
      .where('id', '=', volumeId)
      .where('state', '=', 'filed')
      .executeTakeFirst()
    if (!row || row.stored_revision === row.revision) return
    const { stored_revision: _, box_id: __, ...volume } = row
    const description = {
      format: 'lantai-volume/1',
      volume: { ...volume, secrecy: secrecyOf(row.secrecy) },
      people: await peopleNamed(db, [row.created_by, row.filed_by, row.bound_by, row.checked_by]),
    }
    const { version } = await putVersion(files.store, {
      id: volumeObjectId(volumeId),
      files: [jsonFile('description.json', description)],
      message: `volume.filed ${row.code}`,
      user: { name: 'Lantai', address: 'urn:lantai:person:system' },
      created: runtime.clock().toISOString(),
    })
    await act(async ({ tx }) => {
      await tx.updateTable('volume').set({ stored_revision: row.revision }).where('id', '=', volumeId).execute()
      return {
        output: null,
        events: [{ name: 'volume.stored', subject: volumeId, data: { version, revision: row.revision } }],
      }
    })
  },
})
