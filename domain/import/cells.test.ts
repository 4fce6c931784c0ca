import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Cell,
  namesOf,
  readChoice,
  readCount,
  readDay,
  readMoney,
  readSecrecy,
  readYear,
  readYesNo,
  type Understood,
} from './cells.ts'

const got = <T>(understood: Understood<T>): T | 'refused' => ('value' in understood ? understood.value : 'refused')

test.each<[Cell, string]>([
  ['2024-03-05', '2024-03-05'],
  ['2024.3.5', '2024-03-05'],
  ['２０２４．３．５', '2024-03-05'],
  ['2024/3/5', '2024-03-05'],
  ['2024年3月5日', '2024-03-05'],
  ['2024年3月5', '2024-03-05'],
  ['二〇二四年三月五日', '2024-03-05'],
  ['二○二四年十二月三十一日', '2024-12-31'],
  ['二零二四年十月二十日', '2024-10-20'],
  ['20240305', '2024-03-05'],
  [20240305, '2024-03-05'],
  [45356, '2024-03-05'],
  ['45356', '2024-03-05'],
  [45356.75, '2024-03-05'],
  ['2024-03-05T08:30:00', '2024-03-05'],
  ['2024-3-5 8:30', '2024-03-05'],
  ['2024-02-29', '2024-02-29'],
  [null, ''],
  ['', ''],
])('S1.1 the day %j is %s', (cell, day) => expect(got(readDay(cell))).toBe(day))

test.each<[Cell, string]>([
  ['24/3/5', '分不清年月日'],
  ['3/5/2024', '分不清年月日'],
  ['24年3月5日', '分不清年月日'],
  ['2024年3月', '请写到日'],
  ['2024-03', '请写到日'],
  [202403, '请写到日'],
  [2024, '请写到日'],
  ['2024年', '请写到日'],
  ['2023-02-29', '没有这一天'],
  ['20241301', '没有这一天'],
  ['去年春天', '不是日期'],
  ['=A1', '不是日期'],
])('S1.1 the day %j is refused, never guessed: %s', (cell, says) => {
  expect(readDay(cell)).toMatchObject({ zh: expect.stringContaining(says), en: expect.any(String) })
})

test('S1.1 every day of two centuries is read in each of its writings, and as Excel counts it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 109_574 }), serial => {
      const iso = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
      const [year, month, day] = iso.split('-').map(Number)
      for (const cell of [
        serial,
        iso,
        `${year}.${month}.${day}`,
        `${year}年${month}月${day}日`,
        iso.replaceAll('-', ''),
      ])
        expect(got(readDay(cell)), String(cell)).toBe(iso)
    }),
    { numRuns: 300 },
  )
})

test('no cell whatever breaks a reader', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.constant(null))
  fc.assert(
    fc.property(cell, one => {
      for (const read of [readDay, readCount, readYear, readMoney, readYesNo, readSecrecy]) read(one)
    }),
    { numRuns: 1000 },
  )
})

describe('figures', () => {
  test.each<[Cell, number | null | 'refused']>([
    ['３', 3],
    ['共12页', 12],
    ['1,204', 1204],
    [3, 3],
    ['3.0', 3],
    [' ', null],
    [3.5, 'refused'],
    ['三', 'refused'],
    ['-1', 'refused'],
  ])('the count %j is %j', (cell, count) => expect(got(readCount(cell))).toBe(count))

  test.each<[Cell, number | 'refused']>([
    ['2024年度', 2024],
    ['二〇二四年', 2024],
    [2024, 2024],
    ['2024-03-05', 2024],
    ['24', 'refused'],
  ])('the year %j is %j', (cell, year) => expect(got(readYear(cell))).toBe(year))

  test.each<[Cell, string]>([
    ['￥12,800.50', '12800.50'],
    ['12800元', '12800'],
    [12800.5, '12800.5'],
    ['007.10', '7.10'],
    ['一万', 'refused'],
    ['1.234', 'refused'],
  ])('the amount %j is %j', (cell, amount) => expect(got(readMoney(cell))).toBe(amount))
})

test('choices are known by their title in either language, or by their code', () => {
  const names = namesOf({ sale: '销售', purchase: '采购' }, { sale: 'Sale' })
  expect(['销售', 'SALE', ' sale ', '采购'].map(cell => got(readChoice(cell, names)))).toEqual([
    'sale',
    'sale',
    'sale',
    'purchase',
  ])
  expect(readChoice('租赁', names)).toMatchObject({ zh: '“租赁”不在可选范围：销售、采购' })
  expect(got(readSecrecy('普通商密'))).toBe('trade-secret')
  expect([got(readYesNo('√')), got(readYesNo('否')), got(readYesNo('也许'))]).toEqual([true, false, 'refused'])
})
