import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileItems } from '../../server/holdings/file-items.ts'
import { numberItems, unnumberItem } from '../../server/holdings/number-items.ts'
import { registerItem } from '../../server/holdings/register-item.ts'
import { type House, openHouse, someDocument } from '../world/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

const callers = 40

async function drafts(count: number) {
  const unitId = await house.given.unit()
  const clerk = await house.given.person({ roles: ['archivist'], unitId })
  const fondsId = await house.given.fonds()
  const place = { ...someDocument({ fondsId, unitId }) }
  const ids = await Promise.all(
    Array.from(
      { length: count },
      async (_, at) => (await house.call(registerItem, clerk, { ...place, title: `第 ${at + 1} 号通知` })).itemId,
    ),
  )
  return { clerk, ids, fondsId }
}

test('S1.2 forty clerks number at once: no number twice, none left out', async () => {
  const { clerk, ids } = await drafts(callers)
  const answers = await Promise.all(ids.map(id => house.call(numberItems, clerk, { ids: [id] })))
  const serials = answers.map(({ done }) => Number(done[0]?.code?.slice(-4))).sort((a, b) => a - b)
  expect(serials).toEqual(Array.from({ length: callers }, (_, at) => at + 1))
})

test('S1.2 numbering that is rolled back leaves no gap', async () => {
  const { clerk, ids } = await drafts(3)
  await house.call(numberItems, clerk, { ids: [ids[0]!] })
  await house.call(numberItems, clerk, { ids: [ids[1]!] }, { dryRun: true })
  const { done } = await house.call(numberItems, clerk, { ids: [ids[2]!] })
  expect(done[0]?.code).toMatch(/-0002$/)
})

test('S1.2 forty callers number the same item: it gets one number', async () => {
  const { clerk, ids, fondsId } = await drafts(1)
  const answers = await Promise.allSettled(
    Array.from({ length: callers }, () => house.call(numberItems, clerk, { ids })),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { rows } = await house.pool.query('select last from code_counter where fonds_id = $1', [fondsId])
  expect(rows).toEqual([{ last: 1 }])
})

test('S1.2 only the last number can be withdrawn, and it is given again', async () => {
  const { clerk, ids } = await drafts(2)
  await house.call(numberItems, clerk, { ids })
  expect((await house.refusal(unnumberItem, clerk, { itemId: ids[0], reason: '年度有误' })).code).toBe('item.not-last')
  await house.call(unnumberItem, clerk, { itemId: ids[1]!, reason: '年度有误' })
  const { done } = await house.call(numberItems, clerk, { ids: [ids[1]!] })
  expect(done[0]?.code).toMatch(/-0002$/)
})

test('S1.5 forty callers file the same item: it is filed once', async () => {
  const { clerk, ids } = await drafts(1)
  await house.call(numberItems, clerk, { ids })
  const answers = await Promise.allSettled(Array.from({ length: callers }, () => house.call(fileItems, clerk, { ids })))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { rows } = await house.pool.query(
    `select count(*)::int as filed from audit_event where event = 'item.filed' and subject = $1`,
    ids,
  )
  expect(rows).toEqual([{ filed: 1 }])
})

test('S1.5 the same command sent twice with one key acts once and answers the same', async () => {
  const { clerk, ids } = await drafts(1)
  const answers = await Promise.all(
    [1, 2, 3].map(() => house.call(numberItems, clerk, { ids }, { idempotencyKey: 'once' })),
  )
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('S1.5 the trail of forty callers has no gap and its digests follow one another', async () => {
  const { checkChain } = await import('../../server/audit/check-trail.ts')
  const { clerk, ids } = await drafts(callers)
  await Promise.all(ids.map(id => house.call(numberItems, clerk, { ids: [id] })))
  expect(await checkChain(house.runtime.reads)).toMatchObject({ brokenAt: null })
})

test('S1.5 a key that was used for one command is refused for another', async () => {
  const { clerk, ids } = await drafts(2)
  await house.call(numberItems, clerk, { ids: [ids[0]!] }, { idempotencyKey: 'twice' })
  const second = house.call(numberItems, clerk, { ids: [ids[1]!] }, { idempotencyKey: 'twice' })
  await expect(second).rejects.toMatchObject({ code: 'idempotency.mismatch' })
})
