import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { digestFile } from '../store/ocfl/digest.ts'
import { readTree } from '../store/ocfl/object-files.ts'
import { isValid } from '../store/ocfl/validate.ts'
import { validateRoot } from '../store/ocfl/validate-root.ts'
import type { Manifest } from './manifest.ts'
import { refuseMaintenance } from './refusals.ts'

/** Recomputes every digest of a backup; tables must be as they were written, damaged files of the archive may be accepted. */
export async function assertSoundBackup(folder: string, manifest: Manifest, despiteDamage: boolean): Promise<void> {
  for (const { file, sha256 } of [...manifest.tables, manifest.jobs]) {
    const path = join(folder, file)
    const actual = (await isFile(path)) && (await digestFile(path, ['sha256'])).get('sha256')
    if (actual !== sha256) refuseMaintenance('backup.damaged', { what: file })
  }
  if (despiteDamage) return
  for (const path of (await readTree(join(folder, 'staging'))).files) {
    const actual = (await digestFile(join(folder, 'staging', path), ['sha256'])).get('sha256')
    if (actual !== basename(path)) refuseMaintenance('backup.damaged', { what: `staging/${path}` })
  }
  const findings = await validateRoot(join(folder, 'store'))
  if (!isValid(findings)) {
    const [first] = findings.filter(({ code }) => code.startsWith('E'))
    refuseMaintenance('backup.damaged', { what: `store/${first?.path} ${first?.code}` })
  }
}

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isFile() === true
