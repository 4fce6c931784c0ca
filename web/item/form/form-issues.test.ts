import { expect, test } from 'vitest'
import { contractKind, documentKind } from '../../../domain/kinds/index.ts'
import { correctionIssues, issuesOf } from './form-issues.ts'
import { emptyForm } from './item-form.ts'

const good = {
  ...emptyForm,
  fondsId: `fonds_${'0'.repeat(26)}`,
  year: '2026',
  retention: 'D30',
  title: '关于做好夏季防暑工作的通知',
}

test('a draft needs no more than a title and its place', () => {
  expect(issuesOf(good, documentKind)).toEqual({})
})

test('what is missing and what is no number is said by name, where it stands', () => {
  const issues = issuesOf({ ...good, title: ' ', fondsId: '', pages: '十二', year: '26' }, documentKind)
  expect(Object.keys(issues).sort()).toEqual(['fondsId', 'pages', 'title', 'year'])
  expect(issues['title']?.zh).toBe('题名不能为空')
  expect(issues['pages']?.zh).toContain('整数')
})

test('S8.1 a kind’s own fields are judged by the kind', () => {
  const issues = issuesOf({ ...good, kind: 'contract', fields: { amount: '一万', signedOn: '2026-3' } }, contractKind)
  expect(Object.keys(issues)).toEqual(
    expect.arrayContaining(['fields.amount', 'fields.signedOn', 'fields.contractNo', 'fields.counterparty']),
  )
})

test('S1.5 a correction says nothing of the place', () => {
  expect(correctionIssues({ ...good, year: '', retention: '' }, documentKind)).toEqual({})
})
