import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { blake2b } from './blake2b.ts'

interface Hasher {
  update(bytes: Uint8Array): unknown
  digest(): string
}

const native = (name: string) => (): Hasher => {
  const hash = createHash(name)
  return { update: bytes => hash.update(bytes), digest: () => hash.digest('hex') }
}

function counter(): Hasher {
  let bytes = 0
  return { update: chunk => (bytes += chunk.length), digest: () => String(bytes) }
}

/** The digest algorithms of OCFL 1.1 and of its extension 0009, by the name an inventory uses. */
const hashers = new Map<string, () => Hasher>([
  ['sha512', native('sha512')],
  ['sha256', native('sha256')],
  ['sha1', native('sha1')],
  ['md5', native('md5')],
  ['blake2b-512', native('blake2b512')],
  ['blake2b-384', () => blake2b(48)],
  ['blake2b-256', () => blake2b(32)],
  ['blake2b-160', () => blake2b(20)],
  ['sha512/256', native('sha512-256')],
  ['size', counter],
])

/** Digest values by algorithm name, in lower case hexadecimal (`size` in decimal). */
export type Digests = ReadonlyMap<string, string>

/** Whether an inventory may use this algorithm for fixity 固化校验. */
export const isKnownAlgorithm = (name: string): boolean => hashers.has(name)

/** Reads bytes once, computing every digest asked for, and hands each piece on to `use`. */
export async function digestsOf(
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  algorithms: Iterable<string>,
  use?: (chunk: Uint8Array) => Promise<void>,
): Promise<Digests> {
  const running = [...new Set(algorithms)].map(name => [name, startHashing(name)] as const)
  for await (const chunk of bytes) {
    for (const [, hasher] of running) hasher.update(chunk)
    await use?.(chunk)
  }
  return new Map(running.map(([name, hasher]) => [name, hasher.digest()]))
}

/** The bytes of a file in pieces of one MiB. */
export const readPieces = (path: string): AsyncIterable<Uint8Array> =>
  createReadStream(path, { highWaterMark: 1024 * 1024 })

/** Digests of a file, read once in pieces. */
export const digestFile = (path: string, algorithms: Iterable<string>): Promise<Digests> =>
  digestsOf(readPieces(path), algorithms)

/** One digest of bytes or text in memory. */
export function digestBytes(bytes: Uint8Array | string, algorithm: string): string {
  const hasher = startHashing(algorithm)
  hasher.update(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  return hasher.digest()
}

function startHashing(algorithm: string): Hasher {
  const start = hashers.get(algorithm)
  if (start === undefined) throw new Error(`Unknown digest algorithm ${algorithm}`)
  return start()
}
