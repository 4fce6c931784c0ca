import { expect, test } from 'vitest'
import { searchQuery } from '../shared/text.ts'
import { hitsOnPage } from './page-hits.ts'

/** Each character 100 wide, lines 200 apart. */
const page = (...lines: string[]) => {
  const text = lines.join('\n')
  const boxes = lines.flatMap((line, row) => [
    ...Array.from(line).flatMap((_, column) => [column * 100, row * 200, 90, 150]),
    ...(row < lines.length - 1 ? [0, 0, 0, 0] : []),
  ])
  return { text, boxes }
}
const hits = ({ text, boxes }: ReturnType<typeof page>, words: string) =>
  hitsOnPage(text, boxes, searchQuery(words).terms)

test('S5.5 a word inside a scan is one rectangle around its characters', () => {
  expect(hits(page('确保口蹄疫得到控制'), '口蹄疫')).toEqual([[{ left: 200, top: 0, width: 290, height: 150 }]])
})

test('S5.5 a word that runs over the end of a line is marked on both lines', () => {
  expect(hits(page('布鲁', '氏菌病'), '布鲁氏菌')).toEqual([
    [
      { left: 0, top: 0, width: 190, height: 150 },
      { left: 0, top: 200, width: 190, height: 150 },
    ],
  ])
})

test('S5.5 each place of a word is a hit of its own, in reading order', () => {
  const found = hits(page('防疫工作', '春季防疫'), '防疫')
  expect(found.map(([box]) => [box?.left, box?.top])).toEqual([
    [0, 0],
    [200, 200],
  ])
})

test('S5.5 characters without a place are no hit', () => {
  expect(hitsOnPage('防疫', [], searchQuery('防疫').terms)).toEqual([])
})
