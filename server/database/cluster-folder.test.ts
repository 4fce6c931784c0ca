import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clusterFolder } from './cluster-folder.ts'

const isRoot = process.getuid?.() === 0
if (!isRoot) console.log('skipped: only root has to look for another place')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantai-place-'))
})
afterAll(() => rm(folder, { recursive: true }))

test.skipIf(!isRoot)(
  'a data folder that PostgreSQL’s user may not enter leaves the cluster to the system’s place, always the same one',
  async () => {
    await chmod(folder, 0o700)
    const place = await clusterFolder(join(folder, 'data'))
    expect(place).toMatch(/^\/var\/lib\/lantai\/[0-9a-f]{16}\/pg$/)
    expect(await clusterFolder(join(folder, 'data'))).toBe(place)
    expect(await clusterFolder(join(folder, 'other'))).not.toBe(place)
  },
)

test('a data folder that may be entered keeps its cluster', async () => {
  await chmod(folder, 0o711)
  expect(await clusterFolder(join(folder, 'data'))).toBe(join(folder, 'data', 'pg'))
})
