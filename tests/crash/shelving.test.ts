import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, createClient } from '../../client/client.ts'
import { openForCrashes, type ServerProcess, startProcess } from './server-process.ts'

const rounds = Number(process.env['LANTAI_CRASH_ROUNDS'] ?? 6)
const clerksAtOnce = 3

let folder: string
let server: ServerProcess
let token: string
let seriesId: string
/** Boxes that the server has told somebody are shelved or moved, and where; the last word about each. */
const acknowledged = new Map<string, string>()

const asClerk = () => createClient({ base: server.base, token })

beforeAll(async () => {
  const opened = await openForCrashes()
  ;({ folder, server, token } = opened)
  const client = asClerk()
  await client.tell('item.register', { ...opened.place, kind: 'document', year: 2026, title: '通知', retention: 'D30' })
  seriesId = (await client.ask('series.tree', { fondsId: opened.place.fondsId })).series[0]!.id
  const shape = { rows: 4, bays: 5, shelves: 6, slots: 1, sides: 1 as const, slotMm: 900 }
  await client.tell('location.build', { code: '1', name: '库房', ...shape })
})
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Shelves boxes where the system tells and moves each second one, until the server is gone. */
async function keepShelving(client: Client): Promise<void> {
  const room = (await client.ask('location.list', {})).rooms[0]!.id
  for (let at = 0; ; at++) {
    const { boxId } = await client.tell('box.create', { seriesId, thicknessMm: 20 })
    const { done } = await client.tell('place.assign', { thingIds: [boxId], locationId: room })
    acknowledged.set(boxId, done[0]!.location)
    if (at % 2 === 0) continue
    const row = (await client.ask('location.plan', { locationId: room })).places.filter(({ level }) => level === 'row')
    // Between the two answers the box may stand at either place, and nowhere else.
    acknowledged.set(boxId, `${done[0]!.location} or moved`)
    const moved = await client.tell('place.move', { thingIds: [boxId], locationId: row.at(-1)!.id, reason: '倒架' })
    acknowledged.set(boxId, moved.done[0]!.location)
  }
}

async function assertShelvesAgree(client: Client): Promise<void> {
  for (const [boxId, location] of acknowledged) {
    const { found } = await client.ask('place.show', { thingId: boxId })
    if (location.endsWith(' or moved')) expect(found.place).not.toBeNull()
    else expect(found.place?.code).toBe(location)
  }
  const room = (await client.ask('location.list', {})).rooms[0]!
  const { shelves } = await client.ask('location.plan', { locationId: room.id })
  let standing = 0
  for (const [id, { usedMm }] of Object.entries(shelves).filter(([, shelf]) => shelf.things > 0 || shelf.usedMm > 0)) {
    const { slots } = await client.ask('location.show', { locationId: id })
    const things = slots.flatMap(slot => slot.things)
    expect(things.reduce((sum, { thicknessMm }) => sum + thicknessMm, 0)).toBe(usedMm)
    standing += things.length
  }
  expect(standing).toBeGreaterThanOrEqual(acknowledged.size)
}

const here = process.platform === 'linux'

test.skipIf(!here)(
  `S1.4 the power fails ${rounds} times while boxes are shelved and moved: none acknowledged is lost, every length is right`,
  async () => {
    for (let round = 0; round < rounds; round++) {
      const shelving = Array.from({ length: clerksAtOnce }, () => keepShelving(asClerk()).catch(() => undefined))
      await wait(150 + ((round * 37) % 400))
      if (round % 3 === 1) server.killDatabase()
      await server.killServer()
      if (round % 3 === 2) server.killDatabase()
      await Promise.all(shelving)
      server = await startProcess(folder)
      await assertShelvesAgree(asClerk())
    }
    expect(acknowledged.size).toBeGreaterThan(0)
  },
  5 * 60_000,
)
