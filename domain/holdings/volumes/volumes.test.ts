import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxThicknesses, fitting, proposeThickness, roomFor } from './box.ts'
import { runPages } from './pages.ts'
import { assertSecrecyApart, mixesTopSecret, proposeVolumeTitle } from './volume.ts'

test.each([
  [
    [4, 2, 1],
    ['1-4', '5-6', '7-7'],
  ],
  [
    [4, 0, 1],
    ['1-4', '', '5-5'],
  ],
  [
    [4, null, 1],
    ['1-4', '', ''],
  ],
  [[], []],
])('S1.3 pages of members with %j pages run %j', (pages, runs) => {
  expect(runPages(pages).map(run => (run ? `${run.from}-${run.to}` : ''))).toEqual(runs)
})

test('S1.3 pages run from 1 to the last without a gap, whatever the counts', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 })
  fc.assert(
    fc.property(counts, pages => {
      const numbers = runPages(pages).flatMap(run =>
        run ? Array.from({ length: run.to - run.from + 1 }, (_, at) => run.from + at) : [],
      )
      const total = pages.reduce((sum, count) => sum + count, 0)
      expect(numbers).toEqual(Array.from({ length: total }, (_, at) => at + 1))
    }),
  )
})

test.each([
  [[30, 30], '', true],
  [[30, 10], '', false],
  [[30, 10], '批复的附件', true],
  [[20, 10], '', true],
  [[], '', true],
])('S14.4 members of secrecy %j with the reason %j may lie together: %s', (ranks, reason, may) => {
  const members = ranks.map(secrecy => ({ secrecy }))
  const judge = () => assertSecrecyApart(reason, members)
  if (may) expect(judge).not.toThrow()
  else expect(judge).toThrow('volume.secrecy-mixed')
})

test('S14.4 a volume of nothing but the most secret mixes nothing', () => {
  expect(mixesTopSecret([{ secrecy: 30 }, { secrecy: 30 }])).toBe(false)
})

test('S1.3 the title of a volume is proposed from its members', () => {
  expect(proposeVolumeTitle(['关于修建青贮窖的请示'])).toBe('关于修建青贮窖的请示')
  expect(proposeVolumeTitle(['一月凭证', '二月凭证', '三月凭证'])).toBe('一月凭证等 3 件')
})

const papers = (...pages: number[]) => pages.map((count, at) => ({ id: String(at), pages: count }))

test.each([
  [papers(100, 100, 100), { mm: 20, pages: 0 }, 2],
  [papers(100, 100, 100), { mm: 20, pages: 150 }, 0],
  [papers(900, 10), { mm: 20, pages: 0 }, 1],
  [papers(0, 0, 0), { mm: 20, pages: 0 }, 3],
  [[], { mm: 20, pages: 0 }, 0],
])('S5.6 of %j a box %j takes the first %i', (list, box, count) => {
  expect(fitting(list, box)).toBe(count)
})

test('S5.6 a box takes a beginning of the list that fits, and the next one would not', () => {
  const list = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 })
  fc.assert(
    fc.property(list, fc.constantFrom(...boxThicknesses), fc.integer({ min: 0, max: 300 }), (pages, mm, inside) => {
      const all = papers(...pages)
      const count = fitting(all, { mm, pages: inside })
      const room = (to: number) => roomFor(pages.slice(0, to).reduce((sum, one) => sum + one, inside))
      if (count > 1 || (count > 0 && inside > 0)) expect(room(count)).toBeLessThanOrEqual(Math.max(mm, room(1)))
      if (count < all.length) expect(room(count + 1)).toBeGreaterThan(mm)
    }),
  )
})

test.each([
  [[100], 20],
  [[250], 30],
  [[400], 40],
  [[500], 50],
  [[5000], 50],
  [[], 20],
])('S5.6 for %j pages a box of %i mm is proposed', (pages, mm) => {
  expect(proposeThickness(papers(...pages))).toBe(mm)
})
