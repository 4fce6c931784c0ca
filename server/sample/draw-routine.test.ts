import { expect, test } from 'vitest'
import { sampleItems } from './draw-items.ts'
import { drawRoutine, routineYears } from './draw-routine.ts'

const routine = routineYears.flatMap(drawRoutine)

test('the routine of three years makes the sample more than three thousand items, none of the same title', () => {
  const titles = [...routine, ...sampleItems()].map(({ words }) => words.title)
  expect(titles.length).toBeGreaterThanOrEqual(3000)
  expect(new Set(titles).size).toBe(titles.length)
})

test('S14.5 a routine paper bears the year in which it was made', () => {
  expect(routine.filter(({ words }) => words.date.slice(0, 4) !== String(words.year))).toEqual([])
})
