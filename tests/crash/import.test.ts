import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../client/client.ts'
import { sendFile } from '../world/send-file.ts'
import { openForCrashes, type ServerProcess, startProcess } from './server-process.ts'

const rounds = Number(process.env['LANTAI_IMPORT_CRASH_ROUNDS'] ?? 4)
const rowCount = 3000

let folder: string
let server: ServerProcess
let token: string
let place: { fondsId: string; unitId: string }
const client = () => createClient({ base: server.base, token })

beforeAll(async () => {
  ;({ folder, server, token, place } = await openForCrashes())
}, 120_000)
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

const atWork = ['reading', 'checking', 'importing']

async function settled(importId: string) {
  for (;;) {
    const one = await client().ask('import.show', { importId })
    if (!atWork.includes(one.state)) return one
    await wait(50)
  }
}

const registered = async () =>
  (await client().ask('series.tree', { fondsId: place.fondsId })).series.reduce((sum, one) => sum + one.items, 0)

test(
  'S1.5 an import that a power cut ends leaves nothing or everything, and goes on by itself afterwards',
  async () => {
    for (let round = 0; round < rounds; round++) {
      const rows = Array.from({ length: rowCount }, (_, at) => `第${round}轮第${at}件,2025-03-05,永久`)
      const bytes = Buffer.from(['题名,日期,保管期限', ...rows].join('\n'))
      const uploadId = await sendFile({ base: server.base, token }, `第${round}轮.csv`, bytes)
      const { importId } = await client().tell('import.open', { uploadId })
      await settled(importId)
      await client().tell('import.check', {
        ...{ importId, fondsId: place.fondsId, kind: 'document', sheet: 'CSV', headRow: 1 },
        columns: ['title', 'date', 'retention'],
        constants: { unitId: place.unitId },
      })
      expect((await settled(importId)).state).toBe('checked')
      const before = await registered()
      await client().tell('import.run', { importId })
      await wait(round * 700)
      await server.killServer()
      server = await startProcess(folder)
      expect([before, before + rowCount]).toContain(await registered())
      expect(await settled(importId)).toMatchObject({ state: 'imported', items: rowCount })
      expect(await registered()).toBe(before + rowCount)
    }
  },
  rounds * 120_000,
)
