import { sql } from 'kysely'
import type { AuditEvent } from '../../domain/events.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { textArray } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { enqueueAll } from '../platform/jobs.ts'
import type { Context } from '../platform/operation.ts'
import { readText } from './read-text.ts'

/** Hangs one's own finished uploads on an item as components 电子文件, in the order given; their text is read later by a job. */
export async function attachUploads(ctx: Context, itemId: string, uploadIds: readonly string[]): Promise<AuditEvent[]> {
  if (uploadIds.length === 0) return []
  const { tx, actor, now } = ctx
  const rows = await tx
    .deleteFrom('upload')
    .where('id', '=', sql<string>`any(${textArray(uploadIds)})`)
    .where('person_id', '=', actor.personId)
    .where('finished_at', 'is not', null)
    .returning(['id', 'name', 'sha256'])
    .execute()
  const uploads = new Map(rows.map(row => [row.id, row]))
  const { last } = await tx
    .selectFrom('component')
    .select(sql<number>`coalesce(max(ordinal), 0)`.as('last'))
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow()
  const components = uploadIds.map((uploadId, index) => {
    const upload = uploads.get(uploadId)
    if (!upload?.sha256) return refuseHoldings('upload.unknown')
    return {
      id: newId('comp'),
      item_id: itemId,
      ordinal: last + index + 1,
      name: upload.name,
      sha256: upload.sha256,
      attached_by: actor.personId ?? '',
      attached_at: now,
    }
  })
  await tx.insertInto('component').values(components).execute()
  await enqueueAll(
    tx,
    readText,
    components.map(({ sha256 }) => ({ payload: { sha256 }, key: `text:${sha256}` })),
  )
  return components.map(({ id, name, sha256 }) => ({
    name: 'component.attached',
    subject: itemId,
    data: { componentId: id, name, sha256 },
  }))
}
