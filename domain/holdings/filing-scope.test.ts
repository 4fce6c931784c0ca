import { expect, test } from 'vitest'
import { builtInKinds } from '../kinds/index.ts'
import { isOutsideScope, readScopeRows, type ScopeRow, scopeOfTitle, wordsOf } from './filing-scope.ts'

const row = (matter: string, more: Partial<ScopeRow> = {}): ScopeRow => ({
  matter,
  keywords: '',
  kind: 'document',
  retention: 'D30',
  form: 'original',
  due: '',
  basis: '',
  ...more,
})
const rows = [
  row('会议纪要、决议', { retention: 'Y' }),
  row('奶牛检疫和防疫材料', { keywords: '检疫、防疫' }),
  row('场务会议纪要', { retention: 'D10' }),
]

test.each([
  ['第一季度场务会议纪要', '场务会议纪要'],
  ['董事会会议纪要', '会议纪要、决议'],
  ['关于春季防疫的通知', '奶牛检疫和防疫材料'],
  ['关于放假的通知', undefined],
])('S5.4 “%s” falls under “%s”', (title, matter) => expect(scopeOfTitle(rows, title)?.row.matter).toBe(matter))

test('S5.4 a decision is asked for only where there is a table and nothing in it fits', () => {
  expect(isOutsideScope(rows, '关于放假的通知')).toBe(true)
  expect(isOutsideScope(rows, '会议纪要')).toBe(false)
  expect(isOutsideScope([], '关于放假的通知')).toBe(false)
})

test('S5.4 a row without keywords is told by the parts of what it says', () => {
  expect(wordsOf(row('劳动合同（正本）及附件'))).toEqual(['劳动合同', '正本', '附件'])
})

test('S5.4 rows copied from a sheet are read, its head passed over, and what is wrong is said by row', () => {
  const sheet = [
    '归档范围\t关键词\t门类\t保管期限\t原件或复印件\t移交时间\t依据',
    '会议纪要\t\t文书档案\t永久\t原件\t次年6月底前\t10号令 附件 2.2',
    '总账\t\t会计\t30年\t\t\t',
    '合同\t\t合同档案\t很久\t复印件\t\t',
    '',
    '照片\t活动、合影\tphoto\tD10\t复印件\t\t',
  ].join('\r\n')
  const { rows: read, issues } = readScopeRows(sheet, Object.values(builtInKinds))
  expect(read).toEqual([
    row('会议纪要', { retention: 'Y', due: '次年6月底前', basis: '10号令 附件 2.2' }),
    row('照片', { keywords: '活动、合影', kind: 'photo', retention: 'D10', form: 'copy' }),
  ])
  expect(issues).toMatchObject([
    { row: 3, zh: '没有门类“会计”' },
    { row: 4, zh: expect.stringContaining('很久') },
  ])
})
