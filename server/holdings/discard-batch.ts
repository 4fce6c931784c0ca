import { sql } from 'kysely'
import type { AuditEvent } from '../../domain/events.ts'
import { assertWorksFor } from '../../domain/holdings/item-life.ts'
import type { Context, NonEmpty } from '../platform/operation.ts'
import { visibleItems } from './visible.sql.ts'

/** Items of a batch that somebody has worked on since, so that it cannot be taken back as a whole. */
export async function workedOn({ tx }: Pick<Context, 'tx'>, batchId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from item
    where batch_id = ${batchId} and (state = 'filed' or revision > 1 or volume_id is not null or box_id is not null)`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

/** Takes a whole batch back 整批删除: items, their files and the numbers they brought; the sequences go back to what remains. */
export async function discardBatch(
  { tx, actor }: Context,
  batchId: string,
): Promise<{ output: { count: number }; events: NonEmpty<AuditEvent> }> {
  const units = await tx
    .selectFrom('item')
    .select(['unit_id'])
    .distinct()
    .where('batch_id', '=', batchId)
    .where(visibleItems(actor))
    .execute()
  for (const { unit_id } of units) assertWorksFor(actor, unit_id)
  await sql`delete from content_ticket where component_id in (
    select c.id from component c join item i on i.id = c.item_id where i.batch_id = ${batchId})`.execute(tx)
  await sql`delete from component where item_id in (select id from item where batch_id = ${batchId})`.execute(tx)
  const { rows } = await sql<{ fonds_id: string; code_scope: string | null; count: number }>`
    with gone as (delete from item where batch_id = ${batchId} returning fonds_id, code_scope)
    select fonds_id, code_scope, count(*) as count from gone group by 1, 2 order by 1, 2`.execute(tx)
  for (const { fonds_id, code_scope } of rows) {
    if (code_scope === null) continue
    await sql`
      update code_counter set last = coalesce((select max(serial) from item where fonds_id = ${fonds_id} and code_scope = ${code_scope}), 0)
      where fonds_id = ${fonds_id} and scope = ${code_scope}`.execute(tx)
  }
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  return { output: { count }, events: [{ name: 'items.discarded', subject: batchId, data: { count } }] }
}
