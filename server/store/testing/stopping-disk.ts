import { type Disk, disk } from '../disk.ts'

/** A disk that calls `stop` before its `at`-th change, counted from 0, and before every later one. */
export function stoppingDisk(at: number, stop: () => never): Disk {
  let changes = 0
  const guarded = Object.entries(disk).map(([name, change]) => [
    name,
    (...args: never[]) => {
      if (changes++ >= at) stop()
      return (change as (...args: never[]) => Promise<unknown>)(...args)
    },
  ])
  return Object.fromEntries(guarded) as Disk
}
