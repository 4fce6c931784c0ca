import { expect, test } from 'vitest'
import { scaleFor, stepFrom } from './view-size.ts'

const a4 = { width: 600, height: 800 }

test('a page is as wide as its pane, or whole in it, or as large as somebody chose', () => {
  expect(scaleFor('width', a4, { width: 300, height: 100 })).toBe(0.5)
  expect(scaleFor('whole', a4, { width: 1200, height: 400 })).toBe(0.5)
  expect(scaleFor(2, a4, { width: 1, height: 1 })).toBe(2)
})

test('from any size the next step is larger or smaller, and the last step stays', () => {
  expect(stepFrom(0.71, 1)).toBe(0.8)
  expect(stepFrom(0.71, -1)).toBe(0.67)
  expect(stepFrom(1, 1)).toBe(1.25)
  expect(stepFrom(6, 1)).toBe(6)
})
