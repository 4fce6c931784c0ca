import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CodeParts,
  type CodeTemplate,
  codeProblems,
  type ElementName,
  formatCode,
  nextSerial,
  normalizeCode,
  type numberingRefusals,
  parseCode,
  parseTemplate,
  scopeOf,
  serialGaps,
  shippedTemplates,
  templateOf,
} from './index.ts'
import { slotsOf } from './template.ts'

const accounts3 = '[{fonds}-]{category}[·{year}]-{volume:3}-{item:3}'

test.each<[string, string, CodeParts]>([
  [
    'WS22',
    'A182-WS·2022-Y-XZ-0001',
    { fonds: 'A182', category: 'WS', year: 2022, retention: 'Y', unit: 'XZ', item: 1 },
  ],
  [
    'WS22',
    'Z109-WS·2011-Y-BGS-0001',
    { fonds: 'Z109', category: 'WS', year: 2011, retention: 'Y', unit: 'BGS', item: 1 },
  ],
  ['WS22', 'A182-WS·2022-D30-0017', { fonds: 'A182', category: 'WS', year: 2022, retention: 'D30', item: 17 }],
  [
    'WS13',
    'Z109-WS·2011·Y·办公室-0001',
    { fonds: 'Z109', category: 'WS', year: 2011, retention: 'Y', unit: '办公室', item: 1 },
  ],
  [
    'MED',
    'K021-ZP·2019·D30-025-005',
    { fonds: 'K021', category: 'ZP', year: 2019, retention: 'D30', group: 25, item: 5 },
  ],
  ['MED', 'K021-LX·2019·D30-005', { fonds: 'K021', category: 'LX', year: 2019, retention: 'D30', item: 5 }],
  ['SW', 'A182-SW·JB·2022-Y-0001', { fonds: 'A182', category: 'SW·JB', year: 2022, retention: 'Y', item: 1 }],
  [accounts3, 'J019-KU·01·2017-001-001', { fonds: 'J019', category: 'KU·01', year: 2017, volume: 1, item: 1 }],
  ['KU', 'KU·01·2017-0001-0001', { category: 'KU·01', year: 2017, volume: 1, item: 1 }],
  ['KJ', 'X032-KJ·JJ·02-005-054', { fonds: 'X032', category: 'KJ·JJ', project: '02', volume: 5, item: 54 }],
  ['RS', 'A002-RS-001-002', { fonds: 'A002', category: 'RS', volume: 1, item: 2 }],
  [
    'ZY',
    'J019-ZY·JC·CC·2019·D30-001-001',
    { fonds: 'J019', category: 'ZY·JC·CC', year: 2019, retention: 'D30', volume: 1, item: 1 },
  ],
  ['OLD', 'C038-001-002-003', { fonds: 'C038', catalogue: 1, volume: 2, item: 3 }],
  ['OLD', 'C038-001-002', { fonds: 'C038', catalogue: 1, volume: 2 }],
  ['ERP', 'A182-CG·02-0031', { fonds: 'A182', class: 'CG·02', item: 31 }],
])('S1.2 %s numbers %s and takes it apart again', (pattern, code, parts) => {
  const template = templateOf(pattern)
  expect(formatCode(template, parts)).toBe(code)
  expect(parseCode(template, code)).toEqual(parts)
})

const text = (alphabet: string, max: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: max })
const number = fc.integer({ min: 1, max: 99_999 })
const arbitraries: Record<ElementName, fc.Arbitrary<string | number>> = {
  fonds: text('AZ09', 6),
  category: fc.constantFrom('WS', 'KJ·JJ', 'KU·01', 'ZY·JC·CC', 'ZY·01·02·03'),
  class: fc.array(text('AZ09采购', 4), { minLength: 1, maxLength: 4 }).map(levels => levels.join('·')),
  year: fc.integer({ min: 1900, max: 2199 }),
  retention: fc.constantFrom('Y', 'D10', 'D30', 'D5'),
  unit: text('AZ09办公室', 6),
  project: text('AZ09', 6),
  catalogue: number,
  volume: number,
  group: number,
  item: number,
  page: number,
}

function partsFor(template: CodeTemplate): fc.Arbitrary<CodeParts> {
  const optional = new Set(
    template.segments
      .flatMap(segment => ('optional' in segment ? slotsOf(segment.optional) : []))
      .map(slot => slot.element),
  )
  const names = slotsOf(template.segments).map(slot => slot.element)
  const record = fc.record(Object.fromEntries(names.map(name => [name, arbitraries[name]])), {
    requiredKeys: names.filter(name => !optional.has(name)),
    noNullPrototype: true,
  })
  return record as fc.Arbitrary<CodeParts>
}

describe.each(Object.entries(shippedTemplates))('template %s', (_, { template: source }) => {
  const template = parseTemplate(source)

  test('S1.2 every code comes apart into the parts it was made of, so that no two items share one', () => {
    fc.assert(
      fc.property(partsFor(template), parts => {
        expect(parseCode(template, formatCode(template, parts))).toEqual(parts)
      }),
    )
  })

  test('S1.2 items that differ only in their serial count in one sequence', () => {
    fc.assert(
      fc.property(partsFor(template), number, (parts, other) => {
        const first = { ...parts, [template.serial]: 1 }
        expect(scopeOf(template, first)).toBe(scopeOf(template, { ...parts, [template.serial]: other }))
        expect(formatCode(template, first).startsWith(scopeOf(template, first))).toBe(true)
      }),
    )
  })

  test('S1.2 every code it makes passes the check of its form', () => {
    fc.assert(
      fc.property(partsFor(template), parts => {
        expect(codeProblems(template, formatCode(template, parts), parts)).toEqual([])
      }),
    )
  })
})

describe('codes of other hands', () => {
  const template = templateOf('WS22')

  test.each([
    'A182-WS.2022-Y-0001',
    'A182-WS．2022-Y-0001',
    'A182-WS・2022-Y-0001',
    'Ａ１８２－ＷＳ·２０２２－Ｙ－０００１',
    ' A182–WS•2022—Y-0001 ',
  ])('S1.2 %s is read as A182-WS·2022-Y-0001', code => {
    expect(normalizeCode(code)).toBe('A182-WS·2022-Y-0001')
    expect(parseCode(template, code)).toEqual({ fonds: 'A182', category: 'WS', year: 2022, retention: 'Y', item: 1 })
  })

  test.each([
    'A182-WS·2022-Y-0000',
    'A182-WS·2022-Y-1',
    'A182-WS·2022-Y-00001',
    'A182-WS·22-Y-0001',
    'A182-WS·2022-D0-0001',
    'a182-ws·2022-Y-0001',
    '',
  ])('S1.2 “%s” does not follow the template', code => expect(parseCode(template, code)).toBeUndefined())
})

describe('sequences', () => {
  const accounts = templateOf('KU')
  const parts = { fonds: 'J019', category: 'KU·01', year: 2017, volume: 3, item: 8 }

  test('S1.2 an item counts inside the lowest class; without a unit it is another class', () => {
    const described = { fonds: 'A182', category: 'WS', year: 2022, retention: 'Y' }
    expect(scopeOf(templateOf('WS22'), { ...described, unit: 'XZ' })).toBe('A182-WS·2022-Y-XZ')
    expect(scopeOf(templateOf('WS22'), described)).toBe('A182-WS·2022-Y')
    expect(scopeOf(templateOf('WS13'), described)).toBe('A182-WS·2022·Y')
  })

  test('S13.3 by volume there are two sequences: volumes in their class, items in their volume', () => {
    expect(scopeOf(accounts, parts, 'volume')).toBe('J019-KU·01·2017')
    expect(scopeOf(accounts, parts, 'item')).toBe('J019-KU·01·2017-0003')
  })

  test('S1.2 the first number is 1, and after 9999 the number simply grows', () => {
    expect(nextSerial(null)).toBe(1)
    expect(nextSerial(9999)).toBe(10_000)
    expect(formatCode(accounts, { ...parts, item: 10_000 })).toBe('J019-KU·01·2017-0003-10000')
  })

  test('S1.2 numbers missing in each sequence are found', () => {
    const codes = [2, 3, 7]
      .map(item => formatCode(accounts, { ...parts, item }))
      .concat(formatCode(accounts, { ...parts, volume: 4, item: 1 }), 'not a code')
    expect(serialGaps(accounts, codes)).toEqual([
      { scope: 'J019-KU·01·2017-0003', from: 1, to: 1 },
      { scope: 'J019-KU·01·2017-0003', from: 4, to: 6 },
    ])
  })
})

describe('parts that make no code', () => {
  const good = { fonds: 'A182', category: 'WS', year: 2022, retention: 'Y', item: 1 }
  test.each<[string, CodeParts, string]>([
    ['no year', { fonds: 'A182', category: 'WS', retention: 'Y', item: 1 }, 'numbering.part-absent'],
    ['a fonds with a hyphen', { ...good, fonds: 'A-82' }, 'numbering.part-form'],
    ['a category of one letter', { ...good, category: 'W' }, 'numbering.part-form'],
    ['a retention in words', { ...good, retention: '永久' }, 'numbering.part-form'],
    ['item 0', { ...good, item: 0 }, 'numbering.part-form'],
    ['half an item', { ...good, item: 1.5 }, 'numbering.part-form'],
    ['a unit with a dot', { ...good, unit: 'X·Z' }, 'numbering.part-form'],
  ])('S1.2 %s is refused', (_, parts, code) => {
    expect(() => formatCode(templateOf('WS22'), parts)).toThrow(expect.objectContaining({ code }))
  })

  test('S1.2 a width pins the length of a fonds code', () => {
    const pinned = parseTemplate('{fonds:4}-{item:4}')
    expect(formatCode(pinned, good)).toBe('A182-0001')
    expect(() => formatCode(pinned, { ...good, fonds: 'A1' })).toThrow(
      expect.objectContaining({ code: 'numbering.part-form' }),
    )
  })
})

describe('a template written by an administrator', () => {
  test.each<[string, keyof typeof numberingRefusals]>([
    ['', 'numbering.template-broken'],
    ['{fonds}-{item', 'numbering.template-broken'],
    ['{fonds}[-[{unit}]]-{item}', 'numbering.template-broken'],
    ['{fonds}-{colour}-{item}', 'numbering.element-unknown'],
    ['{fonds}-{constructor}-{item}', 'numbering.element-unknown'],
    ['{fonds}-{item}-{item}', 'numbering.element-repeated'],
    ['{fonds}-{item:0}', 'numbering.width'],
    ['{fonds}-{year:2}-{item}', 'numbering.width'],
    ['{fonds}/{item}', 'numbering.literal'],
    ['{fonds}[-]-{item}', 'numbering.group-empty'],
    ['{fonds}-{year}', 'numbering.no-serial'],
    ['{fonds}-{item}-A', 'numbering.no-serial'],
    ['{unit}{project}-{item}', 'numbering.ambiguous'],
    ['{fonds}[-{unit}][-{project}]-{item}', 'numbering.ambiguous'],
    ['[{unit}-]{project}[-{class}]-{item}', 'numbering.ambiguous'],
  ])('S1.2 “%s” is refused: %s', (source, code) => {
    expect(() => parseTemplate(source)).toThrow(expect.objectContaining({ code }))
  })

  test('S1.2 is read the same when typed in full-width characters', () => {
    expect(parseTemplate('｛fonds｝－｛category｝．｛year｝－｛item：4｝').text).toBe(
      '{fonds}-{category}·{year}-{item:4}',
    )
  })
})

describe('check 1-7, well-formed code', () => {
  const template = templateOf('WS22')
  const found = (code: string, described: CodeParts = {}) =>
    codeProblems(template, code, described).map(problem => problem.zh)

  test.each([
    ['A182-WS·2022-Y-0001', []],
    ['A182-WS.2022-Y-0001', ['档号“A182-WS.2022-Y-0001”应写作“A182-WS·2022-Y-0001”']],
    ['A182-WS·20A2-Y-0001', ['档号“A182-WS·20A2-Y-0001”从“20A2-Y-0001”起不合规则，此处应有年度（4 位数字）']],
    [
      'A182-WS·2022-永久-0001',
      ['档号“A182-WS·2022-永久-0001”从“永久-0001”起不合规则，此处应有保管期限（Y 或 D 加年数）'],
    ],
    ['A182-WS·2022-Y-', ['档号“A182-WS·2022-Y-”缺少件号（不为 0 的数字）']],
    ['A182-WS·2022-Y-XZ-0001-02', ['档号“A182-WS·2022-Y-XZ-0001-02”末尾多出“-02”']],
  ])('S1.2 %s', (code, problems) => expect(found(code)).toEqual(problems))

  test('S1.2 a code that says something else than the description is found', () => {
    expect(found('A182-WS·2022-Y-0001', { year: 2021, retention: 'Y', unit: 'XZ' })).toEqual([
      '档号里的年度是“2022”，著录的是“2021”',
      '档号里的机构（问题）是“空”，著录的是“XZ”',
    ])
  })
})
