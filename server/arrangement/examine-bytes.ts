import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ExaminedFile } from '../../domain/arrangement/quality/examine-files.ts'
import { placeOf } from '../holdings/blobs.sql.ts'
import type { Reads } from '../platform/db.ts'
import type { Runtime } from '../platform/runtime.ts'
import { sniffFile } from '../text/sniff.ts'

const marker = Buffer.from('/Encrypt')

/** Reads the bytes of a file once: size, digest, what they are, and whether a PDF is locked; null where they are not to be found. */
export async function examineBytes(
  reads: Reads,
  files: Runtime['files'],
  file: { readonly sha256: string; readonly name: string },
): Promise<ExaminedFile['found']> {
  try {
    const { path } = await placeOf(reads, files, file.sha256)
    const { size } = await stat(path)
    const { mime, mismatch } = await sniffFile(path, file.name)
    const hash = createHash('sha256')
    let [tail, encrypted] = [Buffer.alloc(0), false]
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      if (mime !== 'application/pdf') continue
      // A word may lie across two chunks.
      const seen = Buffer.concat([tail, chunk])
      encrypted ||= seen.includes(marker)
      tail = seen.subarray(-marker.length)
    }
    return { size, sha256: hash.digest('hex'), mime, mismatch, encrypted }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as Error).name === 'Refusal') return null
    throw error
  }
}
