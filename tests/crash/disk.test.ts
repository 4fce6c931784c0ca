import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { validateRoot } from '../../server/store/ocfl/validate-root.ts'
import { type Browserlike, type Reply, type Running, setUp, startRunning } from '../world/running.ts'

const mebibyte = 1024 ** 2

/** Mounts a small disk of its own; undefined where this machine does not let us. */
function mountDisk(folder: string, mebibytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

let place: string
let small: string
let mounted: boolean
let running: Running
let clerk: Browserlike
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'lantai-disk-'))
  small = join(place, 'small')
  await mkdir(small)
  mounted = mountDisk(small, 8)
  if (!mounted) console.log('skipped: a full disk needs the right to mount one')
  running = await startRunning({ LANTAI_STORE: join(small, 'store') })
  clerk = await setUp(running)
})
afterAll(async () => {
  await running[Symbol.asyncDispose]()
  if (mounted) execFileSync('umount', [small])
  await rm(place, { recursive: true, force: true })
})

const tus = (page: Browserlike, headers: Record<string, string>) => ({
  Origin: page.base,
  Cookie: page.cookie,
  'Tus-Resumable': '1.0.0',
  ...headers,
})

/** Announces an upload; answers where it goes on, or the refusal. */
async function begin(page: Browserlike, name: string, size: number): Promise<Reply & { readonly at: string }> {
  const filename = Buffer.from(name).toString('base64')
  const headers = tus(page, { 'Upload-Length': String(size), 'Upload-Metadata': `filename ${filename}` })
  const begun = await page.send('/upload', { method: 'POST', headers })
  return { ...begun, at: begun.headers.get('Location') ?? '' }
}

/** Sends the rest of an upload from an offset on. */
const goOn = (page: Browserlike, at: string, { bytes, offset = 0 }: { bytes: Uint8Array; offset?: number }) =>
  page.send(at, {
    method: 'PATCH',
    headers: tus(page, { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' }),
    body: bytes.subarray(offset) as Uint8Array<ArrayBuffer>,
  })

/** Registers, numbers and files one item with a file; answers its id. */
async function fileOne(title: string, bytes: Uint8Array): Promise<string> {
  const [fonds] = (await clerk.ask('fonds.list')).body['fonds'] as { id: string }[]
  const { at } = await begin(clerk, `${title}.txt`, bytes.length)
  await goOn(clerk, at, { bytes })
  const { body } = await clerk.tell('item.register', {
    fondsId: fonds?.id,
    kind: 'document',
    year: 2026,
    title,
    creator: '办公室',
    date: '2026-03-01',
    pages: 1,
    retention: 'D30',
    uploadIds: [at.split('/').at(-1)],
  })
  const itemId = String(body['itemId'])
  await clerk.tell('item.number', { ids: [itemId] })
  expect((await clerk.tell('item.file', { ids: [itemId] })).status).toBe(200)
  return itemId
}

async function isStored(itemId: string): Promise<boolean> {
  const { item } = (await clerk.ask('item.show', { itemId })).body as { item: { stored: boolean } }
  return item.stored
}

async function stored(itemId: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await isStored(itemId)) return
    await wait(100)
  }
  throw new Error(`${itemId} never reached the storage root`)
}

async function openFile(itemId: string) {
  const { components } = (await clerk.ask('item.show', { itemId })).body as { components: { id: string }[] }
  const { body } = await clerk.tell('component.open', { componentId: components[0]?.id })
  return clerk.send(String(body['url']))
}

const noise = (mebibytes: number): Uint8Array =>
  Buffer.alloc(mebibytes * mebibyte).map((_, at) => 32 + ((at * 7919) % 89))

test('S5.5 an unplugged storage root takes nothing and loses nothing; work goes on once it is back', async () => {
  const before = await fileOne('断开以前', noise(1))
  await stored(before)
  const root = join(small, 'store')
  await rename(root, join(small, 'unplugged'))
  // The empty folder that a mount leaves behind.
  await mkdir(root)

  expect(await openFile(before)).toMatchObject({ status: 503, body: { code: 'store.absent' } })
  const meanwhile = await fileOne('断开期间', Buffer.from('断开期间归档的内容'))
  await wait(500)
  expect({ stored: await isStored(meanwhile), written: await readdir(root) }).toEqual({ stored: false, written: [] })

  await rm(root, { recursive: true })
  await rename(join(small, 'unplugged'), root)
  expect((await openFile(before)).status).toBe(200)
  await stored(meanwhile)
}, 60_000)

test('S1.5 a full disk of the storage root leaves no half object; what waits is written when there is room', async ({
  skip,
}) => {
  if (!mounted) skip()
  const itemId = await fileOne('磁盘满', noise(12))
  await wait(1000)
  expect(await isStored(itemId)).toBe(false)
  expect(await validateRoot(join(small, 'store'))).toEqual([])

  execFileSync('mount', ['-o', 'remount,size=64m', small])
  await stored(itemId)
  expect(await validateRoot(join(small, 'store'))).toEqual([])
}, 60_000)

test('S5.5 an upload for which there is no room is refused before it begins, and one cut short goes on when there is', async ({
  skip,
}) => {
  if (!mounted) skip()
  const other = join(place, 'staging')
  await mkdir(other)
  mountDisk(other, 16)
  const house = await startRunning({ LANTAI_DATA: other, LANTAI_STORE: join(place, 'another-store') })
  try {
    const page = await setUp(house)
    const full = { status: 507, body: { code: 'server.disk-full' } }
    expect(await begin(page, '太大.txt', 100 * mebibyte)).toMatchObject(full)

    const bytes = noise(8)
    const { at } = await begin(page, '扫描件.txt', bytes.length)
    await writeFile(join(other, 'ballast'), noise(12))
    expect(await goOn(page, at, { bytes })).toMatchObject(full)
    expect((await page.ask('session.me')).status).toBe(200)

    await rm(join(other, 'ballast'))
    const { headers } = await page.send(at, { method: 'HEAD', headers: tus(page, {}) })
    const offset = Number(headers.get('Upload-Offset'))
    expect(offset).toBeLessThan(bytes.length)
    expect((await goOn(page, at, { bytes, offset })).status).toBe(204)
  } finally {
    await house[Symbol.asyncDispose]()
    execFileSync('umount', [other])
  }
}, 60_000)
