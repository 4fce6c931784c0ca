import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.ts'

/** Whether a postmaster runs on the cluster. */
export const isRunning = (cluster: string): Promise<boolean> => isLocked(cluster, lockFile(cluster))

/** The process number written in the cluster's `postmaster.pid`; undefined when there is none. */
export const postmasterPid = (cluster: string): number | undefined => pidIn(lockFile(cluster))

/**
 * Whether the cluster's postmaster holds one of its lock files. A file whose number belongs to nobody, to a process that is
 * dead but not yet buried, or to another program, is removed: PostgreSQL would take it for a postmaster.
 */
export async function isLocked(cluster: string, file: string): Promise<boolean> {
  const pid = pidIn(file)
  if (pid === undefined) return false
  if (isAlive(pid) && (await isPostmasterOf(cluster, pid))) return true
  rmSync(file, { force: true })
  return false
}

const lockFile = (cluster: string) => join(cluster, 'postmaster.pid')

function pidIn(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** After a restart of the machine or container an old number may belong to anything; a postmaster works in its cluster's folder. */
async function isPostmasterOf(cluster: string, pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    } catch {
      return false
    }
  }
  const listed =
    process.platform === 'win32'
      ? await run('tasklist', ['/fi', `PID eq ${pid}`, '/nh'])
      : await run('ps', ['-o', 'comm=', '-p', String(pid)])
  return listed.output.includes('postgres')
}
