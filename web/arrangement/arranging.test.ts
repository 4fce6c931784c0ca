import { expect, test } from 'vitest'
import { moved } from './arranging.ts'

test.each([
  [0, 1, 'bac'],
  [2, -1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
  [9, 1, 'abc'],
] as const)('S1.3 the paper at %i moved by %i: %s', (from, step, order) => {
  expect(moved([...'abc'], from, step).join('')).toBe(order)
})
