import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { type EventName, events } from '../../domain/events.ts'
import { After, Limit } from '../../domain/shared/ids.ts'
import type { Reads } from '../platform/db.ts'

/** How a history is asked for, page by page. */
export const historyPage = { after: After, limit: Limit }

/** A history 过程记录 as pages show it: each step with who and when, oldest first. */
export const historyOutput = z.object({
  entries: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      actorName: z.string(),
      event: z.string(),
      title: z.string(),
      titleEn: z.string(),
      data: z.unknown(),
    }),
  ),
  next: z.string().nullable(),
})

/** Entries of the trail about one thing: its own, and the one that tells of the batch it was registered in. */
export const isAbout = (subject: string, batchId: string | null): RawBuilder<SqlBool> =>
  batchId === null
    ? sql<SqlBool>`subject = ${subject}`
    : sql<SqlBool>`(subject = ${subject} or (subject = ${batchId} and event = 'items.registered'))`

/** What happened to one thing; whoever calls has asked whether the actor may see it. */
export async function historyOf(
  reads: Reads,
  subject: string,
  { after, limit, batchId = null }: { after?: string | undefined; limit: number; batchId?: string | null },
): Promise<z.input<typeof historyOutput>> {
  const rows = await reads
    .selectFrom('audit_event')
    .select(['seq', 'at', 'actor_name', 'event', 'data'])
    .where(isAbout(subject, batchId))
    .where('seq', '>', Number(after ?? 0) || 0)
    .orderBy('seq')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  return {
    entries: page.map(({ actor_name: actorName, ...row }) => ({ ...row, actorName, ...titlesOf(row.event) })),
    next: rows.length > limit ? String(page.at(-1)?.seq) : null,
  }
}

export function titlesOf(event: string): { title: string; titleEn: string } {
  const { title, titleEn } = events[event as EventName] ?? { title: event, titleEn: event }
  return { title, titleEn }
}
