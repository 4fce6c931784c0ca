import type { Reads } from '../platform/db.ts'
import type { StorageRoot } from '../store/ocfl/root.ts'
import { type SealedEntry, type SealFinding, walkSealedTrail } from './sealed-trail.ts'

/** What a check of the seals says; sound means that nothing was found. */
export interface SealReport {
  /** How many entries the seals hold. */
  readonly entries: number
  /** Last sealed entry: its digest on paper is proof against whoever could change both database and storage root. */
  readonly head: { readonly seq: number; readonly digest: string } | null
  readonly findings: readonly SealFinding[]
}

const batch = 5000
// One rewritten entry changes the digest of every later one; the first few say enough.
const mostFindings = 20

/** Recomputes the trail from its seals alone; with a database, finds where that tells another story. */
export async function checkSeals(store: StorageRoot, reads?: Reads): Promise<SealReport> {
  // Asked before the walk: a seal made while we read is in the storage root before it is noted.
  const noted = reads ? await notedSeal(reads) : 0
  const findings: SealFinding[] = []
  const note = (finding: SealFinding) => {
    if (findings.length < mostFindings) findings.push(finding)
  }
  let [entries, waiting]: [number, SealedEntry[]] = [0, []]
  let head: SealReport['head'] = null
  for await (const sealed of walkSealedTrail(store, note)) {
    entries += 1
    head = { seq: sealed.entry.seq, digest: sealed.digest }
    waiting.push(sealed)
    if (waiting.length < batch) continue
    if (reads) await compare(reads, waiting, note)
    waiting = []
  }
  if (reads) await compare(reads, waiting, note)
  const last = head?.seq ?? 0
  if (noted > last) note({ code: 'seal-missing', seq: last + 1, place: 'audit_head' })
  return { entries, head, findings }
}

async function notedSeal(reads: Reads): Promise<number> {
  return (await reads.selectFrom('audit_head').select('sealed_seq').executeTakeFirstOrThrow()).sealed_seq
}

/** Looks for sealed entries that the database has lost or holds with another digest. */
async function compare(
  reads: Reads,
  sealed: readonly SealedEntry[],
  note: (finding: SealFinding) => void,
): Promise<void> {
  const [first, last] = [sealed[0], sealed.at(-1)]
  if (!first || !last) return
  const rows = await reads
    .selectFrom('audit_event')
    .select(['seq', 'digest'])
    .where('seq', '>=', first.entry.seq)
    .where('seq', '<=', last.entry.seq)
    .execute()
  const digests = new Map(rows.map(row => [row.seq, row.digest]))
  for (const { entry, digest } of sealed) {
    if (digests.get(entry.seq) !== digest) note({ code: 'seal-differs', seq: entry.seq, place: 'audit_event' })
  }
}
