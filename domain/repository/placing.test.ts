import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysWithin, planUnder, slotsUnder } from './levels.ts'
import { byWalk, proposePlace, spread } from './placing.ts'

const shape = { rows: 2, bays: 3, shelves: 4, slots: 5, sides: 1 as const, slotMm: 800 }

test('S1.4 a room is built by its numbers: row, bay, shelf and slot stand in the code', () => {
  const room = planUnder({ level: 'room', code: '1', sortKey: '0001' }, shape)
  expect(room.filter(({ level }) => level === 'slot')).toHaveLength(2 * 3 * 4 * 5)
  expect(room.at(-1)).toMatchObject({ level: 'slot', code: '1-02-03-04-05', parentCode: '1-02-03-04', capacityMm: 800 })
})

test('S1.4 a shelf that is reached from two aisles has its slots on side A, then on side B', () => {
  const shelf = planUnder({ level: 'shelf', code: '1-01-01-01', sortKey: 'x' }, { ...shape, slots: 2, sides: 2 })
  expect(shelf.map(({ code }) => code.slice(-3))).toEqual(['A01', 'A02', 'B01', 'B02'])
})

test('S1.4 more than one step may build is refused', () => {
  const vast = { ...shape, rows: 99, bays: 99 }
  expect(() => planUnder({ level: 'room', code: '1', sortKey: '0001' }, vast)).toThrow('location.too-many')
})

test('S1.4 places are made in walking order, and what lies in a place is one stretch of it', () => {
  const some = fc.record({
    rows: fc.integer({ min: 1, max: 12 }),
    bays: fc.integer({ min: 1, max: 3 }),
    shelves: fc.integer({ min: 1, max: 3 }),
    slots: fc.integer({ min: 1, max: 11 }),
    sides: fc.constantFrom(1 as const, 2 as const),
    slotMm: fc.constant(500),
  })
  fc.assert(
    fc.property(some, any => {
      const places = planUnder({ level: 'room', code: 'A', sortKey: '0001' }, any)
      expect(places.map(({ sortKey }) => sortKey)).toEqual(places.map(({ sortKey }) => sortKey).sort())
      expect(new Set(places.map(({ code }) => code)).size).toBe(places.length)
      const { from, to } = keysWithin(places[0]?.sortKey ?? '')
      const inFirst = places.filter(({ sortKey }) => sortKey >= from && sortKey < to && sortKey !== from)
      expect(inFirst.filter(({ level }) => level === 'slot')).toHaveLength(slotsUnder('row', any))
    }),
    { numRuns: 40 },
  )
})

test('S14.1 the system tells the place: beside its own class, else behind the class before, else the first that is free', () => {
  const free = { afterSameClass: 'a', afterClassBefore: 'b', first: 'c' }
  expect(proposePlace(free)).toEqual({ locationId: 'a', because: 'same-class' })
  expect(proposePlace({ ...free, afterSameClass: undefined })).toEqual({ locationId: 'b', because: 'class-before' })
  expect(proposePlace({ ...free, afterSameClass: undefined, afterClassBefore: undefined })).toEqual({
    locationId: 'c',
    because: 'first-free',
  })
  expect(proposePlace({ afterSameClass: undefined, afterClassBefore: undefined, first: undefined })).toBeUndefined()
})

test('S1.4 a shelf that is moved stands slot by slot as it stood, and closes up only where it must', () => {
  expect(spread([[30, 30], [], [40]], [100, 100, 100])).toEqual([[0, 0], [], [2]])
  expect(spread([[30, 30], [], [40]], [100])).toEqual([[0, 0], [], [0]])
  expect(spread([[30, 30], [50]], [100])).toBeUndefined()
})

test('S1.4 moving a shelf keeps the order and never fills a slot beyond its length', () => {
  const thick = fc.integer({ min: 10, max: 60 })
  fc.assert(
    fc.property(
      fc.array(fc.array(thick, { maxLength: 5 })),
      fc.array(fc.integer({ min: 0, max: 200 })),
      (slots, free) => {
        const plan = spread(slots, free)
        if (!plan) return
        const into = plan.flat()
        expect(into).toEqual(into.toSorted((a, b) => a - b))
        const used = free.map((_, at) =>
          slots.flat().reduce((sum, mm, thing) => sum + (into[thing] === at ? mm : 0), 0),
        )
        expect(used.every((mm, at) => mm <= (free[at] ?? 0))).toBe(true)
      },
    ),
  )
})

test('S1.4 who fetches walks by room, row, bay, shelf and slot, then from the left', () => {
  const places = [
    { sortKey: '0001.002', position: 1 },
    { sortKey: '0001.001', position: 2 },
    { sortKey: '0001.001', position: 1 },
  ]
  expect(places.toSorted(byWalk)).toEqual([places[2], places[1], places[0]])
})
