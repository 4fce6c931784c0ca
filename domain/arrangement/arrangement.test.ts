import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtInKinds } from '../kinds/index.ts'
import { type ArrangingAct, type PlanScope, planAllows } from './plan.ts'
import { type LoosePaper, proposeOrder, proposeVolumes, type Tie } from './propose.ts'

const paper = (id: string, part: Partial<LoosePaper> = {}): LoosePaper => ({
  id,
  title: id,
  date: '2026-03-01',
  documentNo: '',
  pages: 10,
  secrecy: 10,
  fields: {},
  ...part,
})
const tie = (leaderId: string, followerId: string): Tie => ({ leaderId, followerId })
const idsOf = (papers: readonly LoosePaper[]) => papers.map(({ id }) => id).join(' ')

test('S13.1 papers follow one another by date, then by number; undated ones come last', () => {
  const papers = [
    paper('undated', { date: '' }),
    paper('late', { date: '2026-05-01' }),
    paper('tenth', { documentNo: '〔2026〕10号' }),
    paper('second', { documentNo: '〔2026〕2号' }),
  ]
  expect(idsOf(proposeOrder(papers, []))).toBe('second tenth late undated')
})

test('S14.3 a reply lies before its request, a text before its annexes, whatever their dates', () => {
  const papers = [
    paper('request', { date: '2026-01-05' }),
    paper('notice', { date: '2026-01-20' }),
    paper('reply', { date: '2026-02-01' }),
    paper('annex', { date: '2025-12-01' }),
  ]
  const ties = [tie('reply', 'request'), tie('reply', 'annex')]
  expect(idsOf(proposeOrder(papers, ties))).toBe('notice reply request annex')
})

test('S14.4 what is most secret is proposed apart', () => {
  const papers = [paper('a'), paper('b', { secrecy: 30 }), paper('c')]
  const volumes = proposeVolumes(papers, [], builtInKinds.accounting)
  expect(volumes.map(({ itemIds }) => itemIds.join(' '))).toEqual(['a c', 'b'])
  expect(volumes[1]?.because[0]).toMatchObject({ rule: 'S14.4' })
})

test('S14.2 accounts of one sort make volumes of at most so many pages, and each says why', () => {
  const vouchers = Array.from({ length: 5 }, (_, at) =>
    paper(`v${at}`, { pages: 80, fields: { recordSort: 'voucher' }, date: `2026-0${at + 1}-28` }),
  )
  const volumes = proposeVolumes(
    [...vouchers, paper('l', { fields: { recordSort: 'ledger' } })],
    [],
    builtInKinds.accounting,
  )
  expect(volumes.map(({ itemIds, pages }) => [itemIds.join(' '), pages])).toEqual([
    ['v0 v1', 160],
    ['v2 v3', 160],
    ['v4', 80],
    ['l', 10],
  ])
  expect(volumes[0]?.because.map(({ zh }) => zh)).toEqual([
    '同一会计资料类别：原始凭证、记账凭证',
    '按时间排列，相连的在一起',
    '每卷不超过 200 页',
  ])
})

test('S14.3 whatever is proposed, every paper lies in one volume and what is tied in the same', () => {
  const arbitrary = fc.array(
    fc.record({
      pages: fc.integer({ min: 0, max: 250 }),
      secrecy: fc.constantFrom(0, 10, 30),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  const pairs = fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 12 })
  fc.assert(
    fc.property(arbitrary, pairs, (facts, links) => {
      const papers = facts.map(({ day, ...part }, at) =>
        paper(`p${at}`, { ...part, date: `2026-01-${String(day).padStart(2, '0')}` }),
      )
      const ties = links
        .filter(([one, other]) => one !== other && one < papers.length && other < papers.length)
        .map(([one, other]) => tie(`p${one}`, `p${other}`))
      const volumes = proposeVolumes(papers, ties, builtInKinds.accounting)
      expect(volumes.flatMap(({ itemIds }) => itemIds).sort()).toEqual(papers.map(({ id }) => id).sort())
      for (const { leaderId, followerId } of ties)
        expect(volumes.find(({ itemIds }) => itemIds.includes(leaderId))?.itemIds).toContain(followerId)
    }),
  )
})

test.each([
  ['order', 'reorder', true],
  ['order', 'rebind', false],
  ['adjust', 'rebind', true],
  ['adjust', 'dissolve', false],
  ['whole', 'dissolve', true],
] as const)('S13.2 a plan of scope %s lets one %s: %s', (scope: PlanScope, act: ArrangingAct, may) => {
  expect(planAllows(scope, act)).toBe(may)
})
