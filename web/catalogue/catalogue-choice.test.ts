import { expect, test } from 'vitest'
import type { Series } from '../search/classification.ts'
import { chooseCatalogue, tally } from './catalogue-choice.ts'

const series = (parts: Partial<Series>): Series => ({
  id: 'series',
  kind: 'document',
  year: 2025,
  retention: 'D30',
  unitId: null,
  unitName: null,
  items: 10,
  filed: 10,
  pages: 30,
  ...parts,
})

const holdings = new Map([
  ['fonds_empty', []],
  [
    'fonds_farm',
    [
      series({ year: 2026, items: 4, filed: 0 }),
      series({ retention: 'D10', unitId: 'unit_office' }),
      series({ retention: 'Y', unitId: 'unit_office', items: 3, filed: 2 }),
      series({ retention: 'Y', unitId: 'unit_vet' }),
      series({ kind: 'contract', year: 2024 }),
    ],
  ],
])

test('without a wish the newest year with something filed is taken', () => {
  const { fonds, kind, year, retention } = chooseCatalogue(holdings, {})
  expect([fonds.value, kind.value, year.value, retention.value]).toEqual(['fonds_farm', 'document', '2025', undefined])
})

test('only combinations that exist are offered', () => {
  const { kind, year, retention, unit } = chooseCatalogue(holdings, {
    kind: 'document',
    year: '2025',
    retention: 'D10',
  })
  expect(kind.options.map(option => option.value)).toEqual(['document', 'contract'])
  expect(year.options.map(option => option.value)).toEqual(['2026', '2025'])
  expect(retention.options.map(option => option.value)).toEqual(['Y', 'D10'])
  expect(unit.options.map(option => option.value)).toEqual(['unit_office'])
})

test('what is asked for but does not exist is not chosen', () => {
  const { year, unit } = chooseCatalogue(holdings, { kind: 'contract', year: '2025', unit: 'unit_vet' })
  expect([year.value, unit.value]).toEqual(['2024', undefined])
})

test('the catalogue lists the series of every level chosen', () => {
  const asked = { year: '2025', retention: 'Y' }
  expect(tally(chooseCatalogue(holdings, asked).series)).toEqual({ items: 13, filed: 12 })
  expect(tally(chooseCatalogue(holdings, { ...asked, unit: 'unit_office' }).series)).toEqual({ items: 3, filed: 2 })
})
