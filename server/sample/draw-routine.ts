import { sampleUnits } from '../../domain/setup/sample-people.ts'
import { daysAfter, workingDay } from './draw.ts'
import { type Drawn, describe, lastMonth } from './draw-occurrences.ts'
import { type RoutinePattern, routinePatterns } from './routine-phrases.ts'

/** Years 年度 whose routine papers the sample has: the last three, as an archive room takes them over from its Excel sheets. */
export const routineYears = [2024, 2025, 2026] as const

const weeks = 52

/** The routine papers of a year by date; the same every time. */
export function drawRoutine(year: number): Drawn[] {
  return routinePatterns
    .flatMap(pattern => (pattern.every === 'week' ? inWeeks(pattern, year) : inMonths(pattern, year)))
    .filter(({ words }) => words.date.slice(0, 7) <= lastMonth)
    .sort((a, b) => (a.words.date < b.words.date ? -1 : a.words.date > b.words.date ? 1 : 0))
}

const inWeeks = (pattern: RoutinePattern, year: number): Drawn[] =>
  Array.from({ length: weeks }, (_, at) =>
    paper(pattern, { unit: pattern.units[0] ?? 'BGS', year, date: daysAfter(`${year}-01-05`, at * 7), week: at + 1 }),
  )

const inMonths = (pattern: RoutinePattern, year: number): Drawn[] =>
  pattern.units.flatMap(unit =>
    Array.from({ length: 12 }, (_, at) => {
      const month = at + 1
      const date = workingDay(`${year}-${String(month).padStart(2, '0')}`, `${pattern.title} ${unit} ${year}`)
      return paper(pattern, { unit, year, date, month })
    }),
  )

interface Time {
  readonly unit: Drawn['unit']
  readonly year: number
  readonly date: string
  readonly week?: number
  readonly month?: number
}

function paper({ title: pattern, retention, genre, topic, secrecy = 'internal' }: RoutinePattern, time: Time): Drawn {
  const { unit, year, date } = time
  const places: Readonly<Record<string, string>> = {
    unit: sampleUnits[unit],
    year: String(year),
    week: String(time.week),
    month: String(time.month),
  }
  const title = pattern.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '')
  return {
    unit,
    topic,
    words: {
      ...describe({ title, date, year, genre, retention }),
      kind: 'document',
      secrecy,
      creator: sampleUnits[unit],
      fields: { genre, direction: 'internal' },
    },
  }
}
