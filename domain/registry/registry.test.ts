import { describe, expect, test } from 'vitest'
import { type Actor, stranger } from '../access/actor.ts'
import { permissionsOf, readsOf, worksForAllUnits } from '../access/grants.ts'
import { type RoleCode, roleCodes } from '../access/roles.ts'
import { genreOf, itemOfLine, type LineOfItem, proposeYearOf } from './item-of-line.ts'
import { keepsLine, unitsRead } from './keeping.ts'
import { lineCode, unitLineCode } from './line-input.ts'
import { actsOnLine, type LineFacts, lineStateCodes, lineStates, stateOf } from './line-life.ts'
import { inFileOrder } from './links.ts'

const holder = (role: RoleCode): Actor => {
  const posts = [{ role, unitId: 'unit_own' }]
  return {
    ...stranger('127.0.0.1'),
    permissions: permissionsOf(posts),
    reads: readsOf(posts),
    unitIds: ['unit_own'],
    worksForAllUnits: worksForAllUnits(posts),
  }
}
const line = (part: Partial<LineFacts> = {}): LineFacts => ({
  state: 'registered',
  item_id: null,
  unit_id: 'unit_own',
  direction: 'received',
  year: 2026,
  serial: 12,
  ...part,
})

test('S1.1 a number says which book, which year, and which line', () => {
  expect(lineCode(line())).toBe('收2026-0012')
  expect(lineCode(line({ direction: 'sent', serial: 10_001 }))).toBe('发2026-10001')
  expect(unitLineCode('SYZ', 2026, 3)).toBe('SYZ-2026-0003')
})

test.each([
  ['archivist', 'all'],
  ['archive-head', 'all'],
  ['office-clerk', 'all'],
  ['office-director', 'all'],
  ['general-manager', 'all'],
  ['department-head', ['unit_own']],
  ['part-time-archivist', ['unit_own']],
  ['chief-accountant', []],
  ['employee', []],
  ['system-administrator', []],
  ['security-officer', []],
  ['auditor', []],
] as const)('S17.4 %s reads the lines of %j without having them forwarded', (role, units) => {
  expect(unitsRead(holder(role))).toEqual(units)
})

test('S5.2 a part-time archivist keeps the lines of the own unit alone, the office those of all', () => {
  expect([
    keepsLine(holder('part-time-archivist'), 'unit_own'),
    keepsLine(holder('office-clerk'), 'unit_other'),
  ]).toEqual([true, true])
  for (const unitId of ['unit_other', null]) expect(keepsLine(holder('part-time-archivist'), unitId)).toBe(false)
})

test('S1.1 what is void or has become an item can be changed by nobody, whatever the role', () => {
  for (const role of roleCodes)
    for (const dead of [line({ state: 'voided' }), line({ item_id: 'item_1' })])
      expect(actsOnLine(holder(role), dead, true)).toEqual([])
  expect(stateOf(line({ state: 'done', item_id: 'item_1' }))).toBe('itemised')
})

test('S1.1 every step of a line’s life leads to a state there is, and what circulates becomes no item', () => {
  for (const { next } of Object.values(lineStates)) for (const state of next) expect(lineStateCodes).toContain(state)
  expect(actsOnLine(holder('archivist'), line({ state: 'circulating' }), false)).not.toContain('line.itemise')
  expect(actsOnLine(holder('archivist'), line({ state: 'done' }), false)).toContain('line.itemise')
  expect(actsOnLine(holder('employee'), line(), true)).toEqual([])
})

describe('what a line’s item is', () => {
  const known: LineOfItem = {
    direction: 'received',
    kind: 'document',
    fondsId: 'fonds_1',
    organisation: '青原奶牛场',
    unitId: null,
    unitCode: null,
    registeredOn: '2026-01-05',
    counterpart: '市农业农村局',
    documentNo: '',
    title: '关于报送年度计划的函',
    datedOn: '2025-12-28',
    secrecy: 'internal',
    urgency: 'ordinary',
    copies: 1,
    pages: null,
    attachments: 0,
    note: '',
  }

  test.each([
    ['关于购置搅拌车的请示', 'request'],
    ['关于同意购置搅拌车的批复', 'reply'],
    ['关于做好防疫工作的通知（第二次）', 'notice'],
    ['关于报送年度计划的函', 'letter'],
    ['奶业简报', 'bulletin'],
    ['青贮收贮台账', undefined],
  ])('S1.2 the title “%s” tells its genre: %s', (title, genre) => {
    expect(genreOf(title)).toBe(genre)
  })

  test('S14.5 its year is that of the document, and that of the register where the document bears no day', () => {
    expect(proposeYearOf(known).year).toBe(2025)
    expect(proposeYearOf({ ...known, datedOn: '' })).toMatchObject({ year: 2026, because: { basis: 'received' } })
  })

  test('S1.2 who sent it is its creator: the counterpart of what came, the organisation of what went', () => {
    const place = { year: 2025, retention: 'D30' as const }
    expect(itemOfLine(known, place)).toMatchObject({ creator: '市农业农村局', fields: { receivedOn: '2026-01-05' } })
    const sent = itemOfLine({ ...known, direction: 'sent' }, place)
    expect(sent.creator).toBe('青原奶牛场')
    expect(sent.fields).not.toHaveProperty('receivedOn')
  })

  test('S5.2 a contract without a number of its own has that of its unit’s register', () => {
    const contract = { ...known, kind: 'contract' as const, unitCode: 'SYZ-2026-0003' }
    expect(itemOfLine(contract, { year: 2025, retention: 'D30' }).fields).toMatchObject({
      contractNo: 'SYZ-2026-0003',
      counterparty: '市农业农村局',
      signedOn: '2025-12-28',
    })
  })

  test('S14.3 its files lie in the order of an item: original, final draft, print, annex, then the rest', () => {
    const labels = ['other', 'annex', '', 'final', 'original', 'print'].map(label => ({ label }))
    expect(inFileOrder(labels).map(({ label }) => label)).toEqual(['original', 'final', 'print', 'annex', 'other', ''])
  })
})
