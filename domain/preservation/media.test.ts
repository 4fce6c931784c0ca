import { expect, test } from 'vitest'
import { datesAfter, firstDates, yearsLater } from './media.ts'

test('S5.5 magnetic media are checked every two years and written anew every four, optical ones checked every four', () => {
  expect(firstDates('tape', '2024-03-01')).toEqual({ checkDueOn: '2026-03-01', rewriteDueOn: '2028-03-01' })
  expect(firstDates('disk', '2024-03-01')).toEqual(firstDates('tape', '2024-03-01'))
  expect(firstDates('optical', '2024-02-29')).toEqual({ checkDueOn: '2028-02-29', rewriteDueOn: null })
  expect(yearsLater('2024-02-29', 2)).toBe('2026-02-28')
})

test('S5.5 a check moves the next check, only writing anew moves the next writing', () => {
  const tape = { kind: 'tape', rewriteDueOn: '2028-03-01' } as const
  const on = (result: 'sound' | 'rewritten' | 'faulty' | 'replaced') =>
    datesAfter(tape, { checkedOn: '2026-02-20', result })
  expect(on('sound')).toEqual({ checkDueOn: '2028-02-20', rewriteDueOn: '2028-03-01' })
  expect(on('rewritten')).toEqual({ checkDueOn: '2028-02-20', rewriteDueOn: '2030-02-20' })
  expect(on('faulty')).toEqual({ checkDueOn: '2026-02-20', rewriteDueOn: '2028-03-01' })
  expect(on('replaced')).toEqual({ checkDueOn: null, rewriteDueOn: null })
})
