import { expect, test } from 'vitest'
import { readTypedDate } from './typed-date.ts'

const today = '2026-11-24'

test.each([
  ['20261123', '2026-11-23'],
  ['2026-11-23', '2026-11-23'],
  ['2026.1.5', '2026-01-05'],
  ['2026/01/05', '2026-01-05'],
  ['2026年11月23日', '2026-11-23'],
  ['２０２６１１２３', '2026-11-23'],
  [' 2026 年 3 月 1 日 ', '2026-03-01'],
])('a date typed as %s is read as %s', (typed, date) => {
  expect(readTypedDate(typed, today)).toBe(date)
})

test.each([
  ['1123', '2026-11-23'],
  ['11-23', '2026-11-23'],
  ['3.1', '2026-03-01'],
  ['3月1日', '2026-03-01'],
])('%s without a year is of this year', (typed, date) => {
  expect(readTypedDate(typed, today)).toBe(date)
})

test.each(['20260230', '1345', '去年', '2026', ''])('%j is no date and stays as typed', typed => {
  expect(readTypedDate(typed, today)).toBe(typed)
})

test('29 February is a date in a leap year only', () => {
  expect(readTypedDate('20240229', today)).toBe('2024-02-29')
  expect(readTypedDate('20230229', today)).toBe('20230229')
})
