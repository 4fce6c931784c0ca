import { writeSync } from 'node:fs'
import { openRoot } from '../ocfl/root.ts'
import { putVersion } from '../ocfl/write.ts'
import { threeVersions } from './drafts.ts'
import { stoppingDisk } from './stopping-disk.ts'

// A process of its own: makes a storage root, writes three versions, says each one that was acknowledged, and dies by
// SIGKILL before the change to the disk whose number is the second argument.
const [dir, at] = process.argv.slice(2) as [string, string]
const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}
const root = await openRoot(dir, { disk: stoppingDisk(Number(at), die) })
for (const version of threeVersions) writeSync(1, `${(await putVersion(root, version)).version}\n`)
