import { expect, test } from 'vitest'
import { daysBefore, quarterOf } from './periods.ts'

test('a quarter runs from its first day to its last, also over the turn of a year', () => {
  expect(quarterOf('2026-11-24')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(quarterOf('2026-02-28')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect(quarterOf('2026-02-28', 1)).toEqual({ from: '2025-10-01', to: '2025-12-31' })
})

test('days before a date count over the end of a month', () => {
  expect(daysBefore('2026-03-03', 6)).toBe('2026-02-25')
})
