import { createHash } from 'node:crypto'
import { pipeline, type Readable, Transform } from 'node:stream'
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

  override async write(bytes: Readable, uploadId: string, offset: number): Promise<number> {
    this.#whole.delete(uploadId)
    if (offset > 0) return super.write(bytes, uploadId, offset)
    const hashes = { sha256: createHash('sha256'), sha512: createHash('sha512') }
    const digesting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hashes.sha256.update(chunk)
        hashes.sha512.update(chunk)
        done(null, chunk)
      },
    })
    // A broken line ends both streams; what had arrived is in the file, and the upload goes on from there.
    const size = await super.write(
      pipeline(bytes, digesting, () => undefined),
      uploadId,
      0,
    )
    this.#whole.set(uploadId, { sha256: hashes.sha256.digest('hex'), sha512: hashes.sha512.digest('hex'), size })
    return size
  }

  /** Takes the digests of an upload that came in one piece; undefined for any other. */
  takeDigests(uploadId: string, size: number): ArrivalDigests | undefined {
    const digests = this.#whole.get(uploadId)
    this.#whole.delete(uploadId)
    return digests?.size === size ? digests : undefined
  }
}
