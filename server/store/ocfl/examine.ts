import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { hasCode, namesIn } from '../disk.ts'
import { type Finding, isValid } from './findings.ts'
import { readTree } from './object-files.ts'
import { assertPresent, objectDir, type StorageRoot } from './root.ts'
import { validateObject } from './validate.ts'

/** What is wrong with one file of an object, or with the object as a whole where the path is empty. */
export interface Fault {
  readonly fault: 'object-missing' | 'file-missing' | 'file-changed' | 'unreadable' | 'inventory'
  readonly path: string
}

/** A stored object that was read from its first byte to its last; without faults it is as it was written. */
export interface Examined {
  readonly files: number
  readonly bytes: number
  readonly faults: readonly Fault[]
}

/** A writer publishes a version in less time, in milliseconds. */
const publishingMs = 500

/**
 * Reads every file of an object and compares its digests; changes nothing. What looks wrong is looked at twice, because a version may
 * just be appearing, and is believed only while the storage root is there: an unplugged disk is no damage.
 */
export async function examineObject(root: StorageRoot, id: string): Promise<Examined> {
  const dir = objectDir(root, id)
  const first = await examine(dir)
  if (first.faults.length === 0) return first
  await wait(publishingMs)
  const second = await examine(dir)
  if (second.faults.length > 0) await assertPresent(root)
  return second
}

async function examine(dir: string): Promise<Examined> {
  const nothing = { files: 0, bytes: 0 }
  try {
    if ((await namesIn(dir)).length === 0) return { ...nothing, faults: [{ fault: 'object-missing', path: '' }] }
    const { files } = await readTree(dir)
    const sizes = await Promise.all([...files].map(async path => (await stat(join(dir, path))).size))
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    return { files: files.size, bytes, faults: faultsOf(await validateObject(dir), files) }
  } catch (error) {
    if (!hasCode(error, 'EIO', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EUCLEAN')) throw error
    return { ...nothing, faults: [{ fault: 'unreadable', path: '' }] }
  }
}

function faultsOf(findings: readonly Finding[], files: ReadonlySet<string>): Fault[] {
  const errors = findings.filter(found => !isValid([found]))
  // A folder is empty because what lay in it is gone, and that is told already.
  const told = errors.some(({ code }) => code !== 'E024') ? errors.filter(({ code }) => code !== 'E024') : errors
  const faults = told.map(({ code, path }): Fault => {
    if (code !== 'E092' && code !== 'E093') return { fault: 'inventory', path }
    return { fault: files.has(path) ? 'file-changed' : 'file-missing', path }
  })
  return [...new Map(faults.map(fault => [`${fault.fault} ${fault.path}`, fault])).values()]
}
