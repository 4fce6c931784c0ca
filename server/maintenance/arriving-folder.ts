import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { disk, hasCode } from '../store/disk.ts'
import { copyTree } from './copy-tree.ts'
import { refuseMaintenance } from './refusals.ts'

const arriving = (directory: string): string => `${directory}.arriving`

/** Refuses a folder that holds something; what an interrupted arrival left beside it is cleared. */
export async function assertEmptyFolder(directory: string): Promise<void> {
  const names = await readdir(directory).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  })
  if (names.length > 0) refuseMaintenance('maintenance.folder-not-empty', { directory })
  await rm(arriving(directory), { recursive: true, force: true })
}

/** Copies a folder beside the place it is for, under another name. */
export const copyBeside = (from: string, directory: string): Promise<void> => copyTree(from, arriving(directory))

/** Gives a folder that was copied beside its place its own name: from here on it counts. */
export async function settle(directory: string): Promise<void> {
  await mkdir(dirname(directory), { recursive: true })
  await rmdir(directory).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error
  })
  await rename(arriving(directory), directory)
  await disk.syncDirectory(dirname(directory))
}
