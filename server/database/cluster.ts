import {
  appendFileSync,
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Account, accountFor, assertMayEnter } from './account.ts'
import { type Binaries, findBinaries, runnableBy } from './binaries.ts'
import { type Configuration, configurationFile, writeConfiguration } from './configuration.ts'
import { type Endpoint, endpointOf, passwordFile, portEndpoint, socketEndpoint, socketLock } from './endpoint.ts'
import { isLocked, isRunning } from './postmaster.ts'
import { refuseDatabase } from './refusals.ts'
import { run } from './run.ts'

/** Name of the superuser, who only makes the product's own role and database. */
export const superuser = 'postgres'

/** A PostgreSQL cluster on disk, and how it is run. */
export interface Cluster {
  readonly directory: string
  readonly binaries: Binaries
  readonly account: Account | undefined
  readonly settings: Omit<Configuration, 'endpoint'> & { readonly listen: 'socket' | 'port' }
}

/** Opens the cluster in `directory`, creating it when it is not there; refuses one of another major version untouched. */
export async function openCluster(directory: string, settings: Cluster['settings']): Promise<Cluster> {
  const found = findBinaries()
  const exists = holdsCluster(directory, found.major)
  const account = await accountFor(directory)
  makeDataFolder(dirname(directory), account)
  const binaries = await runnableBy(account, found, dirname(directory))
  if (account) await assertMayEnter(account, dirname(directory))
  const cluster = { directory, binaries, account, settings }
  if (!exists) await create(cluster)
  else if (account && statSync(directory).uid !== account.uid) giveTo(account, directory)
  return cluster
}

/** Starts a cluster that does not run, at its former endpoint where one is given; answers where it listens. */
export async function startCluster(cluster: Cluster, former?: Endpoint): Promise<Endpoint> {
  const { directory, account, settings } = cluster
  const log = join(directory, 'start.log')
  for (let attempt = 1; ; attempt += 1) {
    rmSync(log, { force: true })
    const endpoint =
      former ?? (settings.listen === 'port' ? await portEndpoint(directory) : socketEndpoint(directory, account))
    // Asked for its effect: a lock file left beside the socket by a dead postmaster is removed.
    await isLocked(directory, socketLock(endpoint))
    writeConfiguration(directory, { ...settings, endpoint }, account)
    const { code, output } = await control(cluster, ['start', '-l', log, '-w', '-t', '300'])
    if (code === 0) return endpointOf(directory)
    const reason = lastWords(directory, log) || output
    if (attempt === 20 || !passing.test(reason)) refuseDatabase('database.start-failed', { directory, reason })
    await wait(250)
  }
}

// Children of a killed postmaster hold its shared memory for a moment, and a port chosen as free may have been taken since.
const passing = /pre-existing shared memory|could not bind/

/** What PostgreSQL said before it gave up: on its way up in `start.log`, and after that in the newest file of its log folder. */
function lastWords(directory: string, startLog: string): string {
  const folder = join(directory, 'log')
  const newest = existsSync(folder)
    ? readdirSync(folder)
        .map(name => join(folder, name))
        .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
        .at(-1)
    : undefined
  const tailOf = (path: string) => readFileSync(path, 'utf8').trim().split('\n').slice(-5)
  return [startLog, ...(newest ? [newest] : [])]
    .filter(path => existsSync(path))
    .flatMap(tailOf)
    .join('\n')
}

/** Ends a running cluster: open sessions are cut, transactions under way roll back, everything committed is on disk. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const { code, output } = await control(cluster, ['stop', '-m', 'fast', '-w', '-t', '120'])
  const { directory } = cluster
  if (code !== 0 && (await isRunning(directory))) refuseDatabase('database.stop-failed', { directory, reason: output })
}

const control = ({ binaries, directory, account }: Cluster, [command = '', ...args]: readonly string[]) =>
  run(join(binaries.directory, 'pg_ctl'), [command, '-D', directory, ...args], account)

/** Whether there is a cluster of our major version in the folder; one of another, or other files, are refused. */
function holdsCluster(directory: string, wanted: string): boolean {
  if (!existsSync(directory)) return false
  const versionFile = join(directory, 'PG_VERSION')
  if (!existsSync(versionFile)) {
    if (readdirSync(directory).length > 0) refuseDatabase('database.not-a-cluster', { directory })
    rmdirSync(directory)
    return false
  }
  const found = readFileSync(versionFile, 'utf8').trim()
  if (found !== wanted) refuseDatabase('database.other-major', { directory, found, wanted })
  return true
}

/** Creates a cluster under another name and renames it when it is whole, so that a half-made one is never taken for a cluster. */
async function create({ directory, binaries, account, settings }: Cluster): Promise<void> {
  const unfinished = `${directory}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  if (account) chownSync(unfinished, account.uid, account.gid)
  const password = settings.listen === 'port' ? [`--pwfile=${passwordFile(directory, account)}`] : []
  const { code, output } = await run(
    join(binaries.directory, 'initdb'),
    [
      `--pgdata=${unfinished}`,
      `--username=${superuser}`,
      '--encoding=UTF8',
      '--locale=C',
      '--data-checksums',
      '--auth-local=trust',
      '--auth-host=scram-sha-256',
      '--no-instructions',
      ...(settings.durable ? [] : ['--no-sync']),
      ...password,
    ],
    account,
  )
  if (code !== 0) refuseDatabase('database.create-failed', { directory, reason: output })
  appendFileSync(join(unfinished, 'postgresql.conf'), `\ninclude '${configurationFile}'\n`)
  renameSync(unfinished, directory)
  if (settings.durable) syncFolder(dirname(directory))
}

/** Makes the rename itself survive a power cut: otherwise the cluster would come back under its unfinished name. */
function syncFolder(directory: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(directory, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function makeDataFolder(directory: string, account?: Account): void {
  if (existsSync(directory)) return
  mkdirSync(directory, { recursive: true, mode: account ? 0o711 : 0o700 })
  if (account) chmodSync(directory, 0o711)
}

/** A cluster copied into place by root is given to the account it will run as. */
function giveTo(account: Account, directory: string): void {
  chownSync(directory, account.uid, account.gid)
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), account.uid, account.gid)
  }
}
