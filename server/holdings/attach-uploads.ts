import { sql } from 'kysely'
import type { AuditEvent } from '../../domain/events.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { textArray } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { enqueueAll } from '../platform/jobs.ts'
import type { Context } from '../platform/operation.ts'
import { readText } from './read-text.ts'

/** A file that has arrived: its name and the digest of its bytes. */
export interface ArrivedFile {
  readonly name: string
  readonly sha256: string
}

/** Hangs one's own finished uploads on an item as components 电子文件, in the order given. */
export const attachUploads = async (ctx: Context, itemId: string, uploadIds: readonly string[]) =>
  attachFiles(ctx, itemId, await takeUploads(ctx, uploadIds))

/** Takes one's own finished uploads, in the order given, for whatever they are attached to; each can be taken once. */
export async function takeUploads({ tx, actor }: Context, uploadIds: readonly string[]): Promise<ArrivedFile[]> {
  if (uploadIds.length === 0) return []
  const rows = await tx
    .deleteFrom('upload')
    .where('id', '=', sql<string>`any(${textArray(uploadIds)})`)
    .where('person_id', '=', actor.personId)
    .where('finished_at', 'is not', null)
    .returning(['id', 'name', 'sha256'])
    .execute()
  const uploads = new Map(rows.map(row => [row.id, row]))
  return uploadIds.map(uploadId => {
    const { name, sha256 } = uploads.get(uploadId) ?? refuseHoldings('upload.unknown')
    return sha256 === null ? refuseHoldings('upload.unknown') : { name, sha256 }
  })
}

/** Hangs files on an item as its last components; their text is read later by a job. */
export async function attachFiles(ctx: Context, itemId: string, files: readonly ArrivedFile[]): Promise<AuditEvent[]> {
  if (files.length === 0) return []
  const { tx, actor, now } = ctx
  const { last } = await tx
    .selectFrom('component')
    .select(sql<number>`coalesce(max(ordinal), 0)`.as('last'))
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow()
  const components = files.map(({ name, sha256 }, index) => ({
    id: newId('comp'),
    item_id: itemId,
    ordinal: last + index + 1,
    name,
    sha256,
    attached_by: actor.personId ?? '',
    attached_at: now,
  }))
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
