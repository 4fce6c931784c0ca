import { z } from 'zod'
import { job } from '../platform/jobs.ts'
import { extractText } from '../text/extract.ts'
import { placeOf } from './blobs.sql.ts'
import { indexItem } from './index-item.ts'

/** Reads the text of newly attached bytes once, and makes every item that has them findable by it. */
export const readText = job({
  name: 'holdings.read-text',
  payload: z.strictObject({ sha256: z.string() }),
  async run({ runtime, log }, { sha256 }) {
    const { db, files } = runtime
    const blob = await db.selectFrom('blob').select('text_state').where('sha256', '=', sha256).executeTakeFirst()
    if (blob?.text_state === 'pending') {
      const { path, mime } = await placeOf(db, files, sha256)
      const found = await extractText(path, mime)
      if (found?.failed) log.warn({ sha256, mime, reason: found.failed }, 'no text could be read from a file')
      const state = found === null ? 'none' : found.failed ? 'failed' : 'done'
      await db
        .updateTable('blob')
        .set({ text: found?.text || null, pages: found?.pages ?? null, text_state: state })
        .where('sha256', '=', sha256)
        .execute()
    }
    const items = await db.selectFrom('component').select('item_id').distinct().where('sha256', '=', sha256).execute()
    for (const { item_id } of items) await db.transaction().execute(tx => indexItem(tx, item_id))
  },
})
