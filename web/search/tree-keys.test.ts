import { expect, test } from 'vitest'
import type { Branch } from './series-tree.ts'
import { linesOf, pressTreeKey } from './tree-keys.ts'

const branch = (key: string, ...branches: Branch[]): Branch => ({
  key,
  title: { zh: key, en: key },
  place: { series: key },
  items: 1,
  series: [],
  branches,
})
const tree = [branch('a', branch('a1', branch('a11')), branch('a2')), branch('b')]
const keys = (open: string[]) => linesOf(tree, key => open.includes(key)).map(line => line.branch.key)

test('only what stands in open branches is a line', () => {
  expect(keys([])).toEqual(['a', 'b'])
  expect(keys(['a'])).toEqual(['a', 'a1', 'a2', 'b'])
  expect(keys(['a1'])).toEqual(['a', 'b'])
})

test('right opens and then goes in, left closes and then goes out', () => {
  const closed = linesOf(tree, () => false)
  const open = linesOf(tree, key => key === 'a')
  expect(pressTreeKey('ArrowRight', closed, 0)).toEqual({ toggle: 'a' })
  expect(pressTreeKey('ArrowRight', open, 0)).toEqual({ to: 'a1' })
  expect(pressTreeKey('ArrowRight', open, 2)).toBeUndefined()
  expect(pressTreeKey('ArrowLeft', open, 1)).toEqual({ to: 'a' })
  expect(pressTreeKey('ArrowLeft', open, 0)).toEqual({ toggle: 'a' })
  expect(pressTreeKey('ArrowLeft', closed, 1)).toBeUndefined()
})

test('arrows stop at both ends', () => {
  const lines = linesOf(tree, () => false)
  expect(pressTreeKey('ArrowUp', lines, 0)).toEqual({ to: 'a' })
  expect(pressTreeKey('ArrowDown', lines, 1)).toEqual({ to: 'b' })
})
