import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Digests, digestsOf } from './ocfl/digest.ts'

/** What can be written into a file: text, bytes in memory, or pieces that arrive one after the other. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>

/** Every change the store makes to a file system, one function each, so that a test can stop the world between any two. */
export interface Disk {
  /** Creates a folder and its missing parents. */
  makeDirectory(dir: string): Promise<void>
  /** Creates a file, which must not exist yet, and tells the digests of what was written; durable only after `syncTree`. */
  writeFile(path: string, content: Content, algorithms?: Iterable<string>): Promise<Digests>
  /** Renames within one file system, atomically. */
  rename(from: string, to: string): Promise<void>
  /** Makes everything below a folder, and the folder, survive a power cut. */
  syncTree(dir: string): Promise<void>
  /** Makes the names in one folder survive a power cut. */
  syncDirectory(dir: string): Promise<void>
  /** Removes a file or a whole folder; nothing there is fine. */
  remove(path: string): Promise<void>
}

/** The real file system. */
export const disk: Disk = {
  async makeDirectory(dir) {
    await mkdir(dir, { recursive: true })
  },

  async writeFile(path, content, algorithms = []) {
    const whole = typeof content === 'string' ? Buffer.from(content) : content
    await using file = await open(path, 'wx')
    return await digestsOf(whole instanceof Uint8Array ? [whole] : whole, algorithms, piece => file.appendFile(piece))
  },

  rename,

  async syncTree(dir) {
    const entries = await readdir(dir, { withFileTypes: true })
    await Promise.all(
      entries.map(entry => {
        const path = join(dir, entry.name)
        return entry.isDirectory() ? disk.syncTree(path) : syncFile(path)
      }),
    )
    await disk.syncDirectory(dir)
  },

  async syncDirectory(dir) {
    // Windows can neither open nor flush a folder; its file system journals names by itself.
    if (process.platform === 'win32') return
    await using folder = await open(dir, 'r')
    await folder.sync()
  },

  async remove(path) {
    await rm(path, { recursive: true, force: true })
  },
}

/** Makes one file survive a power cut. */
export async function syncFile(path: string): Promise<void> {
  // Windows flushes only files opened for writing.
  await using file = await open(path, 'r+')
  await file.sync()
}

/** Whether an error is one of the named ones of the operating system, such as `ENOENT`. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && codes.includes((error as NodeJS.ErrnoException).code ?? '')
}

/** Whether renaming a folder failed because its place holds another one; Windows has only EPERM for it. */
export function isTaken(error: unknown): boolean {
  return hasCode(error, 'ENOTEMPTY', 'EEXIST', ...(process.platform === 'win32' ? ['EPERM'] : []))
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

/** No writer takes longer than this, in milliseconds: what has lain untouched for so long was abandoned. */
export const longestWriteMs = 24 * 60 * 60 * 1000

/** Whether a file or folder has lain untouched for a time in milliseconds; one that is gone by now has not. */
export async function isAbandoned(path: string, forMs: number): Promise<boolean> {
  try {
    return Date.now() - Math.floor((await stat(path)).mtimeMs) >= forMs
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}
