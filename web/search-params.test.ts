import { expect, test } from 'vitest'
import { parseSearch, stringifySearch, texts } from './search-params.ts'

test('an address keeps what a person typed as text, also what looks like a number', () => {
  const search = { q: '2026', kind: ['document', 'contract'], year: 2025 }
  expect(stringifySearch(search)).toBe('?q=2026&kind=document&kind=contract&year=2025')
  expect(parseSearch('?q=2026&kind=document&kind=contract')).toEqual({ q: '2026', kind: ['document', 'contract'] })
})

test('what is empty does not stand in the address', () => {
  expect(stringifySearch({ q: '', kind: undefined, after: null })).toBe('')
  expect(texts({ q: '', to: '/audit', other: 'x' }, 'q', 'to')).toEqual({ to: '/audit' })
})
