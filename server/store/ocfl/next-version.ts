import { ContentPaths } from './content-path.ts'
import type { Inventory, PathsByDigest } from './inventory.ts'
import { versionNumber } from './version-names.ts'

const inventoryType = 'https://ocfl.io/1.1/spec/#inventory'

/** A file of a version whose content is known by its digest. */
export interface DigestedFile {
  readonly logicalPath: string
  readonly sha512: string
  readonly sha256?: string | undefined
}

/** What a version is to be: the complete list of its files, and who made it when and why. */
export interface Draft<F extends DigestedFile = DigestedFile> {
  readonly id: string
  readonly files: readonly F[]
  readonly message: string
  readonly user: { readonly name: string; readonly address: string }
  readonly created: string
}

/** A version worked out: the inventory it leads to, and the files whose content the object does not hold yet. */
export interface NextVersion<F extends DigestedFile> {
  readonly inventory: Inventory
  readonly additions: readonly { readonly contentPath: string; readonly file: F }[]
}

/** Works out the version that follows `previous` (or the first one); content the object holds already is not stored again. */
export function nextVersion<F extends DigestedFile>(previous: Inventory | undefined, draft: Draft<F>): NextVersion<F> {
  const head = `v${previous === undefined ? 1 : versionNumber(previous.head)! + 1}`
  const paths = new ContentPaths()
  const fresh = new Map<string, F>()
  for (const file of draft.files) {
    if (!Object.hasOwn(previous?.manifest ?? {}, file.sha512) && !fresh.has(file.sha512)) fresh.set(file.sha512, file)
  }
  const additions = [...fresh.values()].map(file => ({
    contentPath: `${head}/content/${paths.take(file.logicalPath, file.sha512)}`,
    file,
  }))
  const sha256 = additions.flatMap(({ contentPath, file }) =>
    file.sha256 === undefined ? [] : [[file.sha256, [contentPath]] as const],
  )
  const fixity = { ...previous?.fixity?.['sha256'], ...Object.fromEntries(sha256) }
  const inventory: Inventory = {
    id: draft.id,
    type: inventoryType,
    digestAlgorithm: 'sha512',
    head,
    manifest: {
      ...previous?.manifest,
      ...Object.fromEntries(additions.map(({ contentPath, file }) => [file.sha512, [contentPath]])),
    },
    versions: {
      ...previous?.versions,
      [head]: { created: draft.created, state: stateOf(draft.files), message: draft.message, user: draft.user },
    },
    ...(Object.keys(fixity).length > 0 ? { fixity: { sha256: fixity } } : {}),
  }
  return { inventory, additions }
}

/** Whether versions may be added: an object with other habits than those here can only be read. */
export function isContinuable(inventory: Inventory): boolean {
  return (
    inventory.type === inventoryType &&
    inventory.digestAlgorithm === 'sha512' &&
    inventory.contentDirectory === undefined &&
    !inventory.head.startsWith('v0') &&
    Object.keys(inventory.manifest).every(digest => digest === digest.toLowerCase())
  )
}

/** Whether the newest version already is what the draft asks for, so that writing it again would change nothing. */
export function isHead(inventory: Inventory, draft: Draft): boolean {
  const { state, message } = inventory.versions[inventory.head]!
  return message === draft.message && listing(state) === listing(stateOf(draft.files))
}

function stateOf(files: readonly DigestedFile[]): PathsByDigest {
  const state = new Map<string, string[]>()
  for (const { logicalPath, sha512 } of files) state.set(sha512, [...(state.get(sha512) ?? []), logicalPath])
  return Object.fromEntries(state)
}

/** A state as one text that does not depend on any order; line breaks cannot be part of a logical path. */
function listing(state: PathsByDigest): string {
  return Object.entries(state)
    .flatMap(([digest, paths]) => paths.map(path => `${digest} ${path}`))
    .sort()
    .join('\n')
}
