import { expect, test } from 'vitest'
import { contractKind, documentKind } from '../../../domain/kinds/index.ts'
import { emptyForm, inputOf, withEntry, writtenIn } from './item-form.ts'

test('an empty box is no answer: it is left out of the fields, and pages are not counted yet', () => {
  const { fields, pages } = writtenIn({ ...emptyForm, fields: { direction: '', keywords: '  ' } }, documentKind)
  expect(fields).toEqual({})
  expect(pages).toBeNull()
})

test('figures are read as they are typed: full width, with separators, with a currency sign', () => {
  const typed = { ...emptyForm, pages: '１２', year: '2026', fields: { amount: '¥12,800.50', byTender: 'no' } }
  const input = inputOf(typed, contractKind)
  expect(input.pages).toBe(12)
  expect(input.fields).toEqual({ amount: '12800.50', byTender: false })
})

test('entries of a kind that was chosen before are kept, but not sent', () => {
  const typed = { ...emptyForm, kind: 'contract', fields: { urgency: 'flash', contractNo: '甲-1' } }
  expect(writtenIn(typed, contractKind).fields).toEqual({ contractNo: '甲-1' })
})

test('a date that bears the name of the item’s own date follows it until it is changed by itself', () => {
  const first = { ...emptyForm, ...withEntry(emptyForm, 'date', '2026-03-01', ['signedOn']) }
  expect(first.fields['signedOn']).toBe('2026-03-01')
  const apart = { ...first, ...withEntry(first, 'fields.signedOn', '2026-03-05', ['signedOn']) }
  expect(withEntry(apart, 'date', '2026-04-01', ['signedOn'])).toEqual({ date: '2026-04-01' })
})
