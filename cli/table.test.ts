import { expect, test } from 'vitest'
import { drawTable } from './table.ts'
import { cut, plain, widthOf } from './width.ts'

test('a Chinese character takes two columns, and a table with both scripts stands straight', () => {
  expect([widthOf('档案'), widthOf('abc'), widthOf('（一）'), widthOf('é'), widthOf('👩‍🌾'), widthOf('𠮷')]).toEqual([
    4, 3, 6, 1, 2, 2,
  ])
  const { lines } = drawTable({
    columns: ['code', '题名'],
    rows: [
      ['A001', '奶牛'],
      ['档号', 'x'],
    ],
  })
  expect(lines).toEqual(['code  题名', '────  ────', 'A001  奶牛', '档号  x'])
})

test('a text is cut at a character, never inside one', () => {
  expect(cut('关于春季防疫的通知', 8)).toBe('关于春…')
  expect(widthOf(cut('关于春季防疫的通知', 9))).toBeLessThanOrEqual(9)
  expect(cut('abc', 3)).toBe('abc')
})

test('a table fits its terminal: long texts are cut, ids never, and what finds no room is named', () => {
  const id = 'item_01m86ed3927ksq5s7sf3hhggf3'
  const row = [id, '关于做好二〇二六年奶牛春季防疫工作的通知及其全部附件', 'document', '2026-03-01']
  const { lines, hidden } = drawTable({ columns: ['id', 'title', 'kind', 'date'], rows: [row] }, 60)
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(60)
  expect(lines[2]).toContain(id)
  expect(hidden).toEqual(['date'])
})

test('a title from the archive cannot steer the terminal', () => {
  expect(plain('红\u001b[31m字\u0007\r\n换行\u202e倒')).toBe('红[31m字 换行倒')
})
