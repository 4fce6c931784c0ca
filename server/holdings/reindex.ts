import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import { enqueue, type Job, job } from '../platform/jobs.ts'
import { indexItem } from './index-item.ts'

const portion = 200

/** Indexes anew what an earlier version indexed, a portion at a time, until nothing is left; searching goes on meanwhile by what is there. */
export const reindex: Job<Record<string, never>> = job({
  name: 'holdings.reindex',
  payload: z.strictObject({}),
  async run({ runtime: { db } }) {
    const rows = await db.selectFrom('item_search').select('item_id').where('stale', '=', true).limit(portion).execute()
    for (const { item_id } of rows) await db.transaction().execute(tx => indexItem(tx, item_id))
    if (rows.length === portion) await db.transaction().execute(enqueueReindex)
  },
})

/** Asks for it once, however often it is asked. */
export const enqueueReindex = (tx: Tx): Promise<void> => enqueue(tx, reindex, {}, reindex.name)
