import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contractKind, documentKind } from '../kinds/index.ts'
import { findHeads, foldHead, proposeColumns, signatureOf, targetsOf } from './columns.ts'

const documents = targetsOf(documentKind)

test.each([
  [
    ['序号', '题名', '文号', '责任者', '日期', '页数', '备注'],
    [null, 'title', 'documentNo', 'creator', 'date', 'pages', 'note'],
  ],
  [
    ['归档年度', '标题*', '发文字号', '发文单位', '成文日期（年月日）', '张数', '保管期限', '档 号', '密级', '部门'],
    ['year', 'title', 'documentNo', 'creator', 'date', 'pages', 'retention', 'code', 'secrecy', 'unit'],
  ],
  [
    ['文件名称', '文件名', '单位', '份数', '主题词'],
    ['title', 'fileName', 'creator', 'copies', 'fields.keywords'],
  ],
  [
    ['题名', '标题'],
    ['title', null],
  ],
])('S1.1 the heads %j are known', (heads, expected) => expect(proposeColumns(heads, documents)).toEqual(expected))

test('S8.1 a kind has its own names for what every item has, and its own fields', () => {
  expect(proposeColumns(['合同编号', '题名', '对方单位', '合同金额', '签订日期'], targetsOf(contractKind))).toEqual([
    'fields.contractNo',
    'title',
    'fields.counterparty',
    'fields.amount',
    'fields.signedOn',
  ])
})

test('the heads stand below merged titles, remarks and blank rows', () => {
  const rows = [
    ['青原奶牛场2024年收文登记簿'],
    ['填表人：李档案', null, '2024年'],
    ['序号', '文件题名', '文号', '页数'],
    [1, '通知', 'x', 2],
  ]
  expect(
    findHeads(
      rows.map(cells => ({ cells })),
      documents,
    ),
  ).toBe(2)
  expect(findHeads([{ cells: ['a'] }, { cells: ['甲', '乙'] }], documents)).toBe(1)
  expect(findHeads([], documents)).toBe(-1)
})

test('no column is proposed twice, whatever the heads', () => {
  const head = fc.oneof(fc.constantFrom(...documents.flatMap(({ heads }) => heads)), fc.string(), fc.constant(null))
  fc.assert(
    fc.property(fc.array(head, { maxLength: 30 }), heads => {
      const proposed = proposeColumns(heads, documents).filter(one => one !== null)
      expect(new Set(proposed).size).toBe(proposed.length)
      expect(proposeColumns(heads, documents)).toHaveLength(heads.length)
    }),
  )
})

test('heads are the same however they are spaced, starred or explained', () => {
  expect(foldHead(' 题　名 *（必填）')).toBe('题名')
  expect(signatureOf(['题 名', '文号：', null, ''])).toBe('题名|文号')
})
