import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { disk } from '../disk.ts'
import { itemId, threeVersions } from '../testing/drafts.ts'
import { stoppingDisk } from '../testing/stopping-disk.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openObject } from './read.ts'
import { repairObject, sweep } from './repair.ts'
import { openRoot } from './root.ts'
import { validateRoot } from './validate-root.ts'
import { putVersion } from './write.ts'

const writer = join(import.meta.dirname, '../testing/killed-writer.ts')

/** Runs the writer in a process of its own until it is killed; answers which versions it had acknowledged. */
async function writeUntilKilled(dir: string, at: number): Promise<{ acknowledged: number; wasKilled: boolean }> {
  const child = spawn(process.execPath, [writer, dir, String(at)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said, wasKilled] = await Promise.all([
    text(child.stdout),
    new Promise<boolean>(resolve => child.on('close', (_, signal) => resolve(signal === 'SIGKILL'))),
  ])
  return { acknowledged: said.split('\n').length - 1, wasKilled }
}

/** After any interruption: what was acknowledged is there, a sweep leaves a flawless root, and the work can go on. */
async function assertRecovers(dir: string, acknowledged: number): Promise<void> {
  const root = await openRoot(dir)
  if (acknowledged > 0)
    expect(Object.keys((await openObject(root, itemId)).versions).length).toBeGreaterThanOrEqual(acknowledged)
  expect((await sweep(root, { abandonedAfterMs: 0 })).damaged).toEqual([])
  expect(await validateRoot(dir)).toEqual([])
  expect(await readdir(root.temporary)).toEqual([])
  const versions = []
  for (const version of threeVersions.slice(acknowledged)) versions.push((await putVersion(root, version)).version)
  expect(versions).toEqual(['v1', 'v2', 'v3'].slice(acknowledged))
  expect(Object.keys((await openObject(root, itemId)).versions)).toEqual(['v1', 'v2', 'v3'])
  expect(await validateRoot(dir)).toEqual([])
}

test('kill -9 before any change to the disk loses no acknowledged version and leaves nothing half done', {
  timeout: 120_000,
}, async () => {
  const parent = await temporaryFolder()
  const everyCount = new Set<number>()
  for (let at = 0; ; at++) {
    const dir = join(parent, String(at))
    const { acknowledged, wasKilled } = await writeUntilKilled(dir, at)
    everyCount.add(acknowledged)
    await assertRecovers(dir, acknowledged)
    if (!wasKilled) break
  }
  expect([...everyCount]).toEqual([0, 1, 2, 3])
})

test('an interruption of the repair of an interruption is repaired as well', { timeout: 60_000 }, async () => {
  const parent = await temporaryFolder()
  const stopped = (): never => {
    throw new Error('stopped')
  }
  let interrupted = 0
  for (let at = 0, isDone = false; !isDone; at++) {
    for (let again = 0, isRepaired = false; !isRepaired; again++) {
      const root = await openRoot(join(parent, `${at}-${again}`))
      await putVersion(root, threeVersions[0]!)
      isDone = await isFine(putVersion({ ...root, disk: stoppingDisk(at, stopped) }, threeVersions[1]!))
      isRepaired = await isFine(repairObject({ ...root, disk: stoppingDisk(again, stopped) }, itemId))
      if (!isRepaired) interrupted++
      await assertRecovers(root.dir, isDone ? 2 : 1)
    }
  }
  expect(interrupted).toBeGreaterThan(10)
})

test('nothing appears in the storage root before it was made durable', async () => {
  const root = await openRoot(join(await temporaryFolder(), 'root'))
  const synced: string[] = []
  const early: string[] = []
  const watching = {
    ...disk,
    syncTree: async (dir: string) => {
      await disk.syncTree(dir)
      synced.push(dir)
    },
    rename: async (from: string, to: string) => {
      if (!synced.some(dir => from.startsWith(dir))) early.push(from)
      await disk.rename(from, to)
    },
  }
  for (const version of threeVersions) await putVersion({ ...root, disk: watching }, version)
  expect(early).toEqual([])
  expect(synced.length).toBeGreaterThanOrEqual(5)
})

async function isFine(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (error instanceof Error && error.message === 'stopped') return false
    throw error
  }
}
