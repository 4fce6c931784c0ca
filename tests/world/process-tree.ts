import { readdirSync, readFileSync } from 'node:fs'

/** Fields of a process's line in `/proc`, from its state on; undefined when it has ended meanwhile. Linux only. */
export function statFields(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    return undefined
  }
}

/** Numbers of the processes a process has started and that still run. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(child => statFields(child)?.[1] === String(pid))
}
