import { sql } from 'kysely'
import { placeOf } from '../holdings/blobs.sql.ts'
import { recognizePages as call, readTextAgain } from '../holdings/read-text.ts'
import type { Tx } from '../platform/db.ts'
import { enqueue, type JobContext, job } from '../platform/jobs.ts'
import { countScanPages, type PageText, type RecognitionFailure, recognizePage } from '../text/recognition/recognize.ts'
import { endRecognition, failWhole, planPages } from './recognition.sql.ts'

/** A page whose reading was broken off so often, each time with the whole server, is given up. */
const MOST_TRIES = 3

/** How long one run keeps its worker before it goes to the end of the line, in milliseconds. */
const TURN_MS = 10_000

/**
 * Recognises the words of scanned pages 文字识别. Each page is kept as soon as it is read, so that a power cut loses no more than one; after
 * a turn the rest of a long file lines up again, so that other work never waits for it. It ends with the file's text kept for searching.
 */
export const recognizePages = job({
  ...call,
  async run(context, { sha256, begin }) {
    if (begin) await plan(context, sha256, begin.pages)
    const turnEnds = performance.now() + TURN_MS
    while (await readNextPage(context, sha256)) {
      if (performance.now() < turnEnds) continue
      await context.runtime.db.transaction().execute(tx => enqueue(tx, call, { sha256 }, `recognize:${sha256}`))
      return
    }
  },
})

async function plan({ runtime, log }: JobContext, sha256: string, named: number[] | null): Promise<void> {
  const { db, files } = runtime
  const blob = await db
    .selectFrom('blob')
    .leftJoin('recognition', 'recognition.sha256', 'blob.sha256')
    .select(['text_state', 'recognition.state'])
    .where('blob.sha256', '=', sha256)
    .executeTakeFirst()
  // One that waits was planned by this very job before it was broken off.
  if (blob?.text_state !== 'scanned' || blob.state === 'waiting') return
  const counted = named ?? (await countScanPages(await placeOf(db, files, sha256)))
  await db.transaction().execute(async tx => {
    if ('failed' in counted) {
      log.warn({ sha256, reason: counted.failed }, 'a scan could not be opened')
      return failWhole(tx, sha256, counted.failed)
    }
    const pages = 'pages' in counted ? Array.from({ length: counted.pages }, (_, at) => at + 1) : counted
    await planPages(tx, sha256, { pages, at: runtime.clock() })
  })
}

/** Reads the first page that waits; answers whether there may be another. */
async function readNextPage(context: JobContext, sha256: string): Promise<boolean> {
  const { runtime, log } = context
  const { db, files } = runtime
  const next = await db
    .updateTable('blob_page')
    .set({ tries: sql`tries + 1` })
    .where('sha256', '=', sha256)
    .where('page', '=', ({ selectFrom }) =>
      selectFrom('blob_page')
        .select('page')
        .where('sha256', '=', sha256)
        .where('state', '=', 'waiting')
        .orderBy('page')
        .limit(1),
    )
    .returning(['page', 'tries'])
    .executeTakeFirst()
  if (!next) {
    await recover(context, sha256)
    return false
  }
  const { path, mime } = await placeOf(db, files, sha256)
  const found: PageText | { failed: RecognitionFailure } =
    next.tries > MOST_TRIES ? { failed: 'crashed' } : await recognizePage({ path, mime, page: next.page })
  if ('failed' in found) log.warn({ sha256, page: next.page, reason: found.failed }, 'a page could not be recognised')
  return await db.transaction().execute(async tx => {
    await keepPage(tx, { sha256, page: next.page }, found)
    return !(await endRecognition(tx, sha256, { state: 'done', at: runtime.clock() }))
  })
}

/** Begins anew where a file waits for a recognition that was never planned, as after a restore without its jobs. */
async function recover({ runtime: { db } }: JobContext, sha256: string): Promise<void> {
  const lost = await db
    .selectFrom('blob')
    .leftJoin('recognition', 'recognition.sha256', 'blob.sha256')
    .select('blob.sha256')
    .where('blob.sha256', '=', sha256)
    .where('text_state', '=', 'scanned')
    .where('recognition.sha256', 'is', null)
    .executeTakeFirst()
  if (lost) await db.transaction().execute(tx => readTextAgain(tx, sha256))
}

async function keepPage(
  tx: Tx,
  { sha256, page }: { sha256: string; page: number },
  found: PageText | { failed: RecognitionFailure },
): Promise<void> {
  const failed = 'failed' in found
  const { numUpdatedRows } = await tx
    .updateTable('blob_page')
    .set(
      failed
        ? { state: 'failed', failure: found.failed }
        : { state: 'done', text: found.text, boxes: JSON.stringify(found.boxes) },
    )
    .where('sha256', '=', sha256)
    .where('page', '=', page)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await tx
    .updateTable('recognition')
    .set(failed ? { failed: sql`failed + 1` } : { done: sql`done + 1` })
    .where('sha256', '=', sha256)
    .execute()
}
