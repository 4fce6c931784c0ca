import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dailyShare, roundDays } from './fixity.ts'

test('S5.5 the daily shares of a year less weekends and holidays come to the whole store', () => {
  expect(roundDays).toBeLessThanOrEqual(300)
  fc.assert(
    fc.property(fc.nat(3_000_000), stored => {
      expect(dailyShare(stored) * roundDays).toBeGreaterThanOrEqual(stored)
      expect(dailyShare(stored)).toBeLessThanOrEqual(stored)
    }),
  )
})

test('S5.5 a small store is read in days, a large one in even parts', () => {
  expect([0, 20, 400, 30_000, 1_000_000].map(dailyShare)).toEqual([0, 20, 50, 100, 3334])
})
