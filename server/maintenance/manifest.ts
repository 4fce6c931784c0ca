import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { refuseMaintenance } from './refusals.ts'

/** Form of a backup's `manifest.json`; it only grows, so that every backup ever made can be restored. */
export const backupFormat = 'lantai-backup/1'

const file = z.object({ file: z.string().regex(/^[a-z0-9_/.-]+$/), rows: z.int(), bytes: z.int(), sha256: z.string() })

/** What a backup holds. It is written last: a folder without one is no backup. */
export const Manifest = z.object({
  format: z.literal(backupFormat),
  createdAt: z.string(),
  /** Version of the product that wrote it. */
  version: z.string(),
  migrations: z.array(z.object({ name: z.string(), digest: z.string() })),
  tables: z.array(file.extend({ name: z.string(), columns: z.array(z.string()) })),
  jobs: file,
  audit: z.object({ seq: z.int(), digest: z.string() }),
  staged: z.object({ files: z.int(), bytes: z.int() }),
  store: z.object({ objects: z.int() }),
  /** What the archive itself had already lost when it was backed up: digests of files and ids of objects. */
  missing: z.array(z.string()),
})
export type Manifest = z.output<typeof Manifest>

/** The tables' and jobs' files of a backup. */
export type BackedUpFile = z.output<typeof file>

/** Reads the manifest of a backup; refuses a folder that is no whole one. */
export async function readManifest(directory: string): Promise<Manifest> {
  const text = await readFile(join(directory, 'manifest.json'), 'utf8').catch(() => '')
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    return refuseMaintenance('backup.incomplete', { directory })
  }
}
