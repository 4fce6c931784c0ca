import { expect, test } from 'vitest'
import { documentKind } from '../../../domain/kinds/index.ts'
import { emptyForm } from './item-form.ts'
import { chooseYear } from './year-choice.ts'

test('S14.5 the year follows the date on the document, with its reason, until somebody writes another', () => {
  const dated = { ...emptyForm, date: '2025-12-30' }
  const followed = chooseYear(dated, documentKind, '2026')
  expect(followed).toMatchObject({ year: '2025', differs: false })
  expect(followed.proposal?.because.zh).toContain('成文日期')
  expect(chooseYear({ ...dated, year: '2026' }, documentKind, '2026')).toMatchObject({ year: '2026', differs: true })
})

test('S14.5 an undated document takes the year it was received, and without any date the year worked on', () => {
  const received = { ...emptyForm, fields: { receivedOn: '2024-01-05' } }
  expect(chooseYear(received, documentKind, '2026').year).toBe('2024')
  expect(chooseYear(emptyForm, documentKind, '2026')).toEqual({ year: '2026', proposal: undefined, differs: false })
})

test('S14.5 a date proposes its year while it is being typed in figures', () => {
  expect(chooseYear({ ...emptyForm, date: '20251230' }, documentKind, '2026').year).toBe('2025')
})

test('S14.5 half a date proposes nothing', () => {
  expect(chooseYear({ ...emptyForm, date: '2025-1' }, documentKind, '2026').year).toBe('2026')
})
