import { expect, test } from 'vitest'
import { markOf, readMark } from './mark.ts'

const box = 'box_01kaxk5m3zq0v8w2n4r6t8y0ab'

test('S5.6 the mark on a label leads back to the very box it was printed for', () => {
  expect(markOf(box)).toBe('B01KAXK5M3ZQ0V8W2N4R6T8Y0AB')
  expect(readMark(` ${markOf(box).toLowerCase()}\r`)).toEqual({ thing: 'box', id: box })
})

test('S5.6 a code that is no mark of ours is told apart', () => {
  expect(['', 'A182-WS·2022-Y-0001', 'X01KAXK5M3ZQ0V8W2N4R6T8Y0AB', 'B01'].map(readMark)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('S5.6 what carries no mark cannot be given one', () => {
  expect(() => markOf('session_01kaxk5m3zq0v8w2n4r6t8y0ab')).toThrow()
})
