import { expect, test } from 'vitest'
import { contractKind } from '../../domain/kinds/index.ts'
import { sentenceOf } from './history-sentences.ts'
import type { HistoryEntry } from './item-queries.ts'

const names = {
  kind: contractKind,
  unitName: (id: string) => (id === 'unit_1' ? '财务部' : id),
  kindTitle: () => '合同档案',
  language: 'zh',
} as const

const entry = (event: string, data: unknown): HistoryEntry => ({
  seq: 1,
  at: '2026-11-24T02:32:00Z',
  actorName: '王敏',
  event,
  title: event,
  titleEn: event,
  data,
})

test('S1.5 a correction is told with the old and the new value of each field, and its reason', () => {
  const { what, changes, reason } = sentenceOf(
    entry('item.corrected', {
      before: { title: '销售合同', secrecy: 10, dated_on: null, fields: { amount: '12800', byTender: true } },
      after: {
        title: '牛奶销售合同',
        secrecy: 20,
        dated_on: '2026-03-01',
        fields: { amount: '12800.5', byTender: true },
      },
      reason: '录入有误',
    }),
    names,
  )
  expect(what).toBe('更正：题名、签订日期、密级、合同金额')
  expect(changes).toEqual([
    { title: '题名', from: '销售合同', to: '牛奶销售合同' },
    { title: '签订日期', from: '', to: '2026-03-01' },
    { title: '密级', from: '内部', to: '普通商密' },
    { title: '合同金额', from: '12,800.00', to: '12,800.50' },
  ])
  expect(reason).toBe('录入有误')
})

test('a change of place is told by the names of units and periods, not by their codes', () => {
  const { changes } = sentenceOf(
    entry('item.described', {
      before: { unit_id: null, retention: 'D30', year: 2025, self_made_title: false },
      after: { unit_id: 'unit_1', retention: 'Y', year: 2026, self_made_title: true },
    }),
    names,
  )
  expect(changes).toEqual([
    { title: '保管期限', from: '30年', to: '永久' },
    { title: '年度', from: '2025', to: '2026' },
    { title: '机构', from: '', to: '财务部' },
    { title: '自拟题名', from: '否', to: '是' },
  ])
})

test('what happens to numbers and files is a sentence; an event of a later version keeps its own title', () => {
  expect(sentenceOf(entry('item.unnumbered', { code: 'A001-0001', reason: '编早了' }), names)).toMatchObject({
    what: '撤销编号 A001-0001',
    reason: '编早了',
  })
  expect(sentenceOf(entry('item.filed', { code: 'A001-0001', components: 2 }), names).what).toBe('归档，电子文件 2 个')
  expect(sentenceOf(entry('item.lent', {}), names).what).toBe('item.lent')
})
