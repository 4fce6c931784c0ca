import { z } from 'zod'
import { type AuditEntry, digestOf } from '../platform/audit.ts'
import type { Reads } from '../platform/db.ts'
import { command } from '../platform/operation.ts'

const batch = 5000

/** Walks the whole chain and recomputes every digest; answers the first entry that does not fit. */
export async function checkChain(reads: Reads): Promise<{ entries: number; brokenAt: number | null; head: string }> {
  let digest = '0'.repeat(64)
  let seq = 0
  for (;;) {
    const rows = await reads
      .selectFrom('audit_event')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(batch)
      .execute()
    for (const row of rows) {
      digest = digestOf(digest, entryOf(row))
      if (row.seq !== seq + 1 || row.digest !== digest) return { entries: seq, brokenAt: seq + 1, head: digest }
      seq = row.seq
    }
    if (rows.length < batch) break
  }
  const head = await reads.selectFrom('audit_head').select(['seq', 'digest']).executeTakeFirstOrThrow()
  // Entries appended while we walked are beyond our head, not beside it.
  return {
    entries: seq,
    brokenAt: head.seq < seq || (head.seq === seq && head.digest !== digest) ? seq : null,
    head: digest,
  }
}

type Row = Omit<AuditEntry, 'actorId' | 'actorName' | 'requestId'> & {
  actor_id: string | null
  actor_name: string
  request_id: string
}

/** A stored row as the entry that was digested. */
export function entryOf(row: Row): AuditEntry {
  const { seq, at, address, operation, event, subject, data } = row
  return {
    seq,
    at,
    actorId: row.actor_id,
    actorName: row.actor_name,
    address,
    operation,
    event,
    subject,
    data,
    requestId: row.request_id,
  }
}

/** Check the trail 核验审计链: recomputes the whole chain, and leaves the check itself in it. */
export const checkTrail = command({
  name: 'audit.check',
  title: '核验审计链',
  titleEn: 'Check the trail',
  permission: 'audit.check',
  rules: ['S17.4'],
  limit: { per: 'person', max: 6, seconds: 60 },
  input: z.strictObject({}),
  output: z.object({ entries: z.number(), sound: z.boolean(), brokenAt: z.number().nullable(), head: z.string() }),
  async run({ tx }) {
    const { entries, brokenAt, head } = await checkChain(tx)
    const sound = brokenAt === null
    return {
      output: { entries, sound, brokenAt, head },
      events: [{ name: 'audit.checked', subject: 'audit', data: { entries, sound } }],
    }
  },
})
