import { expect, test } from 'vitest'
import { climateDay, climateMonth, excessesOf } from './climate.ts'
import { readLogger } from './logger-file.ts'

test('S1.4 a paper room between 14 and 24 degrees and 45 and 60 percent is in order', () => {
  expect(excessesOf({ temperature: 14, humidity: 60 }, 'paper')).toEqual([])
  expect(excessesOf({ temperature: 24.1, humidity: 44.9 }, 'paper')).toEqual(['too-warm', 'too-dry'])
  expect(excessesOf({ temperature: 16, humidity: 46 }, 'film')).toEqual(['too-warm', 'too-damp'])
})

test('S1.4 a day that swings more than 2 degrees or 5 percent to each side is told', () => {
  const morning = { temperature: 18.2, humidity: 50 }
  expect(excessesOf({ temperature: 22.2, humidity: 60 }, 'paper', [morning])).toEqual([])
  expect(excessesOf({ temperature: 22.3, humidity: 49 }, 'paper', [morning])).toEqual(['temperature-swing'])
})

test('S1.4 a day and a month are those of the room', () => {
  expect(climateDay(new Date('2026-02-28T16:00:00Z'))).toBe('2026-03-01')
  expect(climateMonth('2026-12')).toEqual({
    from: new Date('2026-11-30T16:00:00Z'),
    to: new Date('2026-12-31T16:00:00Z'),
  })
})

test('S1.4 a logger’s file is read by its heads in any order; what cannot be read is told by row', () => {
  const lines = [
    { row: 1, cells: ['设备 12'] },
    { row: 2, cells: ['湿度(%RH)', '记录时间', '温度(℃)'] },
    { row: 3, cells: ['52.1', '2026/3/1 8:05', '18.6'] },
    { row: 4, cells: ['--', '2026/3/1 9:05', '18.6'] },
  ]
  const { readings, issues } = readLogger(lines)
  expect(readings).toEqual([{ takenAt: new Date('2026-03-01T00:05:00Z'), temperature: 18.6, humidity: 52.1 }])
  expect(issues).toMatchObject([{ row: 4 }])
  expect(readLogger(lines.slice(2)).issues[0]?.zh).toContain('表头')
})
