import { expect, test } from 'vitest'
import { builtInKinds, type KindDefinition } from '../kinds/index.ts'
import { readInput } from '../shared/issues.ts'
import { itemDescription } from './description.ts'
import { kindIssues } from './kind-issues.ts'

const issuesOf = (input: object) => readInput(itemDescription, { title: '年度总结', retention: 'D30', ...input }).issues

test('S1.2 a title and a retention are enough; the rest starts empty, internal and unreviewed', () => {
  expect(itemDescription.parse({ title: ' 年度总结 ', retention: 'D30' })).toEqual({
    title: '年度总结',
    selfMadeTitle: false,
    documentNo: '',
    creator: '',
    date: '',
    pages: null,
    copies: 1,
    secrecy: 'internal',
    openness: 'unreviewed',
    retention: 'D30',
    note: '',
  })
})

test.each([
  [{ title: '  ' }, '题名不能为空', 'Title must not be empty'],
  [{ title: '题'.repeat(301) }, '题名不能超过 300 个字', 'Title must not exceed 300 characters'],
  [{ title: '第一行\n第二行' }, '题名应为不换行的一行文字', 'Title must be a single line of text'],
  [{ documentNo: '号'.repeat(101) }, '文号不能超过 100 个字', 'Document number must not exceed 100 characters'],
  [{ creator: '者'.repeat(201) }, '责任者不能超过 200 个字', 'Creator must not exceed 200 characters'],
  [{ date: '2026-02-30' }, '日期应为年月日，如 2026-03-01', 'Date must be a date such as 2026-03-01'],
  [{ date: '20260301' }, '日期应为年月日，如 2026-03-01', 'Date must be a date such as 2026-03-01'],
  [{ pages: 100_001 }, '页数应为 0 到 100000 的整数', 'Pages must be a whole number from 0 to 100000'],
  [{ pages: 1.5 }, '页数应为 0 到 100000 的整数', 'Pages must be a whole number from 0 to 100000'],
  [{ copies: 0 }, '份数应为 1 到 100000 的整数', 'Copies must be a whole number from 1 to 100000'],
  [
    { secrecy: '绝密' },
    '密级应为以下之一：公开、内部、普通商密、核心商密',
    'Secrecy must be one of: Public, Internal, Trade secret, Core trade secret',
  ],
  [
    { openness: 'x' },
    '开放标识应为以下之一：开放、控制、延期开放、未审核',
    'Openness must be one of: Open, Controlled, Delayed, Unreviewed',
  ],
  [
    { retention: '30年' },
    '保管期限应为永久（Y）或年数（如 D30）',
    'Retention must be permanent (Y) or years (such as D30)',
  ],
  [{ retention: undefined }, '保管期限不能为空', 'Retention must not be empty'],
  [{ note: '注'.repeat(1001) }, '备注不能超过 1000 个字', 'Note must not exceed 1000 characters'],
  [{ 题名: 'x' }, '没有“题名”这个字段', 'There is no field “题名”'],
])('S1.2 %j is refused in words', (input, zh, en) => {
  expect(issuesOf(input)).toMatchObject([{ zh, en }])
})

test('S8.1 every built-in kind fits the holdings', () => {
  for (const kind of Object.values(builtInKinds)) expect(kindIssues(kind), kind.code).toEqual([])
})

test('S8.1 a kind that asks for what the holdings do not have is told so', () => {
  const kind: KindDefinition = {
    ...builtInKinds.document,
    secrecy: 'top-secret',
    codePattern: '{fonds}-{colour}-{item}',
    labels: { colour: { title: '颜色' } },
  }
  expect(kindIssues(kind)).toEqual([
    { field: 'secrecy', zh: '没有“top-secret”', en: 'There is no “top-secret”' },
    { field: 'labels.colour', zh: '没有“colour”', en: 'There is no “colour”' },
    { field: 'codePattern', zh: '档号模板里没有“colour”这个组成部分', en: 'A code template has no element “colour”' },
  ])
})
