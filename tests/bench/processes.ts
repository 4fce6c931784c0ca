import { readFileSync } from 'node:fs'
import { childrenOf, statFields } from '../world/process-tree.ts'

const ticksPerSecond = 100

/** CPU time a process tree has used, in milliseconds, and the memory it holds, in MB; nothing where there is no /proc. */
export interface Usage {
  readonly serverCpuMs: number
  readonly databaseCpuMs: number
  readonly serverMb: number
  readonly databaseMb: number
}

/** Reads what the server and every process of the database's have used so far. */
export function usageOf(serverPid: number, postmasterPid: number): Usage | undefined {
  try {
    const server = statOf(serverPid)
    const database = [postmasterPid, ...childrenOf(postmasterPid)].map(statOf)
    const postmaster = statOf(postmasterPid)
    return {
      serverCpuMs: server.cpuMs,
      databaseCpuMs: database.reduce((sum, one) => sum + one.cpuMs, 0) + postmaster.endedCpuMs,
      serverMb: residentMb(serverPid),
      // Shared buffers are counted once: each process adds only what is its own.
      databaseMb: [postmasterPid, ...childrenOf(postmasterPid)].reduce((sum, pid) => sum + proportionalMb(pid), 0),
    }
  } catch {
    return undefined
  }
}

function statOf(pid: number): { cpuMs: number; endedCpuMs: number } {
  const fields = statFields(pid) ?? []
  const ticks = (...at: number[]) =>
    at.reduce((sum, index) => sum + Number(fields[index] ?? 0), 0) * (1000 / ticksPerSecond)
  return { cpuMs: ticks(11, 12), endedCpuMs: ticks(13, 14) }
}

const kilobytes = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
const residentMb = (pid: number): number =>
  Math.round(kilobytes(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmRSS') / 1024)
const proportionalMb = (pid: number): number =>
  Math.round(kilobytes(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), 'Pss') / 1024)
