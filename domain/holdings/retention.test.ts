import { describe, expect, test } from 'vitest'
import { builtInKinds } from '../kinds/index.ts'
import {
  compareRetention,
  isLongEnough,
  longestOf,
  type RetentionCode,
  readRetention,
  retentionCode,
  retentionEnd,
  retentionTitle,
} from './retention.ts'
import { minimumOf, retentionRows } from './retention-minimums.ts'

describe('S17.5 retention', () => {
  test.each<[string, boolean]>([
    ['Y', true],
    ['D30', true],
    ['D1', true],
    ['D999', true],
    ['D0', false],
    ['D030', false],
    ['D1000', false],
    ['y', false],
    ['', false],
  ])('S17.5 “%s” is a code: %s', (code, good) => expect(retentionCode.safeParse(code).success).toBe(good))

  test('S17.5 runs from the 1 January after the year: 10 years of 2022 end with 2032', () => {
    expect(retentionEnd(2022, 'D10')).toBe('2032-12-31')
    expect(retentionEnd(2022, 'Y')).toBeNull()
  })

  test('S17.5 is called 永久 or by its years', () => {
    expect(retentionTitle('Y')).toEqual({ title: '永久', titleEn: 'Permanent' })
    expect(retentionTitle('D30')).toEqual({ title: '30年', titleEn: '30 years' })
    expect(retentionTitle('D1').titleEn).toBe('1 year')
  })

  test.each<[string, RetentionCode | undefined]>([
    ['永久', 'Y'],
    ['Y', 'Y'],
    ['30年', 'D30'],
    ['定期 10 年', 'D10'],
    ['ｄ３０', 'D30'],
    ['10', 'D10'],
    ['长期', 'D50'],
    ['短期', 'D15'],
    ['L', 'D50'],
    ['S', 'D15'],
    ['001', 'Y'],
    ['003', 'D15'],
    ['很久', undefined],
    ['', undefined],
    ['0年', undefined],
    ['constructor', undefined],
  ])('S17.5 “%s” in an old register means %s', (text, code) => expect(readRetention(text)).toBe(code))

  test('S17.5 longer is always legal, shorter never', () => {
    expect(isLongEnough('D30', 'D30')).toBe(true)
    expect(isLongEnough('Y', 'D30')).toBe(true)
    expect(isLongEnough('D10', 'D30')).toBe(false)
    expect(isLongEnough('D999', 'Y')).toBe(false)
  })

  test('S17.5 a volume is kept as long as its longest member', () => {
    expect(longestOf(['D10', 'D30', 'D5'])).toBe('D30')
    expect(longestOf(['D10', 'Y', 'D30'])).toBe('Y')
    expect((['Y', 'D9', 'D30', 'Y'] as RetentionCode[]).sort(compareRetention)).toEqual(['D9', 'D30', 'Y', 'Y'])
  })
})

describe('S5.4 the legal minimum of a group of records', () => {
  test('S5.4 accounts, cattle and board papers have one, what is only recommended has none', () => {
    expect(minimumOf('accounting-voucher')).toBe('D30')
    expect(minimumOf('annual-financial-report')).toBe('Y')
    expect(minimumOf('cattle-record')).toBe('D20')
    expect(minimumOf('board-meeting')).toBe('Y')
    expect(minimumOf('commercial-contract')).toBeUndefined()
  })

  test('S5.4 every row has a code, two names and its basis', () => {
    for (const row of Object.values(retentionRows)) {
      expect(retentionCode.safeParse(row.retention).success, row.title).toBe(true)
      expect(row.title && row.titleEn && row.basis).toBeTruthy()
    }
  })

  test('S8.1 every kind proposes a retention that exists', () => {
    for (const kind of Object.values(builtInKinds))
      if ('retention' in kind) expect(retentionCode.safeParse(kind.retention.code).success, kind.code).toBe(true)
  })
})
