import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contractKind } from '../kinds/index.ts'
import { readSearch, type SearchRequest, writeSearch } from './search-syntax.ts'

const read = (box: string) => readSearch(box, [contractKind])

test.each<[string, Partial<SearchRequest>]>([
  ['春季 防疫', { words: '春季 防疫' }],
  [
    '题名:防疫 责任者：兽医组 春季',
    {
      words: '春季',
      inFields: [
        { field: 'title', text: '防疫' },
        { field: 'creator', text: '兽医组' },
      ],
    },
  ],
  [
    'title:"two words" number:牧发〔2026〕3号',
    {
      inFields: [
        { field: 'title', text: 'two words' },
        { field: 'documentNo', text: '牧发〔2026〕3号' },
      ],
    },
  ],
  ['对方单位:某某乳业', { inFields: [{ field: 'fields.counterparty', text: '某某乳业' }] }],
  ['会议:纪要 档案', { words: '会议:纪要 档案' }],
  ['档号:a001-ws·2024*', { code: 'A001-WS·2024' }],
  ['年度:2020..2024', { years: { from: 2020, to: 2024 } }],
  ['年度:2024', { years: { from: 2024, to: 2024 } }],
  ['日期:2024', { dates: { from: '2024-01-01', to: '2024-12-31' } }],
  ['日期:2024-02', { dates: { from: '2024-02-01', to: '2024-02-29' } }],
  ['日期:..2024-05-06', { dates: { to: '2024-05-06' } }],
  ['日期:2024-03至2024-04', { dates: { from: '2024-03-01', to: '2024-04-30' } }],
  ['盒号:12 案卷:A001-KJ', { box: 12, volume: 'A001-KJ' }],
])('S1.2 %s is read as it is meant', (box, meant) => {
  expect(read(box)).toEqual({ words: '', inFields: [], ...meant })
})

test('S1.2 a field of a kind is asked for by its title or its name', () => {
  const name = 'counterparty'
  const { title } = contractKind.fields[name]
  for (const called of [name, title])
    expect(read(`${called}:甲`).inFields).toEqual([{ field: `fields.${name}`, text: '甲' }])
})

test.each(['会议:纪要', '日期:昨天', '盒号:甲', '日期:2024-13', '年度:24', '题名:', 'http://x'])(
  'S1.2 %s names no condition and stays words',
  box => expect(read(box)).toEqual({ words: box, inFields: [] }),
)

test('S1.2 what a form writes the box reads back', () => {
  const text = fc
    .stringMatching(/^[\u4e00-\u9fa5A-Z0-9 :]{1,12}$/)
    .map(one => one.trim())
    .filter(one => /[^\s:]/.test(one))
  const field = fc.constantFrom('title', 'documentNo', 'creator', 'note')
  const year = fc.integer({ min: 1900, max: 2100 })
  const request = fc.record({
    words: fc.constantFrom('', '春季', '春季 防疫'),
    inFields: fc.array(fc.record({ field, text }), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(request, year, fc.integer({ min: 1, max: 999 }), (asked, from, box) => {
      const whole: SearchRequest = {
        ...asked,
        years: { from },
        box,
        dates: { from: '2024-01-02', to: '2024-03-04' },
        code: 'A001-WS·2024',
      }
      expect(read(writeSearch(whole))).toEqual(whole)
    }),
  )
})
