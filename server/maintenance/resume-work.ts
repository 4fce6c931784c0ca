import { sealHourly } from '../audit/seal-trail.ts'
import { readText, recognizePages } from '../holdings/read-text.ts'
import { enqueueReindex } from '../holdings/reindex.ts'
import { storeBox } from '../holdings/store-box.ts'
import { storeItem } from '../holdings/store-item.ts'
import { storeVolume } from '../holdings/store-volume.ts'
import type { Db, Tx } from '../platform/db.ts'
import { enqueue, enqueueAll } from '../platform/jobs.ts'

const portion = 1000

/**
 * Puts back the work that the data itself shows to be undone, whatever became of its job: filed items, volumes and boxes whose newest
 * state is not in the storage root, files whose text nobody has looked for or whose scans are half read, items indexed by an earlier
 * version, and entries of the trail that no seal holds. Done at every start; a job that waits already is not doubled.
 */
export async function resumeWork(db: Db): Promise<{ items: number; texts: number }> {
  const items = await inPortions(db, unstoredItems, (tx, ids) =>
    enqueueAll(
      tx,
      storeItem,
      ids.map(itemId => ({ payload: { itemId }, key: `store:${itemId}` })),
    ),
  )
  await inPortions(db, unstoredVolumes, (tx, ids) =>
    enqueueAll(
      tx,
      storeVolume,
      ids.map(volumeId => ({ payload: { volumeId }, key: `store:${volumeId}` })),
    ),
  )
  await inPortions(db, unstoredBoxes, (tx, ids) =>
    enqueueAll(
      tx,
      storeBox,
      ids.map(boxId => ({ payload: { boxId }, key: `store:${boxId}` })),
    ),
  )
  const texts = await inPortions(db, blobsIn('pending'), (tx, digests) =>
    enqueueAll(
      tx,
      readText,
      digests.map(sha256 => ({ payload: { sha256 }, key: `text:${sha256}` })),
    ),
  )
  await inPortions(db, blobsIn('scanned'), (tx, digests) =>
    enqueueAll(
      tx,
      recognizePages,
      digests.map(sha256 => ({ payload: { sha256 }, key: `recognize:${sha256}` })),
    ),
  )
  await db.transaction().execute(tx => enqueue(tx, sealHourly, {}, sealHourly.name))
  await db.transaction().execute(enqueueReindex)
  return { items, texts }
}

type Find = (db: Db, after: string) => Promise<string[]>

const unstoredItems: Find = async (db, after) => {
  const rows = await db
    .selectFrom('item')
    .select('id')
    .where('state', '=', 'filed')
    .whereRef('stored_revision', 'is distinct from', 'revision')
    .where('id', '>', after)
    .orderBy('id')
    .limit(portion)
    .execute()
  return rows.map(({ id }) => id)
}

const unstoredVolumes: Find = async (db, after) => {
  const rows = await db
    .selectFrom('volume')
    .select('id')
    .where('state', '=', 'filed')
    .whereRef('stored_revision', 'is distinct from', 'revision')
    .where('id', '>', after)
    .orderBy('id')
    .limit(portion)
    .execute()
  return rows.map(({ id }) => id)
}

const unstoredBoxes: Find = async (db, after) => {
  const rows = await db
    .selectFrom('box')
    .select('id')
    .whereRef('stored_revision', 'is distinct from', 'revision')
    .where('id', '>', after)
    .orderBy('id')
    .limit(portion)
    .execute()
  return rows.map(({ id }) => id)
}

const blobsIn =
  (state: 'pending' | 'scanned'): Find =>
  async (db, after) => {
    const rows = await db
      .selectFrom('blob')
      .select('sha256')
      .where('text_state', '=', state)
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('component').select('id').whereRef('component.sha256', '=', 'blob.sha256')),
      )
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(portion)
      .execute()
    return rows.map(({ sha256 }) => sha256)
  }

async function inPortions(
  db: Db,
  find: Find,
  enqueueThem: (tx: Tx, keys: readonly string[]) => Promise<void>,
): Promise<number> {
  for (let [count, after] = [0, '']; ; ) {
    const keys = await find(db, after)
    if (keys.length > 0) await db.transaction().execute(tx => enqueueThem(tx, keys))
    count += keys.length
    after = keys.at(-1) ?? after
    if (keys.length < portion) return count
  }
}
