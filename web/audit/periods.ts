import { dateOf } from '../dates.ts'

const dayMs = 86_400_000

/** A local date some days before another. */
export const daysBefore = (date: string, days: number): string =>
  dateOf(new Date(Date.parse(`${date}T12:00:00+08:00`) - days * dayMs))

/** The first and last day of the quarter a local date lies in, or of one so many quarters before. */
export function quarterOf(date: string, before = 0): { from: string; to: string } {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const quarter = Math.floor((month - 1) / 3) - before
  const dayAt = (months: number, day: number) => new Date(Date.UTC(year, months, day)).toISOString().slice(0, 10)
  return { from: dayAt(quarter * 3, 1), to: dayAt(quarter * 3 + 3, 0) }
}
