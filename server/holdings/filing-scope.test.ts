import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import type { ScopeRow } from '../../domain/holdings/filing-scope.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { readWorkbook } from '../spreadsheet/spreadsheet.ts'
import { exportScope, saveScope, showScope } from './filing-scope.ts'
import { registerItem } from './register-item.ts'
import { itemHistory } from './show-item.ts'

let house: House
let head: Actor
let unitId: string
let fondsId: string

beforeAll(async () => {
  house = await openHouse()
  unitId = await house.given.unit('兽医组', 'SYZ')
  head = await house.given.person({ roles: ['archive-head'], unitId })
  fondsId = await house.given.fonds('A182')
})
afterAll(() => house[Symbol.asyncDispose]())

const row = (matter: string, more: Partial<ScopeRow> = {}): ScopeRow => ({
  matter,
  keywords: '',
  kind: 'document',
  retention: 'D30',
  form: 'original',
  due: '次年6月底前',
  basis: '',
  ...more,
})
const markOf = async (unit: string | null) => (await house.call(showScope, head, { unitId: unit })).mark
const save = async (unit: string | null, rows: ScopeRow[]) =>
  house.call(saveScope, head, { unitId: unit, rows, mark: await markOf(unit) })

test('S5.4 what lies outside the scope of its unit is registered only with a reason, which stays in its history', async () => {
  const other = await house.given.unit('办公室', 'BGS')
  await save(unitId, [row('防疫、检疫', { retention: 'D20' })])
  const inside = someDocument({ fondsId, unitId })
  await house.call(registerItem, head, inside)
  const outside = { ...inside, title: '关于放假的通知' }
  const refusal = await house.refusal(registerItem, head, outside)
  expect([refusal.code, refusal.params]).toEqual(['scope.outside', { title: '关于放假的通知' }])
  const { itemId } = await house.call(registerItem, head, { ...outside, outsideScope: '涉及值班安排' })
  const { entries } = await house.call(itemHistory, head, { itemId })
  expect(entries[0]?.data).toMatchObject({ outsideScope: '涉及值班安排' })
  await house.call(registerItem, head, { ...outside, unitId: other })
})

test('S5.4 rows for every unit count beside the unit’s own', async () => {
  await save(null, [row('放假')])
  await house.call(registerItem, head, { ...someDocument({ fondsId, unitId }), title: '关于放假的通知' })
  const { rows, inForce } = await house.call(showScope, head, { unitId })
  expect([rows.length, inForce.map(({ matter }) => matter)]).toEqual([1, ['防疫、检疫', '放假']])
  await save(null, [])
})

test('S5.4 of two who save the same table at once one is told, and a kind that is not there is refused', async () => {
  const unit = await house.given.unit('产房', 'CF')
  const mark = await markOf(unit)
  const attempts = ['甲', '乙', '丙'].map(matter =>
    house.call(saveScope, head, { unitId: unit, mark, rows: [row(`${matter}类材料`)] }),
  )
  const answers = await Promise.allSettled(attempts)
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'scope.changed' })
  const strange = { unitId: unit, mark: await markOf(unit), rows: [row('奶样', { kind: 'milk' })] }
  expect((await house.refusal(saveScope, head, strange)).code).toBe('kind.unknown')
})

test('S5.4 the table is exported with the words of the archive room', async () => {
  const { body } = await house.runtime.db
    .transaction()
    .execute(tx => exportScope.run({ tx, actor: head, now: house.now }, { unitId }))
  const [sheet] = await readWorkbook(body as Uint8Array)
  expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
    ['归档范围', '关键词', '门类', '保管期限', '原件或复印件', '移交时间', '依据'],
    ['防疫、检疫', null, '文书档案', '20年', '原件', '次年6月底前'],
  ])
})

test('S17.4 an archivist reads the scope and does not change it', async () => {
  const archivist = await house.given.person({ roles: ['archivist'] })
  await house.call(showScope, archivist, { unitId })
  const change = { unitId, mark: await markOf(unitId), rows: [] }
  expect((await house.refusal(saveScope, archivist, change)).code).toBe('permission.required')
})
