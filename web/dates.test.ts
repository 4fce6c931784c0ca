import { expect, test } from 'vitest'
import { dateOf, daysBetween, momentOf, timeOf } from './dates.ts'

test('an instant is read on the clock of the archive, wherever the browser is', () => {
  expect(momentOf('2026-11-23T16:05:00Z')).toBe('2026-11-24 00:05')
  expect(dateOf('2026-11-23T15:59:59Z')).toBe('2026-11-23')
  expect(timeOf('2026-11-23T06:32:00Z')).toBe('14:32')
})

test('days between two dates count whole days, backwards as well', () => {
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
  expect(daysBetween('2026-11-24', '2026-11-20')).toBe(-4)
})
