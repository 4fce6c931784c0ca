import { expect, test } from 'vitest'
import { builtInKinds, fieldDefinition } from '../../domain/kinds/index.ts'
import { blankKind, fieldForm, fieldOf, freeCode, withOptions } from './kind-draft.ts'

test('S8.1 opening a field and saving it unchanged changes nothing', () => {
  for (const kind of Object.values(builtInKinds))
    for (const [name, field] of Object.entries(kind.fields))
      expect(fieldOf(fieldForm(kind, name), field), name).toEqual(field)
})

test('S8.1 choices are only added, under codes of their own, and none twice', () => {
  expect(withOptions({ sale: '销售' }, '租赁\n\n销售\n 租赁 \n借款')).toEqual({
    sale: '销售',
    option1: '租赁',
    option2: '借款',
  })
})

test('S8.1 a new field gets a free name and is one the vocabulary knows', () => {
  expect(freeCode('field', { field1: 1, field2: 1 })).toBe('field3')
  const form = { ...fieldForm(blankKind), title: ' 剂量 ', type: 'number' as const, unit: '毫升', required: true }
  expect(fieldDefinition.parse(fieldOf(form))).toEqual({ type: 'number', title: '剂量', unit: '毫升', required: true })
})
