import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { job } from '../platform/jobs.ts'
import { removeStaged, sweepStaging } from '../store/staging.ts'

const dayMs = 86_400_000
/** An upload that nobody attached is kept for a week: long enough for a part-time archivist to come back to it. */
const keptMs = 7 * dayMs

/** Clears what was begun and never used: uploads nobody attached, their bytes, and links to content that have run out. */
export const sweepLeftovers = job({
  name: 'holdings.sweep-leftovers',
  payload: z.unknown(),
  async run({ runtime, log }) {
    const { db, files } = runtime
    const before = new Date(runtime.clock().getTime() - keptMs)
    await db.deleteFrom('content_ticket').where('expires_at', '<', runtime.clock().toISOString()).execute()
    const uploads = await db
      .deleteFrom('upload')
      .where('created_at', '<', before.toISOString())
      .returning('id')
      .execute()
    const blobs = await db
      .deleteFrom('blob')
      .where('staged_at', '<', before.toISOString())
      .where('stored_object', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('component').select('id').whereRef('component.sha256', '=', 'blob.sha256'))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('upload').select('id').whereRef('upload.sha256', '=', 'blob.sha256'))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('attachment').select('id').whereRef('attachment.sha256', '=', 'blob.sha256'))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(selectFrom('content_ticket').select('digest').whereRef('content_ticket.sha256', '=', 'blob.sha256')),
        ),
      )
      .returning('sha256')
      .execute()
    for (const { sha256 } of blobs) await removeStaged(files.staging, sha256)
    await removeOldFiles(join(files.staging, 'uploads'), before.getTime())
    await sweepStaging(files.staging)
    if (uploads.length + blobs.length > 0)
      log.info({ uploads: uploads.length, blobs: blobs.length }, 'cleared uploads that nobody used')
  },
})

async function removeOldFiles(folder: string, beforeMs: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    if ((await stat(path)).mtimeMs < beforeMs) await rm(path, { force: true })
  }
}
