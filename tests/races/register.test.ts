import { afterAll, beforeAll, expect, test } from 'vitest'
import { finishLines } from '../../server/registry/finish-lines.ts'
import { itemiseLines } from '../../server/registry/itemise-lines.ts'
import { linkLines } from '../../server/registry/link-lines.ts'
import { registerLine } from '../../server/registry/register-line.ts'
import { type House, openHouse } from '../world/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house[Symbol.asyncDispose]())

const callers = 40

async function desk() {
  const unitId = await house.given.unit()
  const clerk = await house.given.person({ roles: ['archivist'], unitId })
  const fondsId = await house.given.fonds()
  const register = (at: number) =>
    house.call(registerLine, clerk, {
      fondsId,
      unitId,
      direction: 'received',
      registeredOn: '2026-03-02',
      counterpart: '市农业农村局',
      title: `第 ${at} 号来文`,
    })
  return { clerk, unitId, fondsId, register }
}

test('S1.1 forty clerks register at once: numbers 1 to 40, none twice, none left out, in the book and in the unit’s register', async () => {
  const { fondsId, register } = await desk()
  await Promise.all(Array.from({ length: callers }, (_, at) => register(at)))
  const { rows } = await house.pool.query(
    'select serial, unit_serial from register_line where fonds_id = $1 order by serial',
    [fondsId],
  )
  const numbers = Array.from({ length: callers }, (_, at) => at + 1)
  expect(rows.map(({ serial }) => serial)).toEqual(numbers)
  expect(rows.map(({ unit_serial: serial }) => serial).sort((a, b) => a - b)).toEqual(numbers)
})

test('S1.1 a registration that is refused or rolled back leaves no gap', async () => {
  const { clerk, fondsId, unitId, register } = await desk()
  await register(1)
  const line = { fondsId, unitId, direction: 'received', registeredOn: '2026-03-02', counterpart: '甲', title: '乙' }
  await house.call(registerLine, clerk, line as never, { dryRun: true })
  await house.refusal(registerLine, clerk, { ...line, uploadIds: ['upload_00000000000000000000000000'] })
  expect((await register(2)).code).toBe('收2026-0002')
})

test('S1.2 forty callers make an item of the same line: it becomes one', async () => {
  const { clerk, register } = await desk()
  const { lineId } = await register(1)
  await house.call(finishLines, clerk, { ids: [lineId] })
  const answers = await Promise.allSettled(
    Array.from({ length: callers }, () => house.call(itemiseLines, clerk, { lines: [{ lineId, retention: 'D30' }] })),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('S14.3 two lines are linked once, whoever links them from which side', async () => {
  const { clerk, register } = await desk()
  const [one, two] = [(await register(1)).lineId, (await register(2)).lineId]
  const answers = await Promise.allSettled(
    Array.from({ length: callers }, (_, at) =>
      house.call(linkLines, clerk, { fromId: at % 2 ? one : two, toId: at % 2 ? two : one, kind: 'reply' }),
    ),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
