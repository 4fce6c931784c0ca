import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.ts'

/** Whether a postmaster runs on the cluster. A `postmaster.pid` whose number belongs to nobody, or to another program, is removed. */
export async function isRunning(cluster: string): Promise<boolean> {
  const pid = postmasterPid(cluster)
  if (pid === undefined) return false
  if (isAlive(pid) && (await isPostmasterOf(cluster, pid))) return true
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return false
}

/** The process number written in the cluster's `postmaster.pid`; undefined when there is none. */
export function postmasterPid(cluster: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10) || undefined
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
