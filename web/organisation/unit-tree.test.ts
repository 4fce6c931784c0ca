import { expect, test } from 'vitest'
import { flat, growUnits, type Unit, withBelow } from './unit-tree.ts'

const unit = (id: string, parentId: string | null = null): Unit => ({ id, parentId, name: id, code: id, own: false })
// A child may come before its parent: units are listed by when they were made, and a parent can be made later.
const units = [unit('场部'), unit('挤奶班', '奶厅组'), unit('奶厅组', '场部'), unit('财务部'), unit('旧班组', '已不在')]

test('units stand under their parents, and a unit without a known parent stands at the top', () => {
  expect(flat(growUnits(units)).map(({ unit: { id }, depth }) => `${depth} ${id}`)).toEqual([
    '0 场部',
    '1 奶厅组',
    '2 挤奶班',
    '0 财务部',
    '0 旧班组',
  ])
})

test('a unit is listed together with all that lie below it', () => {
  expect([...withBelow(units, '场部')]).toEqual(['场部', '奶厅组', '挤奶班'])
  expect([...withBelow(units, '财务部')]).toEqual(['财务部'])
})
