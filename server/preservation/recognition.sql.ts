import { type Expression, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import type { TextFailure } from '../../domain/holdings/text-failure.ts'
import { keepText } from '../holdings/read-text.ts'
import { visibleItems } from '../holdings/visible.sql.ts'
import type { Reads, Tx } from '../platform/db.ts'

/** Puts the pages of a scan in line; what an earlier recognition found makes way. */
export async function planPages(
  tx: Tx,
  sha256: string,
  { pages, at }: { pages: readonly number[]; at: Date },
): Promise<void> {
  await tx.deleteFrom('recognition').where('sha256', '=', sha256).execute()
  await tx.insertInto('recognition').values({ sha256, pages: pages.length, asked_at: at }).execute()
  await sql`insert into blob_page (sha256, page) select ${sha256}, page from json_array_elements_text(${JSON.stringify(pages)}::json) listed(text), lateral (select text::integer as page) as numbered`.execute(
    tx,
  )
}

/** Notes that a scan could not even be opened. */
export async function failWhole(tx: Tx, sha256: string, failure: TextFailure): Promise<void> {
  await tx.deleteFrom('recognition').where('sha256', '=', sha256).execute()
  await keepText(tx, sha256, { text: '', pages: null, state: 'failed', failure })
}

/**
 * Ends a recognition once no page of it waits, and adds what was found to the file's own text; false while pages wait. What had ended
 * already, or is gone, stays as it is.
 */
export async function endRecognition(
  tx: Tx,
  sha256: string,
  { state, at }: { state: 'done' | 'cancelled'; at: Date },
): Promise<boolean> {
  const open = await tx
    .selectFrom('recognition')
    .innerJoin('blob', 'blob.sha256', 'recognition.sha256')
    .select(['recognition.pages', 'failed', 'blob.text', 'blob.pages as known_pages'])
    .where('recognition.sha256', '=', sha256)
    .where('state', '=', 'waiting')
    .forUpdate('recognition')
    .executeTakeFirst()
  if (!open) return true
  const waiting = await tx
    .selectFrom('blob_page')
    .select('page')
    .where('sha256', '=', sha256)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  if (waiting) return false
  const pages = await tx
    .selectFrom('blob_page')
    .select(['text', 'failure'])
    .where('sha256', '=', sha256)
    .orderBy('page')
    .execute()
  await tx.updateTable('recognition').set({ state, ended_at: at }).where('sha256', '=', sha256).execute()
  const text = [open.text, ...pages.map(page => page.text)].filter(Boolean).join('\n')
  const failed = text === '' && open.failed === open.pages
  await keepText(tx, sha256, {
    text,
    pages: open.known_pages ?? open.pages,
    state: failed ? 'failed' : text === '' ? 'none' : 'done',
    failure: failed ? ((pages.find(page => page.failure)?.failure ?? 'damaged') as TextFailure) : undefined,
  })
  return true
}

/** A file 电子文件 that the actor may see, with the state of its text. */
export function visibleFiles(reads: Reads, actor: Actor, where: Expression<SqlBool>) {
  return reads
    .selectFrom('component')
    .innerJoin('item', 'item.id', 'component.item_id')
    .innerJoin('blob', 'blob.sha256', 'component.sha256')
    .leftJoin('recognition', 'recognition.sha256', 'component.sha256')
    .select([
      'component.id',
      'component.name',
      'component.sha256',
      'item.id as item_id',
      'item.title',
      'item.code',
      'blob.mime',
      'blob.text_state',
      'blob.text_failure',
    ])
    .select([
      'recognition.state',
      'recognition.pages',
      'recognition.done',
      'recognition.failed',
      'recognition.asked_at',
      'recognition.ended_at',
    ])
    .where(visibleItems(actor))
    .where(where)
}
