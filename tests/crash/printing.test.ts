import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, createClient } from '../../client/client.ts'
import { makePdf } from '../../server/sample/files.ts'
import { sendFile } from '../world/send-file.ts'
import { openForCrashes, type ServerProcess, startProcess } from './server-process.ts'

const copies = 24

let folder: string
let server: ServerProcess
let token: string
let place: { fondsId: string; unitId: string }

beforeAll(async () => {
  ;({ folder, server, token, place } = await openForCrashes())
})
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

const client = (): Client => createClient({ base: server.base, token })

async function numberedItems(): Promise<string[]> {
  const bytes = await makePdf({ title: '通知', paragraphs: ['防疫工作由兽医组负责。'] })
  const ids: string[] = []
  for (let at = 1; at <= copies; at += 1) {
    const { itemId } = await client().tell('item.register', {
      ...place,
      kind: 'document',
      year: 2026,
      title: `第 ${at} 号通知`,
      creator: '办公室',
      date: '2026-03-01',
      pages: 1,
      retention: 'D30',
      uploadIds: [await sendFile({ base: server.base, token }, '通知.pdf', bytes)],
    })
    ids.push(itemId)
  }
  await client().tell('item.number', { ids })
  return ids
}

const runOf = async (runId: string) => (await client().ask('form.runs', {})).runs.find(({ id }) => id === runId)

async function untilRun(runId: string, enough: (run: NonNullable<Awaited<ReturnType<typeof runOf>>>) => boolean) {
  for (let tries = 0; tries < 1200; tries += 1) {
    const run = await runOf(runId)
    if (run && enough(run)) return run
    await wait(50)
  }
  throw new Error('the print did not come so far within a minute')
}

const here = process.platform === 'linux'

test.skipIf(!here)(
  'S1.3 the power fails three times while a bulk print is made: it goes on, and every file is made once',
  async () => {
    const ids = await numberedItems()
    const { runId } = await client().tell('form.print', { form: 'archive-stamp', thing: 'item', ids })
    for (const files of [2, 8, 14]) {
      await untilRun(runId, run => run.files.length >= files || run.state === 'finished')
      await server.killServer()
      if (files === 8) server.killDatabase()
      server = await startProcess(folder)
    }
    const run = await untilRun(runId, ({ state }) => state === 'finished')
    expect(run.files.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: copies }, (_, at) => at + 1))
    expect(run.refused).toEqual([])
    expect(new Set(run.files.map(({ name }) => name)).size).toBe(copies)
    for (const { ordinal } of run.files.slice(0, 3)) {
      const file = await fetch(client().fileUrl('form.file', { runId, ordinal }), {
        headers: { Authorization: `Bearer ${token}` },
      })
      expect(
        Buffer.from(await file.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }
  },
  5 * 60_000,
)
