import { join } from 'node:path'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import type { Reads } from '../platform/db.ts'
import type { Runtime } from '../platform/runtime.ts'
import { readFile } from '../store/ocfl/read.ts'
import { stagedPath } from '../store/staging.ts'

/** What is known of some bytes, and the path they stand at now. */
export interface BlobPlace {
  readonly sha256: string
  readonly sha512: string
  readonly size: number
  readonly mime: string
  readonly path: string
}

/** Finds where bytes stand: staged until an item with them is filed, afterwards in the storage root. */
export async function placeOf(reads: Reads, files: Runtime['files'], sha256: string): Promise<BlobPlace> {
  const blob = await reads
    .selectFrom('blob')
    .select(['sha512', 'size', 'mime', 'stored_object', 'stored_path'])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (!blob) return refuseHoldings('component.unknown')
  const { sha512, size, mime } = blob
  if (blob.stored_object === null || blob.stored_path === null)
    return { sha256, sha512, size, mime, path: stagedPath(files.staging, sha256) }
  const stored = await readFile(files.store, blob.stored_object, { logicalPath: blob.stored_path })
  return { sha256, sha512, size, mime, path: stored.path }
}

/** Object id of an item in the storage root. */
export const objectIdOf = (itemId: string): string => `urn:lantai:item:${itemId}`

/** Path of a component inside its object: its place and its own name. */
export const logicalPathOf = (component: { readonly ordinal: number; readonly name: string }): string =>
  join('files', `${String(component.ordinal).padStart(3, '0')}-${component.name}`).replaceAll('\\', '/')
