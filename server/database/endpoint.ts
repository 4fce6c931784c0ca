import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { refuseDatabase } from './refusals.ts'

/** Where a cluster listens: a folder with its Unix socket, or a port of this machine guarded by a password (Windows). */
export interface Endpoint {
  readonly host: string
  readonly port: number
  readonly password?: string
}

const socketPort = 5432
// The kernel's own field for a socket's path holds 104 bytes on macOS, 108 on Linux, its closing NUL included.
const socketPathBytes = 103

/** A free port of this machine, and the cluster's password. */
export async function portEndpoint(cluster: string): Promise<Endpoint> {
  return { host: '127.0.0.1', port: await freePort(), password: passwordOf(cluster) }
}

/** The socket's private folder beside the cluster, or in the temporary folder where that path is too long; it is made here. */
export function socketEndpoint(cluster: string, account?: Account): Endpoint {
  const beside = join(dirname(cluster), 'run')
  const fits = Buffer.byteLength(join(beside, `.s.PGSQL.${socketPort}`)) <= socketPathBytes
  const host = fits
    ? beside
    : join(tmpdir(), `lantai-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`)
  makePrivate(host, account)
  return { host, port: socketPort }
}

/** The lock file that a postmaster keeps beside its socket. */
export const socketLock = ({ host, port }: Endpoint): string => join(host, `.s.PGSQL.${port}.lock`)

/** File of the cluster's password, beside the cluster; made at the first call. */
export function passwordFile(cluster: string, account?: Account): string {
  const file = `${cluster}.password`
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  if (account) chownSync(file, account.uid, account.gid)
  return file
}

const passwordOf = (cluster: string) => readFileSync(passwordFile(cluster), 'utf8')

/** Reads the endpoint of a running cluster out of its `postmaster.pid`. */
export function endpointOf(cluster: string): Endpoint {
  const [, , , port, socketFolder, address] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  return socketFolder
    ? { host: socketFolder, port: Number(port) }
    : { host: address || '127.0.0.1', port: Number(port), password: passwordOf(cluster) }
}

/** Makes a folder for its owner alone. In a public temporary folder somebody may have put his own under the same name. */
function makePrivate(directory: string, account?: Account): void {
  if (existsSync(directory)) {
    const { uid, mode } = lstatSync(directory)
    const isOurs = (uid === process.getuid?.() || uid === account?.uid) && (mode & 0o170077) === 0o040000
    if (!isOurs) refuseDatabase('database.socket-squatted', { directory })
  } else mkdirSync(directory, { mode: 0o700 })
  if (account) chownSync(directory, account.uid, account.gid)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}
