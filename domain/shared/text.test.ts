import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameOf, highlight, normalizeText, searchGrams, searchQuery, snippet } from './text.ts'

/** Titles as they come: Chinese, numbers, brackets, rare name characters, accents, kana, spaces and worse. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('关于印发档案𬭚䶮号〔〕[]()（）·.・-—  \n《》“”Aa１1é○〇ｶﾞ①㎏İßΣ\u0301\u200b')),
    maxLength: 60,
  }),
)

/** Answers a query from grams alone, as the index does. */
function finds(text: string, query: string): boolean {
  const grams = searchGrams(text)
  return searchQuery(query).terms.every(term => term.grams.every(gram => grams.includes(gram)))
}

test.each([
  [
    '场办发〔2024〕15号',
    ['[2024]15号', '(2024) 15号', '（2024）15号', '〔2024〕15号', '【２０２４】 15 号', '2024 15号'],
  ],
  ['A182-WS·2022-Y-0001', ['a182-ws.2022-y-0001', 'Ａ182－WS・2022－Y－0001', 'A182—WS•2022', '2022-Y', '0001']],
  ['关于印发《档案管理办法》的通知', ['印发档案管理办法的通知', '《档案', '法》的', '办']],
  ['二○二四年度牛群档案', ['二〇二四年', '牛群 二○二四']],
  ['石𬭚与𬱖䶮的劳动合同', ['𬭚', '𬱖䶮', '石𬭚']],
  ['通　　知  书', ['通知书', '"通 知"']],
])('an archivist finds %s however the brackets, dots and spaces are typed', (title, queries) => {
  for (const query of queries) expect(finds(title, query), query).toBe(true)
})

test.each([
  ['场办发〔2021〕5号', '15号'],
  ['档案管理', '案档'],
  ['2024年牛群', '2024年 奶量'],
  ['2022-45', '2022-54'],
])('%s is not found by %s', (title, query) => expect(finds(title, query)).toBe(false))

test('any part of any text is found by its grams', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const [from, to] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y) as [number, number]
      const part = text.slice(from, to).replace(/["“「]/g, '')
      fc.pre(normalizeText(part) !== '')
      expect(finds(text.replace(/["“「]/g, ''), part)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('the normal form of a part is a part of the normal form, has only letters, numbers and spaces, and is final', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, part, after) => {
      const normal = normalizeText(before + part + after)
      expect(normal).toContain(normalizeText(part))
      expect(normalizeText(normal)).toBe(normal)
      expect(normal).not.toMatch(/^ | $| {2}|[\p{P}\p{S}\p{Cc}\p{Cf}]/u)
    }),
    { numRuns: 2000 },
  )
})

test('a query asks for pairs, for figures in threes, and for a character only where it stands alone', () => {
  expect(searchQuery(' 档  2024-Y "通 知" 档 第15号').terms).toEqual([
    { text: '档', grams: ['档'] },
    { text: '2024 y', grams: ['202', '024', 'y'] },
    { text: '通知', grams: ['通知'] },
    { text: '第15号', grams: ['第1', '15', '5号'] },
  ])
  expect(searchQuery('《》 ·').terms).toEqual([])
})

test('a very long text keeps within the size of the search index', () => {
  const long = Array.from({ length: 120_000 }, (_, i) =>
    String.fromCodePoint(0x20000 + (i % 40_000) + 1 + (i % 7)),
  ).join('')
  expect(new Set(searchGrams(long)).size).toBeLessThanOrEqual(100_000)
})

test('highlighted ranges lie in order in the original and read as the term once normalised', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.integer({ min: 1, max: 8 }), (text, at, length) => {
      const start = at % (text.length + 1)
      const term = { text: normalizeText(text.slice(start, start + length)) }
      fc.pre(term.text !== '')
      const ranges = highlight(text, [term])
      expect(ranges.length).toBeGreaterThan(0)
      let last = 0
      for (const range of ranges) {
        expect(range.start).toBeGreaterThanOrEqual(last)
        expect(normalizeText(text.slice(range.start, range.end))).toContain(term.text)
        last = range.end
      }
    }),
    { numRuns: 2000 },
  )
})

test('highlighting leaves the original as typed and joins what overlaps', () => {
  const mark = (text: string, query: string) =>
    highlight(text, searchQuery(query).terms).map(({ start, end }) => text.slice(start, end))
  expect(mark('场办发〔２０２４〕15号', '2024]15')).toEqual(['２０２４〕15'])
  expect(mark('关于印发《档案》的通知,档案', '发档案 案的')).toEqual(['发《档案》的'])
  expect(mark('石𬭚', '𬭚')).toEqual(['𬭚'])
  expect(mark('Cafe\u0301 café', 'cafe')).toEqual(['Cafe\u0301', 'café'])
})

test('a snippet is a short line around the first match with its marks', () => {
  const text = `${'前'.repeat(300)}\n\n奶牛疫病\n防治方案${'后'.repeat(300)}`
  const { text: line, marks } = snippet(text, searchQuery('疫病防治').terms, 40)
  expect(line).toMatch(/^…前+ 奶牛疫病 防治方案后+…$/)
  expect(line.length).toBeLessThanOrEqual(42)
  expect(marks.map(({ start, end }) => line.slice(start, end))).toEqual(['疫病 防治'])
  expect(snippet('短', searchQuery('无').terms, 40)).toEqual({ text: '短', marks: [] })
})

test('a snippet of any text never breaks a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('𬭚', '档', 'a', ' '), maxLength: 80 }),
      fc.integer({ min: 1, max: 30 }),
      (text, width) => {
        const { text: line } = snippet(text, searchQuery('档').terms, width)
        expect(line.isWellFormed()).toBe(true)
      },
    ),
  )
})

test.each([
  ['C:\\Users\\王\\合同.pdf', '合同.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..', '未命名'],
  ['  .. ', '未命名'],
  ['扫描件\u202efdp.exe', '扫描件fdp.exe'],
  ['关于:通知?.docx', '关于：通知？.docx'],
  ['CON.txt', '_CON.txt'],
  ['nul', '_nul'],
  ['.env', 'env'],
  ['a\u0000b\r\nc.txt', 'ab c.txt'],
  ['cafe\u0301.txt', 'café.txt'],
  ['报告. ', '报告'],
  [`${'档'.repeat(100)}.PDF`, `${'档'.repeat(65)}.PDF`],
  ['石𬭚.jpg', '石𬭚.jpg'],
])('the uploaded name %j is kept as %j', (raw, name) => expect(fileNameOf(raw)).toBe(name))

test('a kept file name is always safe, and keeping it again changes nothing', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
    fc.constantFrom(
      '.',
      ' ',
      '/',
      '\\',
      ':',
      '<',
      '\u0338',
      'CON',
      'com1',
      '.pdf',
      '𬭚',
      '档'.repeat(70),
      '\ud800',
      '\u202e',
      '\u2028',
    ),
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), parts => {
      const name = fileNameOf(parts.join(''))
      expect(name).not.toBe('')
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200)
      expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^[\s.]|[\s.]$/u)
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i)
      expect(fileNameOf(name)).toBe(name)
    }),
    { numRuns: 5000 },
  )
})
