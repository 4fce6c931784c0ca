import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, createClient } from '../../client/client.ts'
import { listObjects } from '../../server/store/ocfl/read.ts'
import { openRoot } from '../../server/store/ocfl/root.ts'
import { validateRoot } from '../../server/store/ocfl/validate-root.ts'
import { sendFile } from '../world/send-file.ts'
import { openForCrashes, type ServerProcess, startProcess } from './server-process.ts'

const rounds = Number(process.env['LANTAI_CRASH_ROUNDS'] ?? 100)
const filersAtOnce = 3

let folder: string
let server: ServerProcess
let token: string
let place: { fondsId: string; unitId: string }

/** What the server has told somebody it did; none of it may ever be untrue again. */
interface Acknowledged {
  readonly itemId: string
  readonly title: string
  code?: string
  filed?: true
}
const acknowledged: Acknowledged[] = []

beforeAll(async () => {
  ;({ folder, server, token, place } = await openForCrashes())
})
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Takes one document in and files it, noting each answer as it comes; ends quietly when the server is gone. */
async function fileOne(client: Client, title: string): Promise<void> {
  const uploadId = await sendFile({ base: server.base, token }, `${title}.txt`, Buffer.from(`${title} 的正文`))
  const { itemId } = await client.tell('item.register', {
    ...place,
    kind: 'document',
    year: 2026,
    title,
    creator: '办公室',
    date: '2026-03-01',
    pages: 1,
    retention: 'D30',
    uploadIds: [uploadId],
  })
  const noted: Acknowledged = { itemId, title }
  acknowledged.push(noted)
  const { done: numbered } = await client.tell('item.number', { ids: [itemId] })
  noted.code = numbered[0]!.code!
  await client.tell('item.file', { ids: [itemId] })
  noted.filed = true
}

async function keepFiling(client: Client, name: string): Promise<void> {
  for (let at = 1; ; at++) {
    const went = await fileOne(client, `${name} 第 ${at} 件`).then(
      () => true,
      () => false,
    )
    if (!went) return
  }
}

async function assertNothingLost(client: Client, from: number): Promise<void> {
  for (const { itemId, title, code, filed } of acknowledged.slice(from)) {
    const { item, components } = await client.ask('item.show', { itemId })
    expect({ title: item.title, files: components.length }).toEqual({ title, files: 1 })
    if (code) expect(item.code).toBe(code)
    if (filed) expect(item.state).toBe('filed')
  }
}

/** Until every job has ended, the storage root is behind; afterwards it must be equal. */
async function untilQuiet(client: Client): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const { waiting, failing } = await client.ask('job.list', {})
    if (waiting + failing === 0) return
    await wait(100)
  }
  throw new Error('jobs are still waiting after a minute')
}

const here = process.platform === 'linux'
if (!here) console.log('skipped: the processes of the database are only found on Linux')

test.skipIf(!here)(
  `S1.5 the power fails ${rounds} times while documents are filed: nothing acknowledged is lost, nothing is half filed`,
  async () => {
    for (let round = 0; round < rounds; round++) {
      const before = acknowledged.length
      const filing = Array.from({ length: filersAtOnce }, (_, at) =>
        keepFiling(createClient({ base: server.base, token }), `第 ${round + 1} 轮 ${at + 1} 号`),
      )
      // From the first byte of an upload to a dozen items: each round stops a little later, so that every step is hit.
      await wait((round * 37) % 400)
      if (round % 3 === 1) server.killDatabase()
      await server.killServer()
      if (round % 3 === 2) server.killDatabase()
      await Promise.all(filing)
      server = await startProcess(folder)
      await assertNothingLost(createClient({ base: server.base, token }), before)
    }
    const client = createClient({ base: server.base, token })
    await untilQuiet(client)
    await assertNothingLost(client, 0)
    await assertStoreAgrees(client)
  },
  10 * 60_000,
)

async function assertStoreAgrees(client: Client): Promise<void> {
  const filed: { id: string; code: string }[] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await client.ask('item.list', { states: ['filed'], limit: 200, ...(after && { after }) })
    filed.push(...items.map(({ id, code }) => ({ id, code: code ?? '' })))
    if (next === null) break
    after = next
  }
  const root = await openRoot(join(folder, 'store'))
  const stored: string[] = []
  for await (const { id } of listObjects(root))
    if (id?.startsWith('urn:lantai:item:')) stored.push(id.slice('urn:lantai:item:'.length))
  expect(stored.sort()).toEqual(filed.map(({ id }) => id).sort())
  expect((await validateRoot(root.dir)).filter(({ code }) => code.startsWith('E'))).toEqual([])
  const { items } = await client.ask('item.list', { states: ['numbered', 'filed'], limit: 1 })
  const serials = new Set(acknowledged.flatMap(({ code }) => (code ? [code] : [])))
  expect(serials.size).toBe(acknowledged.filter(({ code }) => code).length)
  expect(items.length).toBe(1)
}
