import { expect, test } from 'vitest'
import type { HistoryEntry, ShownItem } from './item-queries.ts'
import { stepsOf } from './item-steps.ts'

const happened = (...events: string[]): HistoryEntry[] =>
  events.map((event, seq) => ({
    seq,
    at: `2026-11-24T0${seq}:00:00Z`,
    actorName: '王敏',
    event,
    title: event,
    titleEn: event,
    data: {},
  }))
const item = (state: string, stored = false) => ({ state, stored }) as ShownItem['item']

test('S1.5 each step that was taken says who and when, the next one is marked', () => {
  const steps = stepsOf(item('numbered'), happened('item.registered', 'item.described', 'item.numbered'), true)
  expect(steps.map(({ name, state }) => `${name.zh} ${state}`)).toEqual([
    '登记 done',
    '著录 done',
    '编号 done',
    '归档 next',
    '入存储库 later',
  ])
  expect(steps[2]).toMatchObject({ who: '王敏', at: '2026-11-24T02:00:00Z' })
})

test('S1.2 a number that was withdrawn is not a step taken', () => {
  const steps = stepsOf(item('draft'), happened('item.registered', 'item.numbered', 'item.unnumbered'), false)
  expect(steps.map(({ state }) => state)).toEqual(['done', 'next', 'later', 'later', 'later'])
  expect(steps[2]?.who).toBe('')
})

test('an item that is filed but not yet written to the store says so', () => {
  const steps = stepsOf(item('filed', false), happened('item.registered', 'item.numbered', 'item.filed'), true)
  expect(steps.at(-1)?.state).toBe('next')
})
