import { z } from 'zod'
import type { TextFailure } from '../../domain/holdings/text-failure.ts'
import type { Tx } from '../platform/db.ts'
import { enqueue, type JobCall, job } from '../platform/jobs.ts'
import { extractText } from '../text/extract.ts'
import { isReadable } from '../text/readable.ts'
import { isScan } from '../text/recognition/recognize.ts'
import { placeOf } from './blobs.sql.ts'
import { indexItem } from './index-item.ts'

/** Asks for the words of pictures of paper: of the pages named at first, of the whole file where none are; without pages, to go on. */
export const recognizePages: JobCall<{ sha256: string; begin?: { pages: number[] | null } | undefined }> = {
  name: 'preservation.recognize-pages',
  payload: z.strictObject({
    sha256: z.string(),
    begin: z.strictObject({ pages: z.array(z.int()).nullable() }).optional(),
  }),
  lane: 'recognition',
}

/** Whether words can be found in files of this type, be they written or pictures. */
export const mayHoldText = (mime: string): boolean => isReadable(mime) || isScan(mime)

/** Reads the text of newly attached bytes once, and makes every item that has them findable by it; pictures of paper are read afterwards. */
export const readText = job({
  name: 'holdings.read-text',
  payload: z.strictObject({ sha256: z.string() }),
  async run({ runtime, log }, { sha256 }) {
    const { db, files } = runtime
    const blob = await db.selectFrom('blob').select('text_state').where('sha256', '=', sha256).executeTakeFirst()
    if (blob?.text_state !== 'pending') return await db.transaction().execute(tx => indexItemsOf(tx, sha256))
    const { path, mime } = await placeOf(db, files, sha256)
    const found = await extractText(path, mime)
    if (found?.failed) log.warn({ sha256, mime, reason: found.failed }, 'no text could be read from a file')
    const scans = isScan(mime) ? null : (found?.scans ?? [])
    const isScanned = scans === null || scans.length > 0
    await db.transaction().execute(async tx => {
      await keepText(tx, sha256, {
        text: found?.text ?? '',
        pages: found?.pages ?? null,
        state: isScanned ? 'scanned' : found === null ? 'none' : found.failed ? 'failed' : 'done',
        failure: isScanned ? undefined : found?.failed,
      })
      if (isScanned)
        await enqueue(tx, recognizePages, { sha256, begin: { pages: scans && [...scans] } }, `recognize:${sha256}`)
    })
  },
})

/** What has been found in a file. */
export interface FoundText {
  readonly text: string
  readonly pages: number | null
  readonly state: 'scanned' | 'done' | 'none' | 'failed'
  readonly failure?: TextFailure | undefined
}

/** Keeps the text of a file and makes every item that has it findable by that. */
export async function keepText(tx: Tx, sha256: string, { text, pages, state, failure }: FoundText): Promise<void> {
  await tx
    .updateTable('blob')
    .set({ text: text || null, pages, text_state: state, text_failure: failure ?? null })
    .where('sha256', '=', sha256)
    .execute()
  await indexItemsOf(tx, sha256)
}

/** Has the text of a file read anew. */
export async function readTextAgain(tx: Tx, sha256: string): Promise<void> {
  await tx.updateTable('blob').set({ text_state: 'pending', text_failure: null }).where('sha256', '=', sha256).execute()
  await enqueue(tx, readText, { sha256 }, `text:${sha256}`)
}

async function indexItemsOf(tx: Tx, sha256: string): Promise<void> {
  const items = await tx.selectFrom('component').select('item_id').distinct().where('sha256', '=', sha256).execute()
  for (const { item_id } of items) await indexItem(tx, item_id)
}
