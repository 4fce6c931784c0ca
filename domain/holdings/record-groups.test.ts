import { expect, test } from 'vitest'
import { builtInKinds } from '../kinds/index.ts'
import { assertRetentionLawful, proposeRetention, retentionIssue, retentionRowOf } from './record-groups.ts'
import type { RetentionCode } from './retention.ts'

const account = (recordSort: string) => ({ recordSort })

test.each<[string, Record<string, unknown>, RetentionCode, boolean]>([
  ['accounting', account('voucher'), 'D30', true],
  ['accounting', account('voucher'), 'Y', true],
  ['accounting', account('voucher'), 'D10', false],
  ['accounting', account('ledger'), 'D15', false],
  ['accounting', account('annual-report'), 'D30', false],
  ['accounting', account('annual-report'), 'Y', true],
  ['accounting', account('periodic-report'), 'D10', true],
  ['accounting', account('periodic-report'), 'D9', false],
  ['accounting', account('bank-reconciliation'), 'D5', false],
  ['accounting', account('fixed-asset-card'), 'D5', true],
  ['accounting', account('destruction-list'), 'D30', false],
  ['accounting', account('other'), 'D1', true],
  ['resolution', { body: 'board', outcome: 'passed' }, 'D30', false],
  ['resolution', { body: 'board', outcome: 'rejected' }, 'D10', true],
  ['resolution', { body: 'board', outcome: 'rejected' }, 'D5', false],
  ['resolution', { body: 'management', outcome: 'passed' }, 'D10', true],
  ['personnel', { material: 'labour-contract' }, 'D1', false],
  ['certificate', { certificateSort: 'business-licence' }, 'D30', false],
  ['contract', {}, 'D10', true],
  ['constructor', {}, 'D1', true],
])('S5.4 %s with %j for %s is long enough: %s', (kind, fields, chosen, good) => {
  expect(retentionIssue(kind, fields, chosen) === undefined).toBe(good)
})

test('S5.4 the refusal names the law, the least period and the field', () => {
  expect(() => assertRetentionLawful('accounting', account('ledger'), 'D10')).toThrow(
    expect.objectContaining({
      code: 'retention.too-short',
      issues: [
        expect.objectContaining({
          field: 'retention',
          zh: '“总账、明细账、日记账、辅助账簿”最低保管30年，不能选10年（会计档案管理办法（财政部、国家档案局令第79号）附表）',
        }),
      ],
    }),
  )
})

test('S5.4 a retention is proposed with its basis: the sort of record first, then the kind', () => {
  expect(proposeRetention(builtInKinds.accounting, account('annual-report'))).toMatchObject({ retention: 'Y' })
  expect(proposeRetention(builtInKinds.document, {})).toMatchObject({
    retention: 'D30',
    because: { zh: '文书档案的默认期限' },
  })
  expect(proposeRetention(builtInKinds.photo, {})).toBeUndefined()
})

test('S5.4 each value that a group waits for is one of its kind', () => {
  for (const code of ['voucher', 'tax-return', 'internal-control'])
    expect(Object.keys(builtInKinds.accounting.fields.recordSort.options)).toContain(code)
  const sorted = Object.keys(builtInKinds.accounting.fields.recordSort.options).filter(code => code !== 'other')
  expect(sorted.filter(code => !retentionRowOf('accounting', account(code)))).toEqual([])
})
