import { sha256 } from '../platform/ids.ts'

const dayMs = 86_400_000

/** A whole number from 0 up to but not `below` that follows from the seed alone. */
export const draw = (seed: string, below: number): number => Number.parseInt(sha256(seed).slice(0, 8), 16) % below

/** One of the words, chosen by the seed alone. */
export function pick<T>(words: readonly T[], seed: string): T {
  const word = words[draw(seed, words.length)]
  if (word === undefined) throw new Error('nothing to choose from')
  return word
}

/** An ISO date so many days later. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)

/** A day of the month `yyyy-mm` that is no weekend, chosen by the seed alone; the first week is left out for its holidays. */
export function workingDay(yearMonth: string, seed: string): string {
  const date = `${yearMonth}-${String(8 + draw(seed, 19)).padStart(2, '0')}`
  const weekday = new Date(date).getUTCDay()
  return daysAfter(date, weekday === 0 ? 1 : weekday === 6 ? 2 : 0)
}
