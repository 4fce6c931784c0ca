import { expect, test } from 'vitest'
import { builtInKinds } from '../../../domain/kinds/index.ts'
import { issuesOf } from './form-issues.ts'
import { emptyForm } from './item-form.ts'
import { withRetention } from './retention-choice.ts'

const kind = builtInKinds.accounting
const choose = (recordSort: string) => ({ fields: { recordSort } })

test('S5.4 the retention follows the sort of record until somebody chose another', () => {
  const begun = { ...emptyForm, kind: 'accounting', retention: 'D30' }
  expect(withRetention(begun, choose('annual-report'), kind)).toEqual({ ...choose('annual-report'), retention: 'Y' })
  const chosen = { ...begun, retention: 'D50' }
  expect(withRetention(chosen, choose('annual-report'), kind)).toEqual(choose('annual-report'))
})

test('S5.4 a retention that is too short is marked before it is sent', () => {
  const form = { ...emptyForm, kind: 'accounting', retention: 'D10', title: '总账', ...choose('ledger') }
  expect(issuesOf(form, kind)['retention']?.zh).toContain('最低保管30年')
})
