import { refuseStore } from '../refusals.ts'
import { assertLogicalPath } from './content-path.ts'
import { digestBytes, digestFile } from './digest.ts'
import { isInstant, isUri } from './inventory-rules.ts'
import { type Draft, isContinuable, isHead, nextVersion } from './next-version.ts'
import { conflictingPaths } from './paths.ts'
import { type PublishedVersion, publishVersion, type SourcedFile } from './publish.ts'
import { readCurrentInventory } from './read.ts'
import { repairObject } from './repair.ts'
import { assertPresent, objectDir, type StorageRoot } from './root.ts'

/** A file of a version; digests given for it, in hexadecimal, are checked against its bytes while they are written. */
export type VersionFile = Omit<SourcedFile, 'sha512'> & { readonly sha512?: string | undefined }

/** A version to be written: all its files, why (`message`), by whom (`address` is a URI) and when (RFC 3339, with seconds and zone). */
export interface VersionDraft extends Omit<Draft, 'files'> {
  readonly files: readonly VersionFile[]
}

/** The version that holds a draft, and whether it was written just now. */
export interface PutResult extends PublishedVersion {
  readonly written: boolean
}

const maxAttempts = 10

/**
 * Writes the next version of an object, or its first; answers only when it would survive a power cut. A draft equal to
 * the newest version in files and message writes nothing. Of writers at the same time each gets a version of its own.
 */
export async function putVersion(root: StorageRoot, version: VersionDraft): Promise<PutResult> {
  assertDraft(version)
  await assertPresent(root)
  const draft = { ...version, files: await Promise.all(version.files.map(withDigest)) }
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    await repairObject(root, draft.id)
    const previous = await readCurrentInventory(objectDir(root, draft.id))
    if (previous !== undefined) {
      const { inventory, bytes } = previous
      if (!isContinuable(inventory)) refuseStore('store.foreign-object', { id: draft.id })
      if (isHead(inventory, draft))
        return { version: inventory.head, written: false, inventorySha512: digestBytes(bytes, 'sha512') }
    }
    const published = await publishVersion(root, nextVersion(previous?.inventory, draft))
    if (published !== undefined) return { ...published, written: true }
  }
  return refuseStore('store.busy', { id: draft.id })
}

function assertDraft({ id, files, user, created }: VersionDraft): void {
  if (!isUri(id)) throw new Error(`Object identifier is not a URI: ${id}`)
  if (user.name === '' || !isUri(user.address))
    throw new Error(`User needs a name and a URI: ${user.name} ${user.address}`)
  if (!isInstant(created)) throw new Error(`Time is not RFC 3339 with seconds and zone: ${created}`)
  const paths = files.map(({ logicalPath }) => logicalPath)
  for (const path of paths) assertLogicalPath(path)
  const [conflict] = conflictingPaths(paths)
  if (conflict !== undefined) refuseStore('store.bad-path', { path: conflict })
}

async function withDigest(file: VersionFile): Promise<SourcedFile> {
  const { source, sha512, sha256 } = file
  for (const given of [sha512, sha256]) {
    if (given !== undefined && !/^[0-9a-f]+$/i.test(given)) throw new Error(`Digest is not hexadecimal: ${given}`)
  }
  const given = sha512?.toLowerCase()
  const known = { ...file, sha256: sha256?.toLowerCase() }
  if ('path' in source) return { ...known, sha512: given ?? (await digestFile(source.path, ['sha512'])).get('sha512')! }
  const actual = digestBytes(source.bytes, 'sha512')
  if (given !== undefined && given !== actual) refuseStore('store.digest-mismatch', { path: file.logicalPath })
  return { ...known, sha512: actual }
}
