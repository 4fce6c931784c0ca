import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { enqueue } from '../platform/jobs.ts'
import { stagedPath } from '../store/staging.ts'
import { registerItem } from './register-item.ts'
import { sweepLeftovers } from './sweep-leftovers.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

test('S5.5 an upload that nobody attached is cleared after a week, one that hangs on an item never', async () => {
  const unitId = await house.given.unit()
  const clerk = await house.given.person({ roles: ['archivist'], unitId })
  const fondsId = await house.given.fonds()
  await house.given.upload(clerk, '没用上.txt', Buffer.from('没有人用的文件'))
  const used = await house.given.upload(clerk, '用上了.txt', Buffer.from('草稿里的文件'))
  await house.call(registerItem, clerk, { ...someDocument({ fondsId, unitId }), uploadIds: [used] })
  const staged = await house.runtime.db.selectFrom('blob').select(['sha256', 'size']).orderBy('size').execute()
  const paths = staged.map(({ sha256 }) => stagedPath(house.runtime.files.staging, sha256))
  const sweepAt = async (days: number) => {
    house.now = new Date(Date.now() + days * 86_400_000)
    await house.runtime.db.transaction().execute(tx => enqueue(tx, sweepLeftovers, {}))
    await house.runJobs()
    return paths.map(path => existsSync(path))
  }
  expect(await sweepAt(5)).toEqual([true, true])
  expect(await sweepAt(9)).toEqual([true, false])
})
