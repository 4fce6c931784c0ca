import { expect, test } from 'vitest'
import type { Classification, Series } from './classification.ts'
import { growTree, keyOf, wayTo } from './series-tree.ts'

const series = (id: string, parts: Partial<Series>): Series => ({
  id,
  kind: 'document',
  year: 2025,
  retention: 'D30',
  unitId: null,
  unitName: null,
  items: 1,
  filed: 1,
  pages: 1,
  ...parts,
})

const classification: Classification = {
  fonds: [{ id: 'fonds_1', code: 'A001', name: '青原奶牛场', codeTemplates: {}, kinds: null, closedAt: null }],
  seriesOf: new Map([
    [
      'fonds_1',
      [
        series('a', { retention: 'D10', items: 4 }),
        series('b', { retention: 'D30', unitId: 'unit_1', unitName: '办公室', items: 3 }),
        series('c', { retention: 'D30', unitId: 'unit_2', unitName: '兽医组', items: 2 }),
        series('d', { retention: 'Y', year: 2026, items: 7 }),
        series('e', { kind: 'contract', retention: 'Y', items: 5 }),
      ],
    ],
  ]),
  kindTitle: code => ({ zh: code === 'document' ? '文书档案' : '合同档案', en: code }),
  loading: false,
  error: null,
}

const tree = growTree(classification)

test('a branch counts everything below it', () => {
  const counts = tree.map(({ items, branches }) => ({ items, below: branches.map(kind => kind.items) }))
  expect(counts).toEqual([{ items: 21, below: [16, 5] }])
})

test('years stand newest first and retentions longest first', () => {
  const documents = wayTo(tree, 'fonds_1/document').at(-1)
  expect(documents?.branches.map(({ title }) => title.zh)).toEqual(['2026年', '2025年'])
  expect(documents?.branches[1]?.branches.map(({ title }) => title.zh)).toEqual(['30年', '10年'])
})

test('the way to a series names every level above it', () => {
  expect(wayTo(tree, 'c').map(({ title }) => title.zh)).toEqual([
    'A001 青原奶牛场',
    '文书档案',
    '2025年',
    '30年',
    '兽医组',
  ])
})

test('a place that does not exist has no way to it', () => {
  expect(wayTo(tree, keyOf({ fonds: 'fonds_1', kind: 'photo' }))).toEqual([])
})

test('what is not kept by unit ends at its retention', () => {
  expect(wayTo(tree, 'a').at(-1)?.title.zh).toBe('10年')
})
