import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../domain/access/actor.ts'
import { contractKind, type KindDefinition } from '../../domain/kinds/index.ts'
import { type House, openHouse, someDocument } from '../../tests/world/house.ts'
import { chooseKinds } from './choose-kinds.ts'
import { defineKind, extendKind, showKinds } from './define-kind.ts'
import { describeItem } from './describe-item.ts'
import { chooseTemplate, listFonds } from './fonds.ts'
import { currentKind, storeBuiltInKinds } from './kinds.sql.ts'
import { numberItems } from './number-items.ts'
import { registerItem } from './register-item.ts'
import { showItem } from './show-item.ts'

let house: House
let head: Actor
let place: ReturnType<typeof someDocument>

beforeAll(async () => {
  house = await openHouse()
  const unitId = await house.given.unit('兽医组', 'SYZ')
  head = await house.given.person({ roles: ['archive-head'], unitId })
  place = someDocument({ fondsId: await house.given.fonds('A182'), unitId })
})
afterAll(() => house[Symbol.asyncDispose]())

const vaccine: KindDefinition = {
  code: 'vaccine',
  title: '免疫档案',
  categoryCode: 'ZY·MY',
  unit: 'item',
  codePattern: 'WS22',
  fields: {
    batchNo: { type: 'text', title: '疫苗批号', required: true },
    dose: { type: 'choice', title: '剂次', options: { first: '首免', second: '二免' } },
  },
}
const fields = { batchNo: '2026-03' }

test('S8.1 a kind that an archivist adds is described, numbered and shown like the others', async () => {
  await house.call(defineKind, head, { definition: vaccine })
  expect((await house.refusal(registerItem, head, { ...place, kind: 'vaccine' })).issues[0]?.zh).toBe(
    '疫苗批号不能为空',
  )
  const { itemId } = await house.call(registerItem, head, { ...place, kind: 'vaccine', fields })
  expect((await house.call(numberItems, head, { ids: [itemId] })).done[0]?.code).toBe('A182-ZY·MY·2026-D30-SYZ-0001')
  const { kinds } = await house.call(showKinds, head, {})
  expect(kinds.at(-1)).toMatchObject({ version: 1, customised: true, items: 1, kind: { title: '免疫档案' } })
})

test('S8.1 an extension is a new version; what was described before keeps its own until it is described again', async () => {
  const { itemId } = await house.call(registerItem, head, {
    ...place,
    kind: 'vaccine',
    fields: { ...fields, dose: 'first' },
  })
  const definition: KindDefinition = {
    ...vaccine,
    fields: {
      ...vaccine.fields,
      dose: { type: 'choice', title: '剂次', options: { first: '首免', second: '二免', third: '三免' }, retired: true },
      vet: { type: 'person', title: '兽医', required: true },
    },
  }
  await house.call(extendKind, head, { version: 1, definition })
  const { kind } = await house.call(showItem, head, { itemId })
  expect(Object.keys(kind.fields)).toEqual(['batchNo', 'dose'])
  const again = { ...place, kind: 'vaccine', itemId, revision: 1, fields: { ...fields, dose: 'first' } }
  expect((await house.refusal(describeItem, head, again)).issues.map(issue => issue.field)).toEqual(['fields.vet'])
  await house.call(describeItem, head, { ...again, fields: { ...again.fields, vet: '李兽医' } })
  const late = await house.refusal(extendKind, head, { version: 1, definition: vaccine })
  expect([late.code, late.params]).toEqual(['kind.changed', { version: 2 }])
})

test('S8.1 of two who extend a kind at once the second is told', async () => {
  const { version, kind } = await currentKind(house.runtime.reads, 'photo')
  const with_ = (name: string) =>
    house.call(extendKind, head, {
      version,
      definition: { ...kind, fields: { ...kind.fields, [name]: { type: 'text', title: name } } },
    })
  const answers = await Promise.allSettled([with_('one'), with_('two'), with_('three')])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: expect.stringMatching(/^kind\./) })
})

test('S8.1 nothing is taken away, and no code stands for two kinds', async () => {
  const refused = async (definition: object) =>
    (await house.refusal(extendKind, head, { version: 1, definition })).issues.map(issue => issue.field)
  const { amount: _gone, ...others } = contractKind.fields
  expect(await refused({ ...contractKind, fields: others })).toEqual(['definition.fields.amount'])
  expect(await refused({ ...contractKind, codePattern: '{item}{item}' })).toEqual(['definition.codePattern'])
  expect(await refused({ ...contractKind, fields: { ...contractKind.fields, x: { type: 'date' } } })).toEqual([
    'definition.fields.x.title',
  ])
  const define = async (change: object) =>
    (await house.refusal(defineKind, head, { definition: { ...vaccine, ...change } })).code
  expect(await define({ categoryCode: 'ZY·XX' })).toBe('kind.code-taken')
  expect(await define({ code: 'other' })).toBe('kind.category-taken')
  expect((await house.refusal(extendKind, head, { version: 1, definition: contractKind })).code).toBe(
    'kind.nothing-changed',
  )
})

test('S17.4 the administrators and the archivists who work by a kind do not change it', async () => {
  for (const role of ['system-administrator', 'security-officer', 'archivist', 'auditor'] as const) {
    const actor = await house.given.person({ roles: [role] })
    const refusal = await house.refusal(defineKind, actor, { definition: { ...vaccine, code: 'mine' } })
    expect(refusal.code).toBe('permission.required')
  }
})

test('S8.1 a new start adds to an extended kind what the release brings and leaves the rest as it was extended', async () => {
  const definition: KindDefinition = {
    ...contractKind,
    fields: { ...contractKind.fields, insuredOn: { type: 'date', title: '投保日期' } },
  }
  await house.call(extendKind, head, { version: 1, definition })
  await storeBuiltInKinds(house.runtime.db)
  const { version, kind } = await currentKind(house.runtime.reads, 'contract')
  expect([version, Object.keys(kind.fields).at(-1)]).toEqual([2, 'insuredOn'])
})

test('S1.2 the template chosen for a kind of a fonds makes its codes, and one it could not fill is refused', async () => {
  const fondsId = await house.given.fonds('Z109')
  const choose = { fondsId, kind: 'document' }
  expect((await house.call(chooseTemplate, head, { ...choose, template: 'WS13' })).example).toBe(
    'Z109-WS·2026·D30·BGS-0001',
  )
  const refused = async (template: string) => (await house.refusal(chooseTemplate, head, { ...choose, template })).code
  expect(await refused('KJ')).toBe('numbering.part-not-of-kind')
  expect(await refused('{fonds}-{item')).toBe('numbering.template-broken')
  const { itemId } = await house.call(registerItem, head, { ...place, fondsId })
  expect((await house.call(numberItems, head, { ids: [itemId] })).done[0]?.code).toBe('Z109-WS·2026·D30·SYZ-0001')
  expect((await house.call(chooseTemplate, head, { ...choose, template: null })).example).toBe(
    'Z109-WS·2026-D30-BGS-0001',
  )
})

test('S13.1 a fonds that names its kinds takes in no others, and takes up one that is added', async () => {
  const fondsId = await house.given.fonds('K021')
  await house.call(chooseKinds, head, { fondsId, kinds: ['photo', 'document'] })
  const refusal = await house.refusal(registerItem, head, { ...place, fondsId, kind: 'accounting' })
  expect([refusal.code, refusal.params]).toMatchObject(['kind.not-used', { kind: { zh: '会计档案' } }])
  await house.call(registerItem, head, { ...place, fondsId })
  expect((await house.refusal(chooseKinds, head, { fondsId, kinds: ['milk'] })).code).toBe('kind.unknown')
  await house.call(defineKind, head, { definition: { ...vaccine, code: 'feed', categoryCode: 'ZY·SL' } })
  await house.call(registerItem, head, { ...place, fondsId, kind: 'feed', fields })
  const { fonds } = await house.call(listFonds, head, {})
  expect(fonds.find(({ id }) => id === fondsId)?.kinds).toEqual(['document', 'photo', 'feed'])
})
