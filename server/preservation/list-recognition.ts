import { type ExpressionBuilder, sql } from 'kysely'
import { z } from 'zod'
import { After, Limit } from '../../domain/shared/ids.ts'
import type { Database } from '../database-types.generated.ts'
import type { Db } from '../platform/db.ts'
import { query } from '../platform/operation.ts'
import { visibleFiles } from './recognition.sql.ts'

const file = z.object({
  componentId: z.string(),
  name: z.string(),
  itemId: z.string(),
  title: z.string(),
  code: z.string().nullable(),
  /** Of the text: pending, scanned, done, none or failed. */
  textState: z.string(),
  failure: z.string().nullable(),
  /** Of the pages in pictures; null before they are counted and for files that have none. */
  pages: z.object({ all: z.number(), done: z.number(), failed: z.number() }).nullable(),
  cancelled: z.boolean(),
  askedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
})

const shows = ['open', 'failed', 'done'] as const
const mostCounted = 10_000

/** The queue of recognition 文字识别: files being read, files that could not be read, and files whose scans have been read. */
export const listRecognition = query({
  name: 'recognition.list',
  title: '文字识别',
  titleEn: 'Recognition of text',
  permission: 'recognition.list',
  rules: ['S5.5', 'S17.4'],
  input: z.strictObject({
    show: z.enum(shows).default('open').meta({ title: '显示', titleEn: 'Show' }),
    after: After,
    limit: Limit,
  }),
  output: z.object({
    files: z.array(file),
    next: z.string().nullable(),
    /** Pages of the whole house that wait, at most 10,001, which reads "more than 10,000". */
    pagesWaiting: z.number(),
  }),
  async run({ tx, actor }, { show, after, limit }) {
    const rows = await visibleFiles(tx, actor, sql`component.sha256 in (${digests(tx, show)})`)
      .$if(after !== undefined, files => files.where('component.id', '<', after ?? ''))
      .orderBy('component.id', 'desc')
      .limit(limit + 1)
      .execute()
    const page = rows.slice(0, limit)
    return {
      files: page.map(row => ({
        componentId: row.id,
        name: row.name,
        itemId: row.item_id,
        title: row.title,
        code: row.code,
        textState: row.text_state,
        failure: row.text_failure,
        pages: row.pages === null ? null : { all: row.pages, done: row.done ?? 0, failed: row.failed ?? 0 },
        cancelled: row.state === 'cancelled',
        askedAt: row.asked_at,
        endedAt: row.ended_at,
      })),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      pagesWaiting: await pagesWaiting(tx),
    }
  },
})

function digests(tx: Db, show: (typeof shows)[number]) {
  if (show === 'done') return tx.selectFrom('recognition').select('sha256').where('state', '<>', 'waiting')
  const states = show === 'open' ? (['pending', 'scanned'] as const) : (['failed'] as const)
  return tx
    .selectFrom('blob')
    .select('sha256')
    .where(({ eb }: ExpressionBuilder<Database, 'blob'>) => eb('text_state', 'in', states))
}

async function pagesWaiting(tx: Db): Promise<number> {
  const waiting = tx
    .selectFrom('blob_page')
    .select('page')
    .where('state', '=', 'waiting')
    .limit(mostCounted + 1)
    .as('waiting')
  const { count } = await tx
    .selectFrom(waiting)
    .select(rows => rows.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
