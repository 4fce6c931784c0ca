import { expect, test } from 'vitest'
import { alike, extensionChanges, extensionIssues, withRelease } from './extend.ts'
import { contractKind, type KindDefinition } from './index.ts'

const before: KindDefinition = contractKind
const withFields = (fields: KindDefinition['fields']): KindDefinition => ({ ...before, fields })
const { byTender, contractType, amount, ...others } = before.fields
const insuredOn = { type: 'date', title: '投保日期' } as const

test('S8.1 a kind may gain fields, choices, sections and papers, and a field may be retired', () => {
  const after: KindDefinition = {
    ...before,
    sections: { ...before.sections, insurance: { title: '保险' } },
    fields: {
      ...before.fields,
      insuredOn,
      byTender: { type: 'boolean', title: '经招标', retired: true },
      contractType: {
        ...contractKind.fields.contractType,
        options: { ...contractKind.fields.contractType.options, gift: '赠与' },
      },
    },
    checklist: [...contractKind.checklist, { code: 'policy', title: '保单' }],
  }
  expect(extensionIssues(before, after)).toEqual([])
  expect(extensionChanges(before, after)).toEqual({
    added: ['insuredOn'],
    retired: ['byTender'],
    changed: ['contractType'],
  })
})

test.each<[string, KindDefinition, string]>([
  ['loses a field', withFields({ ...others, contractType: contractType!, amount: amount! }), 'fields.byTender'],
  ['changes a type', withFields({ ...before.fields, amount: { type: 'text', title: '金额' } }), 'fields.amount.type'],
  [
    'loses a choice',
    withFields({ ...before.fields, contractType: { type: 'choice', title: '类型', options: { sale: '销售' } } }),
    'fields.contractType.options.purchase',
  ],
  ['changes its category', { ...before, categoryCode: 'ZY' }, 'categoryCode'],
  ['changes its method', { ...before, unit: 'volume' }, 'unit'],
])('S8.1 an extension that %s is refused', (_, after, field) => {
  expect(extensionIssues(before, after).map(issue => issue.field)).toContain(field)
})

test('S8.1 a release adds to a kind that was extended and takes nothing of it away', () => {
  const own = withFields({
    ...others,
    insuredOn,
    contractType: { type: 'choice', title: '种类', options: { own: '自定' } },
  })
  const merged = withRelease(own, before)
  expect(Object.keys(merged.fields)).toEqual(expect.arrayContaining(['insuredOn', 'byTender', 'amount']))
  expect(merged.fields['contractType']).toMatchObject({ title: '种类', options: { own: '自定', sale: '销售' } })
  expect(withRelease(merged, before)).toEqual(merged)
})

test('S8.1 the order of the fields is part of a kind, the order of what is said of one is not', () => {
  const turned = withFields(Object.fromEntries(Object.entries(before.fields).reverse()))
  expect(alike(before, turned)).toBe(false)
  expect(alike({ type: 'date', title: '投保日期' }, { title: '投保日期', type: 'date' })).toBe(true)
  expect(alike({ a: ['x'] }, { a: ['y'] })).toBe(false)
})
