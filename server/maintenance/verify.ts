import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkChain } from '../audit/check-trail.ts'
import { checkSeals } from '../audit/seal-check.ts'
import type { Db } from '../platform/db.ts'
import type { Runtime } from '../platform/runtime.ts'
import { digestFile } from '../store/ocfl/digest.ts'
import { listObjects, readCurrentInventory } from '../store/ocfl/read.ts'
import { objectDir } from '../store/ocfl/root.ts'
import { isValid, validateObject } from '../store/ocfl/validate.ts'
import { stagedPath } from '../store/staging.ts'
import { compareDescription } from './compare-description.ts'
import { textIn } from './copy-store.ts'

/** What may be wrong between database and storage root. */
export type ProblemCode =
  | 'object-missing'
  | 'object-damaged'
  | 'object-stray'
  | 'description-differs'
  | 'blob-missing'
  | 'blob-damaged'
  | 'chain-broken'
  | 'seal-damaged'
  | 'seal-gap'
  | 'seal-broken'
  | 'seal-differs'
  | 'seal-missing'

export interface Problem {
  readonly code: ProblemCode
  /** Id of an object or item, digest of a file, or number of an entry. */
  readonly subject: string
  readonly detail: string
}

/** How far database and storage root agree. */
export interface VerifyReport {
  readonly items: number
  readonly objects: number
  readonly files: number
  readonly entries: number
  readonly sealedEntries: number
  /** Filed items that a job has still to write: no fault while a server runs. */
  readonly pending: number
  readonly problems: readonly Problem[]
}

export interface VerifyOptions {
  /** Reads no content file: existence, sizes and descriptions alone. */
  readonly quick?: boolean
  onStep?(done: number, total: number): void
}

/** Compares everything that the database says of files with the files themselves, and the trail with its seals; changes nothing. */
export async function verifyHoldings(runtime: Runtime, options: VerifyOptions = {}): Promise<VerifyReport> {
  const { reads, files } = runtime
  const problems: Problem[] = []
  const note = (code: ProblemCode, subject: string, detail = '') => problems.push({ code, subject, detail })
  const items = await filedItems(reads)
  const objects = await verifyObjects(runtime, items, { ...options, note })
  for (const [id, item] of items) {
    if (item.stored !== null && !item.seen) note('object-missing', id, item.code ?? '')
  }
  const blobs = await verifyBlobs(runtime, { ...options, note })
  const chain = await checkChain(reads)
  if (chain.brokenAt !== null) note('chain-broken', String(chain.brokenAt))
  const seals = await checkSeals(files.store, reads)
  for (const { code, seq, place } of seals.findings) note(code, String(seq), place)
  const pending = [...items.values()].filter(({ stored, revision }) => stored !== revision).length
  return {
    items: items.size,
    objects,
    files: blobs,
    entries: chain.entries,
    sealedEntries: seals.entries,
    pending,
    problems,
  }
}

interface FiledItem {
  readonly code: string | null
  readonly revision: number
  readonly stored: number | null
  seen: boolean
}

async function filedItems(reads: Db): Promise<Map<string, FiledItem>> {
  const rows = await reads
    .selectFrom('item')
    .select(['id', 'code', 'revision', 'stored_revision'])
    .where('state', '=', 'filed')
    .execute()
  return new Map(
    rows.map(({ id, code, revision, stored_revision: stored }) => [id, { code, revision, stored, seen: false }]),
  )
}

type Verifying = VerifyOptions & { readonly note: (code: ProblemCode, subject: string, detail?: string) => void }

/** Walks the storage root once; answers how many objects it holds. */
async function verifyObjects(
  runtime: Runtime,
  items: ReadonlyMap<string, FiledItem>,
  verifying: Verifying,
): Promise<number> {
  const { quick = false, note, onStep } = verifying
  let objects = 0
  for await (const { dir, id } of listObjects(runtime.files.store)) {
    objects += 1
    onStep?.(objects, items.size)
    const itemId = /^urn:lantai:item:(.+)$/.exec(id ?? '')?.[1]
    const item = itemId === undefined ? undefined : items.get(itemId)
    if (item) item.seen = true
    const errors = (await validateObject(dir, { fixity: !quick })).filter(({ code }) => code.startsWith('E'))
    if (!isValid(errors))
      note('object-damaged', id ?? dir, errors.map(({ code, path }) => `${code} ${path}`).join(', '))
    else if (itemId !== undefined && item) await verifyDescription(runtime, { itemId, dir, note })
    else if (!/^urn:lantai:(audit|volume|box):/.test(id ?? '') && !(await isFiledNow(runtime.reads, itemId)))
      note('object-stray', id ?? dir)
  }
  return objects
}

async function verifyDescription(
  runtime: Runtime,
  { itemId, dir, note }: { itemId: string; dir: string; note: Verifying['note'] },
): Promise<void> {
  const differences = async () => {
    const { inventory } = (await readCurrentInventory(dir)) ?? {}
    const text = inventory && (await textIn({ dir, inventory }, inventory.head, 'description.json'))
    return compareDescription(runtime.reads, itemId, text)
  }
  // A correction that was written between our two looks is seen whole at the second.
  const found = (await differences()).length > 0 ? await differences() : []
  if (found.length > 0) note('description-differs', itemId, found.join(', '))
}

/** An item may have been filed since we began. */
async function isFiledNow(reads: Db, itemId: string | undefined): Promise<boolean> {
  if (itemId === undefined) return false
  const row = await reads
    .selectFrom('item')
    .select('id')
    .where('id', '=', itemId)
    .where('state', '=', 'filed')
    .executeTakeFirst()
  return row !== undefined
}

const blobsAtOnce = 1000

/** Looks for the bytes behind every digest that the database knows; answers how many there are. */
async function verifyBlobs(runtime: Runtime, verifying: Verifying): Promise<number> {
  for (let [count, after] = [0, '']; ; ) {
    const rows = await runtime.reads
      .selectFrom('blob')
      .select(['sha256', 'size', 'stored_object', 'stored_path'])
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(blobsAtOnce)
      .execute()
    for (const row of rows) await verifyBlob(runtime, row, verifying)
    count += rows.length
    after = rows.at(-1)?.sha256 ?? after
    if (rows.length < blobsAtOnce) return count
  }
}

interface Blob {
  readonly sha256: string
  readonly size: number
  readonly stored_object: string | null
  readonly stored_path: string | null
}

async function verifyBlob(runtime: Runtime, blob: Blob, { quick = false, note }: Verifying): Promise<void> {
  const path = await pathOf(runtime, blob)
  const size = path && (await stat(path).catch(() => undefined))?.size
  if (size === undefined) {
    if (await isKnownAs(runtime.reads, blob)) note('blob-missing', blob.sha256, blob.stored_object ?? 'staging')
  } else if (size !== blob.size) note('blob-damaged', blob.sha256, path)
  // What is filed has been read with its object; only what waits still has to be.
  else if (!quick && blob.stored_object === null && path && (await digestOfFile(path)) !== blob.sha256)
    note('blob-damaged', blob.sha256, path)
}

const digestOfFile = async (path: string) => (await digestFile(path, ['sha256'])).get('sha256')

async function pathOf(
  { files }: Runtime,
  { sha256, stored_object: id, stored_path: logicalPath }: Blob,
): Promise<string | undefined> {
  if (id === null || logicalPath === null) return stagedPath(files.staging, sha256)
  const dir = objectDir(files.store, id)
  const { inventory } = (await readCurrentInventory(dir)) ?? {}
  const digest = Object.entries(inventory?.versions[inventory.head]?.state ?? {}).find(([, paths]) =>
    paths.includes(logicalPath),
  )?.[0]
  const content = digest && inventory?.manifest[digest]?.[0]
  return content && join(dir, content)
}

/** Whether a blob still is where we took it to be: it may have been filed, or cleared away unused, while we looked. */
async function isKnownAs(reads: Db, { sha256, stored_object: id }: Blob): Promise<boolean> {
  const row = await reads.selectFrom('blob').select('stored_object').where('sha256', '=', sha256).executeTakeFirst()
  return row !== undefined && row.stored_object === id
}
