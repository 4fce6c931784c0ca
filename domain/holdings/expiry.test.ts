import { expect, test } from 'vitest'
import { daysLeft, expiryWindow } from './expiry.ts'

test('S17.1 what runs out within sixty days is reminded of, and what ran out a month ago still is', () => {
  expect(expiryWindow('2026-11-24')).toEqual({ from: '2026-10-25', to: '2027-01-23' })
  expect(expiryWindow('2028-01-01')).toEqual({ from: '2027-12-02', to: '2028-03-01' })
})

test.each([
  ['2026-11-24', 0],
  ['2026-11-25', 1],
  ['2026-11-23', -1],
  ['2027-01-23', 60],
])('S17.1 until %s there are %i days on 24 November 2026', (day, left) =>
  expect(daysLeft(day, '2026-11-24')).toBe(left),
)
