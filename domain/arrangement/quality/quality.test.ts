import { expect, test } from 'vitest'
import { templateOf } from '../../holdings/numbering/index.ts'
import { documentKind } from '../../kinds/index.ts'
import { checkCodes, isMust, type Outcome } from './checks.ts'
import { type ExaminedFile, examineFiles } from './examine-files.ts'
import { type ExaminedItem, examineItem } from './examine-item.ts'
import { Tally } from './summarise.ts'

const right: ExaminedItem = {
  description: {
    title: '关于春季防疫的通知',
    selfMadeTitle: false,
    documentNo: '牧发〔2026〕3号',
    creator: '办公室',
    date: '2026-03-01',
    pages: 4,
    copies: 1,
    secrecy: 'internal',
    openness: 'unreviewed',
    retention: 'D30',
    note: '',
  },
  fields: {},
  kind: documentKind,
  code: 'A001-WS·2026-D30-BGS-0001',
  state: 'numbered',
  template: templateOf('WS22'),
  parts: { fonds: 'A001', category: 'WS', year: 2026, retention: 'D30', unit: 'BGS', item: 1 },
  year: 2026,
  today: '2026-11-24',
  hasHistory: true,
  files: [],
}
const described = (part: object): ExaminedItem => ({ ...right, description: { ...right.description, ...part } })
const failed = (item: ExaminedItem) =>
  examineItem(item)
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ code }) => code)

test.each([
  ['nothing wrong', right, []],
  ['a title that is too long', described({ title: '长'.repeat(301) }), ['GD-1-2']],
  ['a date that is none', described({ date: '2026-13-40' }), ['GD-1-3', 'GD-1-5']],
  ['a secrecy nobody knows', described({ secrecy: 'very' }), ['GD-1-4']],
  ['a choice nobody offers', { ...right, fields: { direction: 'sideways' } }, ['GD-1-4']],
  ['a date still to come', described({ date: '2026-12-01' }), ['GD-1-5']],
  ['received before it was written', { ...right, fields: { receivedOn: '2026-02-01' } }, ['GD-1-5']],
  ['a zero-width space in the title', described({ title: '防疫\u200b通知' }), ['GD-1-6']],
  ['a code of another year', { ...right, code: 'A001-WS·2025-D30-BGS-0001' }, ['GD-1-7']],
  ['a code with a wide dash', { ...right, code: 'A001－WS·2026-D30-BGS-0001' }, ['GD-1-7']],
  ['no creator and no pages', described({ creator: '', pages: null }), ['GD-2-4']],
  ['a history that was lost', { ...right, hasHistory: false }, ['GD-2-5']],
] as const)('S14.1 %s', (_, item, codes) => {
  expect(failed(item)).toEqual(codes)
})

test('S14.1 a draft has no code yet, which is no fault', () => {
  expect(examineItem({ ...right, code: null, state: 'draft' }).find(({ code }) => code === 'GD-1-7')).toEqual({
    code: 'GD-1-7',
    outcome: 'not-applicable',
  })
})

const sound: ExaminedFile = {
  name: '通知.pdf',
  ordinal: 1,
  mime: 'application/pdf',
  size: 100,
  sha256: 'aa',
  textState: 'done',
  found: { size: 100, sha256: 'aa', mime: 'application/pdf', mismatch: false, encrypted: false },
}
const found = (part: object): ExaminedFile => ({ ...sound, found: { ...sound.found!, ...part } })

test.each([
  ['sound', sound, []],
  ['altered', found({ sha256: 'bb' }), ['GD-1-1']],
  ['shorter than recorded', found({ size: 99 }), ['GD-1-9']],
  ['a picture called a PDF', found({ mime: 'image/png', mismatch: true }), ['GD-1-9']],
  ['gone', { ...sound, found: null }, ['GD-1-10', 'GD-3-4']],
  [
    'of a format nobody keeps',
    { ...sound, mime: 'application/x-cad', found: { ...sound.found!, mime: 'application/x-cad' } },
    ['GD-3-3'],
  ],
  ['unreadable', { ...sound, textState: 'failed' }, ['GD-3-4']],
  ['locked', found({ encrypted: true }), ['GD-3-6']],
] as const)('S14.1 a file that is %s', (_, file, codes) => {
  expect(
    examineFiles([file], null)
      .filter(({ outcome }) => outcome === 'fail')
      .map(({ code }) => code),
  ).toEqual(codes)
})

test.each([
  [2, 1, 'pass'],
  [1, 1, 'fail'],
  [1, null, 'not-applicable'],
] as const)('S14.2 %i files for %s annexes: %s', (count, annexes, outcome) => {
  const files = Array.from({ length: count }, (_, at) => ({ ...sound, ordinal: at + 1 }))
  expect(examineFiles(files, annexes).find(({ code }) => code === 'GD-2-8')?.outcome).toBe(outcome)
})

test('S14.2 one failure makes a check fail, one open question leaves it to a person, and all are counted', () => {
  const outcomes = (...list: Outcome[]) => {
    const tally = new Tally()
    for (const outcome of list) tally.add({ code: 'GD-3-4', outcome })
    return tally.results([]).find(({ code }) => code === 'GD-3-4')
  }
  expect(outcomes('pass', 'fail', 'manual')).toMatchObject({ outcome: 'fail', passed: 1, failed: 1 })
  expect(outcomes('pass', 'manual')).toMatchObject({ outcome: 'manual' })
  expect(outcomes('pass', 'not-applicable')).toMatchObject({ outcome: 'pass', evidenceZh: '1 件通过' })
  expect(outcomes()).toMatchObject({ outcome: 'not-applicable' })
})

test('S14.1 the list has every check of filing, and what only a person can judge stops nothing', () => {
  expect(checkCodes).toHaveLength(37)
  expect(checkCodes.filter(isMust)).not.toContain('GD-4-2')
})
