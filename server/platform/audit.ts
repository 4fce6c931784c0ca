import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import type { AuditEvent } from '../../domain/events.ts'
import type { Tx } from './db.ts'

/** One link of the trail as it is digested, stored and exported. */
export interface AuditEntry {
  readonly seq: number
  readonly at: string
  readonly actorId: string | null
  readonly actorName: string
  readonly address: string
  readonly operation: string
  readonly event: string
  readonly subject: string
  readonly data: unknown
  readonly requestId: string
}

/** JSON with sorted keys, so that the digest does not depend on how the database keeps an object. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join(',')}}`
}

/** Digest that ties an entry to the one before: SHA-256 over the previous digest, a line feed and the entry's canonical JSON. */
export function digestOf(previous: string, entry: AuditEntry): string {
  return createHash('sha256')
    .update(`${previous}\n${canonical(entry)}`)
    .digest('hex')
}

/** Where a command's events come from, besides what they say. */
export interface Origin {
  readonly actor: Actor
  readonly operation: string
  readonly requestId: string
  readonly now: Date
}

/** Appends events to the trail in the caller's transaction; the head's row lock keeps numbers and digests without a gap. */
export async function record(tx: Tx, origin: Origin, events: readonly AuditEvent[]): Promise<void> {
  const head = await tx.selectFrom('audit_head').select(['seq', 'digest']).forUpdate().executeTakeFirstOrThrow()
  let { seq, digest } = head
  const rows = events.map(event => {
    seq += 1
    const entry: AuditEntry = {
      seq,
      at: origin.now.toISOString(),
      actorId: origin.actor.personId,
      actorName: origin.actor.name,
      address: origin.actor.address,
      operation: origin.operation,
      event: event.name,
      subject: event.subject,
      data: event.data,
      requestId: origin.requestId,
    }
    digest = digestOf(digest, entry)
    return {
      seq,
      at: entry.at,
      actor_id: entry.actorId,
      actor_name: entry.actorName,
      address: entry.address,
      operation: entry.operation,
      event: entry.event,
      subject: entry.subject,
      data: sql<never>`${canonical(entry.data)}::jsonb`,
      request_id: entry.requestId,
      digest,
    }
  })
  for (let start = 0; start < rows.length; start += 1000) {
    await tx
      .insertInto('audit_event')
      .values(rows.slice(start, start + 1000))
      .execute()
  }
  await tx.updateTable('audit_head').set({ seq, digest }).execute()
}
