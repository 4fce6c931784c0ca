import { sql } from 'kysely'
import type { AuditEvent } from '../../domain/events.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { type Reads, textArray } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { enqueueAll } from '../platform/jobs.ts'
import type { Context } from '../platform/operation.ts'
import { previewOf } from '../text/sniff.ts'
import { takeUploads } from './attach-uploads.ts'
import { readText } from './read-text.ts'

/** Files that go with what is no item, such as a line of the register: which of one's uploads, and what they are there. */
interface Arriving {
  /** Id of the thing they are attached to; its area asks whether that may be done. */
  readonly subject: string
  readonly label: string
  readonly uploadIds: readonly string[]
}

/** Attaches one's own finished uploads to a thing that is no item, as its last files; their text is read later by a job. */
export async function attachToSubject(ctx: Context, { subject, label, uploadIds }: Arriving): Promise<AuditEvent[]> {
  const files = await takeUploads(ctx, uploadIds)
  if (files.length === 0) return []
  const { last } = await ctx.tx
    .selectFrom('attachment')
    .select(sql<number>`coalesce(max(ordinal), 0)`.as('last'))
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow()
  const attachments = files.map(({ name, sha256 }, index) => ({
    id: newId('att'),
    subject,
    ordinal: last + index + 1,
    name,
    label,
    sha256,
    attached_by: ctx.actor.personId ?? '',
    attached_at: ctx.now,
  }))
  await ctx.tx.insertInto('attachment').values(attachments).execute()
  await enqueueAll(
    ctx.tx,
    readText,
    attachments.map(({ sha256 }) => ({ payload: { sha256 }, key: `text:${sha256}` })),
  )
  return attachments.map(({ id, name, sha256 }) => ({
    name: 'attachment.attached',
    subject,
    data: { attachmentId: id, name, sha256 },
  }))
}

/** Detaches a file from a thing that is no item; the trail keeps its name and digest. */
export async function detachFromSubject({ tx }: Context, attachmentId: string): Promise<AuditEvent> {
  const { subject, name, sha256 } =
    (await tx
      .deleteFrom('attachment')
      .where('id', '=', attachmentId)
      .returning(['subject', 'name', 'sha256'])
      .executeTakeFirst()) ?? refuseHoldings('component.unknown')
  await tx.deleteFrom('content_ticket').where('sha256', '=', sha256).where('component_id', 'is', null).execute()
  return { name: 'attachment.detached', subject, data: { attachmentId, name, sha256 } }
}

/** One file by its id, with the thing it is attached to. */
export const readAttachment = async (reads: Reads, attachmentId: string) =>
  (await reads
    .selectFrom('attachment')
    .select(['subject', 'name', 'label', 'sha256'])
    .where('id', '=', attachmentId)
    .executeTakeFirst()) ?? refuseHoldings('component.unknown')

/** Files of things that are no items, in their order, as a page lists them. */
export async function attachmentsOf(reads: Reads, subjects: readonly string[]) {
  const rows = await reads
    .selectFrom('attachment')
    .innerJoin('blob', 'blob.sha256', 'attachment.sha256')
    .select(['attachment.id', 'subject', 'name', 'label', 'attachment.sha256', 'size', 'mime', 'blob.pages'])
    .where('subject', '=', sql<string>`any(${textArray(subjects)})`)
    .orderBy('subject')
    .orderBy('ordinal')
    .execute()
  return rows.map(({ mime, ...file }) => ({ ...file, preview: previewOf(mime) }))
}
