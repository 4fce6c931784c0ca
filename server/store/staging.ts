import { stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../../domain/shared/refusal.ts'
import { disk, hasCode, isAbandoned, longestWriteMs, namesIn, syncFile } from './disk.ts'
import { type Digests, digestFile, readPieces } from './ocfl/digest.ts'
import { storeRefusals } from './refusals.ts'

/** Bytes that arrived and are kept by the digest of their content, waiting to be filed 归档; `size` in bytes. */
export interface StagedBlob {
  readonly sha256: string
  readonly sha512: string
  readonly size: number
  readonly path: string
}

/** Refuses bytes beyond the limit; what had arrived was thrown away. */
export class TooLarge extends Refusal {
  constructor(maxBytes: number) {
    super('store.too-large', storeRefusals['store.too-large'], { params: { maxBytes } })
    this.name = 'TooLarge'
  }
}

const algorithms = ['sha256', 'sha512', 'size'] as const

/** Takes bytes in, computing their digests as they pass; the same content twice is one file. A broken stream leaves nothing. */
export async function stageStream(
  dir: string,
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes = Number.POSITIVE_INFINITY }: { maxBytes?: number } = {},
): Promise<StagedBlob> {
  const arriving = await arrivalPath(dir)
  try {
    const digests = await disk.writeFile(arriving, limited(bytes, maxBytes), algorithms)
    await syncFile(arriving)
    return await settle(dir, arriving, digests)
  } catch (error) {
    await disk.remove(arriving)
    throw error
  }
}

/** Moves an existing file into the staging area 暂存区, from whichever file system it is on; reads it only where its digests are not known. */
export async function stageFile(dir: string, path: string, known?: Omit<StagedBlob, 'path'>): Promise<StagedBlob> {
  await syncFile(path)
  try {
    return await settle(dir, path, known ? digestsOf(known) : await digestFile(path, algorithms))
  } catch (error) {
    if (!hasCode(error, 'EXDEV')) throw error
  }
  const blob = await stageStream(dir, readPieces(path))
  await disk.remove(path)
  return blob
}

/** Where a staged blob lies, or would lie. */
export function stagedPath(dir: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`Not a SHA-256 digest: ${sha256}`)
  return join(dir, 'blob', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/** Forgets a staged blob; one that is not there is fine. */
export async function removeStaged(dir: string, sha256: string): Promise<void> {
  await disk.remove(stagedPath(dir, sha256))
}

/** Removes what interrupted arrivals left behind, once it is older than any arrival takes; tells how many there were. */
export async function sweepStaging(dir: string, { abandonedAfterMs = longestWriteMs } = {}): Promise<number> {
  let removed = 0
  for (const name of await namesIn(join(dir, 'arriving'))) {
    const path = join(dir, 'arriving', name)
    if (!(await isAbandoned(path, abandonedAfterMs))) continue
    await disk.remove(path)
    removed++
  }
  return removed
}

async function arrivalPath(dir: string): Promise<string> {
  await disk.makeDirectory(join(dir, 'arriving'))
  return join(dir, 'arriving', crypto.randomUUID())
}

const digestsOf = ({ sha256, sha512, size }: Omit<StagedBlob, 'path'>): Digests =>
  new Map([
    ['sha256', sha256],
    ['sha512', sha512],
    ['size', String(size)],
  ])

/** Puts a durable file under its digest, or drops it when that content is there already. */
async function settle(dir: string, from: string, digests: Digests): Promise<StagedBlob> {
  const [sha256, sha512, size] = algorithms.map(name => digests.get(name)!) as [string, string, string]
  const path = stagedPath(dir, sha256)
  const blob = { sha256, sha512, size: Number(size), path }
  if (await isWhole(blob)) {
    await disk.remove(from)
    return blob
  }
  await disk.makeDirectory(dirname(path))
  await disk.rename(from, path)
  for (const above of ['.', '..', '../..', '../../..']) await disk.syncDirectory(join(dirname(path), above))
  return blob
}

/** Whether the blob is there in full; if so it counts as staged now, so that no clearing by age takes it away. */
async function isWhole({ path, size }: StagedBlob): Promise<boolean> {
  try {
    if ((await stat(path)).size !== size) return false
    const now = new Date()
    await utimes(path, now, now)
    return true
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}

async function* limited(bytes: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > maxBytes) throw new TooLarge(maxBytes)
    yield piece
  }
}
