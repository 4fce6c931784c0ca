import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileStore } from '@tus/file-store'

/** Digests of a whole upload, in hexadecimal; `size` in bytes. */
export interface ArrivalDigests {
  readonly sha256: string
  readonly sha512: string
  readonly size: number
}

/**
 * Keeps what arrives in files and digests it on the way, so that a large upload is not read a second time. One that came in several
 * parts, perhaps through several servers, has no digest from here and is read once when it is whole.
 */
export class DigestingStore extends FileStore {
  readonly #whole = new Map<string, ArrivalDigests>()

  /** Writes what arrives from an offset on and answers where it ends; what a disk says, such as that it is full, is said as it is. */
  override async write(bytes: Readable, uploadId: string, offset: number): Promise<number> {
    this.#whole.delete(uploadId)
    const hashes = offset > 0 ? [] : [createHash('sha256'), createHash('sha512')]
    let end = offset
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        for (const hash of hashes) hash.update(chunk)
        end += chunk.length
        done(null, chunk)
      },
    })
    // A broken line ends in an error; what had arrived is in the file, and the upload goes on from there.
    await pipeline(bytes, counting, createWriteStream(join(this.directory, uploadId), { flags: 'r+', start: offset }))
    const [sha256, sha512] = hashes.map(hash => hash.digest('hex'))
    if (sha256 && sha512) this.#whole.set(uploadId, { sha256, sha512, size: end })
    return end
  }

  /** Takes the digests of an upload that came in one piece; undefined for any other. */
  takeDigests(uploadId: string, size: number): ArrivalDigests | undefined {
    const digests = this.#whole.get(uploadId)
    this.#whole.delete(uploadId)
    return digests?.size === size ? digests : undefined
  }
}
