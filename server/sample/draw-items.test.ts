import { expect, test } from 'vitest'
import { itemDescription } from '../../domain/holdings/description.ts'
import { contractKind, documentKind, fieldsSchema } from '../../domain/kinds/index.ts'
import { contractPatterns } from './contract-phrases.ts'
import { documentPatterns } from './document-phrases.ts'
import { sampleFiles } from './draw-files.ts'
import { sampleItems } from './draw-items.ts'
import { sampleYears } from './draw-occurrences.ts'

const items = sampleItems()
const titles = items.map(({ words, correction }) => correction?.changes.title ?? words.title)
const countOf = (is: (item: (typeof items)[number]) => boolean) => items.filter(is).length

test('the sample is the same every time', () => {
  expect(sampleItems()).toEqual(items)
})

test('every item has a title of its own, from many patterns, some very long and some a single word', () => {
  expect(items.length).toBeGreaterThanOrEqual(520)
  expect(new Set(titles).size).toBe(items.length)
  expect(documentPatterns.length + contractPatterns.length).toBeGreaterThanOrEqual(60)
  expect(titles.filter(title => title.length >= 150).length).toBeGreaterThan(1)
  expect(titles.filter(title => title.length <= 4).length).toBeGreaterThan(5)
  expect(titles.filter(title => /[{}]|undefined/.test(title))).toEqual([])
})

test('S8.1 what is said of each item fits its kind', () => {
  for (const { words } of items) {
    const { kind, year: _year, fields, ...description } = words
    itemDescription.parse(description)
    fieldsSchema(kind === 'contract' ? contractKind : documentKind).parse(fields)
  }
})

test('dates lie in the year of the item, on working days, and none after the sample was drawn', () => {
  const wrong = items.filter(({ words: { date = '', year } }) => !date.startsWith(`${year}-`) || date > '2026-10-31')
  expect(wrong).toEqual([])
  expect(new Set(items.map(({ words }) => words.year))).toEqual(new Set(sampleYears))
  const weekends = items.filter(({ words }) => [0, 6].includes(new Date(words.date ?? '').getUTCDay()))
  expect(weekends.map(({ words }) => words.date)).toEqual([])
})

test('our own document numbers count up without a gap in order of date, in the proper form', () => {
  const byYear = Map.groupBy(
    items.filter(({ words }) => words.documentNo?.startsWith('牧场发〔')),
    ({ words }) => words.year,
  )
  for (const [year, ofYear] of byYear) {
    const numbers = ofYear.map(({ words }) => words.documentNo)
    // One number a year may have been registered wrongly, to be corrected.
    const last = Number(/〕(\d+)号$/.exec(numbers.at(-1) ?? '')?.[1])
    expect(numbers.every(number => number?.startsWith(`牧场发〔${year}〕`))).toBe(true)
    expect(last - numbers.length).toBeLessThanOrEqual(1)
  }
})

test('every secrecy, retention and state occurs, and three filed items await a correction', () => {
  for (const secrecy of ['public', 'internal', 'trade-secret', 'core-secret']) {
    expect(countOf(({ words }) => words.secrecy === secrecy)).toBeGreaterThan(20)
  }
  for (const retention of ['Y', 'D30', 'D10'])
    expect(countOf(({ words }) => words.retention === retention)).toBeGreaterThan(40)
  expect([countOf(({ state }) => state === 'draft'), countOf(({ state }) => state === 'numbered')]).toEqual([25, 15])
  expect(countOf(({ correction }) => correction !== undefined)).toBe(3)
})

test('some items have real files, up to three of different formats', () => {
  const sets = items
    .map(item => sampleFiles(item).map(({ name }) => name.split('.').at(-1)))
    .filter(set => set.length > 0)
  expect(sets.length).toBeGreaterThanOrEqual(36)
  expect(new Set(sets.flat())).toEqual(new Set(['pdf', 'docx', 'jpg', 'txt']))
  expect(new Set(sets.map(set => set.length))).toEqual(new Set([1, 2, 3]))
})

test('a file of each format says what it is when its bytes are looked at', () => {
  const beginnings = { pdf: '%PDF', docx: 'PK', jpg: '\u00ff\u00d8', txt: '' } as const
  const files = items.flatMap(item => sampleFiles(item))
  for (const [format, beginning] of Object.entries(beginnings)) {
    const bytes = files.find(({ name }) => name.endsWith(format))?.bytes()
    expect(
      Buffer.from(bytes ?? [])
        .toString('latin1')
        .startsWith(beginning),
    ).toBe(true)
    expect(bytes?.length).toBeGreaterThan(300)
  }
})
