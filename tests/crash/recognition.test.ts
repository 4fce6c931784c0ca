import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../client/client.ts'
import { scanOf } from '../world/scan.ts'
import { sendFile } from '../world/send-file.ts'
import { openForCrashes, type ServerProcess, startProcess } from './server-process.ts'

let folder: string
let server: ServerProcess
let token: string
let place: { fondsId: string; unitId: string }

beforeAll(async () => {
  ;({ folder, server, token, place } = await openForCrashes())
}, 60_000)
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

const client = () => createClient({ base: server.base, token })

const words = ['口蹄疫免疫记录', '牛舍通风记录', '饲料采购合同', '挤奶设备检修']

test.skipIf(process.platform !== 'linux')(
  'S5.5 the power fails again and again while a scan is recognised: pages that were read stay, and it ends by itself',
  async () => {
    const pages = await Promise.all(words.map(line => scanOf(['关于防疫的通知', line])))
    const tiff = await sharp(pages, { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer()
    const uploadIds = [await sendFile({ base: server.base, token }, '四页.tif', tiff)]
    const { itemId } = await client().tell('item.register', {
      ...place,
      kind: 'document',
      year: 2026,
      title: '四页扫描件',
      retention: 'D30',
      uploadIds,
    })
    const componentId = (await client().ask('item.show', { itemId })).components[0]!.id
    const shown = () => client().ask('recognition.show', { componentId })
    const read = async () => (await shown()).pages?.done ?? 0
    for (let killed = 0; killed < 3; killed++) {
      const before = await read()
      await until(async () => (await read()) > before)
      const kept = await read()
      await server.killServer()
      if (killed === 1) server.killDatabase()
      server = await startProcess(folder)
      expect(await read()).toBeGreaterThanOrEqual(kept)
    }
    await until(async () => (await shown()).textState === 'done')
    expect((await shown()).pages).toEqual({ all: words.length, done: words.length, failed: 0 })
    const found = await Promise.all(
      words.map(text => client().ask('component.find', { componentId, text: text.slice(0, 2) })),
    )
    expect(found.map(({ hits }) => hits.at(-1)?.page)).toEqual([1, 2, 3, 4])
  },
  5 * 60_000,
)

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (await done()) return
    await wait(100)
  }
  throw new Error('it did not happen within two minutes')
}
