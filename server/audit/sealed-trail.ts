import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type AuditEntry, digestOf } from '../platform/audit.ts'
import { readCurrentInventory } from '../store/ocfl/read.ts'
import { objectDir, type StorageRoot } from '../store/ocfl/root.ts'
import { isValid, validateObject } from '../store/ocfl/validate.ts'
import { readLines } from '../store/read-lines.ts'
import { sealObjectOf } from './seal-trail.ts'

/** An entry as it was sealed, with the digest that ties it to the one before. */
export interface SealedEntry {
  readonly entry: AuditEntry
  readonly digest: string
}

/** What the seals contradict; `seq` is the first entry concerned. */
export interface SealFinding {
  readonly code: 'seal-damaged' | 'seal-gap' | 'seal-broken' | 'seal-differs' | 'seal-missing'
  readonly seq: number
  readonly place: string
}

interface EventsFile {
  readonly place: string
  readonly path: string
  readonly from: number
  readonly to: number
}

interface SealedFiles {
  readonly events: readonly EventsFile[]
  /** Digest that each seal states, by the number of its last entry. */
  readonly heads: ReadonlyMap<number, { readonly digest: string; readonly place: string }>
}

const zero = '0'.repeat(64)
// Only a crash between the seal and its note makes two seals overlap, and never by more than one portion.
const deepestOverlap = 100_000

/**
 * Walks the trail as the seals hold it, oldest first and each entry once, recomputing every digest from the files alone; what does not
 * fit goes to `note`, and the walk goes on.
 */
export async function* walkSealedTrail(
  store: StorageRoot,
  note: (finding: SealFinding) => void,
): AsyncGenerator<SealedEntry> {
  const { events, heads } = await sealedFiles(store, note)
  const recent = new Map<number, string>()
  let last = { seq: 0, digest: zero }
  for (const file of events) {
    const { place, path, from } = file
    if (from > last.seq + 1) note({ code: 'seal-gap', seq: last.seq + 1, place })
    let previous: string | undefined = from > last.seq + 1 ? undefined : (recent.get(from - 1) ?? last.digest)
    for await (const { entry, digest } of entriesIn(path)) {
      const { seq } = entry
      const isSound = previous === undefined || digestOf(previous, entry) === digest
      if (!isSound || (recent.has(seq) && recent.get(seq) !== digest)) note({ code: 'seal-broken', seq, place })
      previous = digest
      if (seq <= last.seq) continue
      if (seq !== last.seq + 1 && seq !== from) note({ code: 'seal-gap', seq: last.seq + 1, place })
      const head = heads.get(seq)
      if (head && head.digest !== digest) note({ code: 'seal-broken', seq, place: head.place })
      recent.set(seq, digest).delete(seq - deepestOverlap)
      last = { seq, digest }
      yield { entry, digest }
    }
    if (last.seq < file.to) note({ code: 'seal-gap', seq: last.seq + 1, place })
  }
  for (const [seq, { place }] of heads) if (seq > last.seq) note({ code: 'seal-missing', seq, place })
}

/** Every sealed file of the storage root, in the order of the trail. */
async function sealedFiles(store: StorageRoot, note: (finding: SealFinding) => void): Promise<SealedFiles> {
  const events: EventsFile[] = []
  const heads = new Map<number, { digest: string; place: string }>()
  for (const id of sealObjectsIn(store)) {
    const dir = objectDir(store, id)
    if (!isValid(await validateObject(dir))) note({ code: 'seal-damaged', seq: 0, place: id })
    const { inventory } = (await readCurrentInventory(dir)) ?? {}
    for (const [sha512, paths] of Object.entries(inventory?.versions[inventory.head]?.state ?? {})) {
      const path = join(dir, inventory?.manifest[sha512]?.[0] ?? '')
      for (const name of paths) {
        const place = `${id} ${name}`
        const [, from, to] = /^events-(\d+)-(\d+)\.jsonl$/.exec(name) ?? []
        if (from && to) events.push({ place, path, from: Number(from), to: Number(to) })
        const seal = name.startsWith('seal-') ? await readSeal(path) : undefined
        if (seal) heads.set(seal.seq, { digest: seal.digest, place })
        else if (name.startsWith('seal-')) note({ code: 'seal-damaged', seq: 0, place })
      }
    }
  }
  return { events: events.sort((a, b) => a.from - b.from || a.to - b.to), heads }
}

/** The days' objects that there are. Their ids are known beforehand, so that nobody has to walk through a million items for them. */
function sealObjectsIn(store: StorageRoot): string[] {
  const dayMs = 86_400_000
  const [first, end] = [Date.UTC(2020, 0, 1), Date.UTC(2200, 0, 1)]
  const days = Array.from({ length: (end - first) / dayMs }, (_, at) =>
    new Date(first + at * dayMs).toISOString().slice(0, 10),
  )
  return days.map(sealObjectOf).filter(id => existsSync(objectDir(store, id)))
}

const Seal = z.object({ seq: z.int(), digest: z.string() })
const Line = z.object({
  seq: z.int(),
  at: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  address: z.string(),
  operation: z.string(),
  event: z.string(),
  subject: z.string(),
  data: z.unknown(),
  requestId: z.string(),
  digest: z.string(),
})

async function readSeal(path: string): Promise<z.output<typeof Seal> | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return Seal.safeParse(parsed(text)).data
}

/** The entries of a file; a line that is none ends it, which is found as a gap. */
async function* entriesIn(path: string): AsyncGenerator<SealedEntry> {
  if (!existsSync(path)) return
  for await (const text of readLines(path)) {
    const line = Line.safeParse(parsed(text)).data
    if (!line) return
    const { digest, ...entry } = line
    yield { entry, digest }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
