import type { z } from 'zod'
import type { itemInput } from '../../domain/holdings/item-input.ts'
import type { SampleUnit } from '../../domain/setup/sample-people.ts'
import { contractSlots } from './contract-phrases.ts'
import { type Genre, slots, type Topic } from './document-phrases.ts'
import { draw, pick, workingDay } from './draw.ts'
import { notes } from './text-phrases.ts'

/** All that is registered of an item but its place. */
export type Words = Omit<z.input<typeof itemInput>, 'fondsId' | 'unitId'>

/** An item before it is decided how far it goes. */
export interface Drawn {
  readonly unit: SampleUnit
  readonly topic: Topic
  readonly words: Words & { readonly date: string; readonly title: string }
}

/** Years 年度 the sample's papers are from; nothing is later than its last month. */
export const sampleYears = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026] as const
/** Month of the sample's newest papers. */
export const lastMonth = '2026-10'

/** One time a pattern comes. */
export interface Occurrence<P> {
  readonly pattern: P
  readonly title: string
  readonly date: string
  readonly year: number
}

/** Every month of every year in which a pattern comes, with a title that no other has. */
export function* occurrences<P extends { readonly title: string; readonly months: readonly number[] }>(
  patterns: readonly P[],
): Generator<Occurrence<P>> {
  for (const pattern of patterns) {
    let turn = 0
    for (const year of sampleYears) {
      for (const month of pattern.months) {
        const yearMonth = `${year}-${String(month).padStart(2, '0')}`
        const title = fillTitle(pattern.title, year, turn++)
        if (yearMonth <= lastMonth) yield { pattern, title, year, date: workingDay(yearMonth, title) }
      }
    }
  }
}

/** Fills a title's places: the first word goes round with every turn, the next moves on as well, so that no pair comes twice. */
function fillTitle(title: string, year: number, turn: number): string {
  const years: Readonly<Record<string, number>> = { year, last: year - 1, next: year + 1 }
  let rest = turn
  let before = 0
  return title.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (Object.hasOwn(years, name)) return String(years[name])
    const words = slots[name] ?? contractSlots[name]
    if (!words) throw new Error(`no words for {${name}} in ${title}`)
    const word = words[(rest + before) % words.length]
    before = rest % words.length
    rest = Math.floor(rest / words.length)
    return word ?? ''
  })
}

const pageRanges: Readonly<Partial<Record<Genre, readonly [number, number]>>> = {
  notice: [1, 6],
  reply: [1, 3],
  letter: [1, 3],
  request: [2, 6],
  circular: [1, 4],
  minutes: [3, 12],
  report: [3, 24],
  plan: [4, 30],
  summary: [8, 40],
  regulation: [4, 26],
  return: [1, 60],
}

/** What every item has, with pages 页数 as its genre usually has and now and then a note. */
export function describe(facts: {
  readonly title: string
  readonly date: string
  readonly year: number
  readonly genre: Genre
  readonly retention: 'Y' | 'D30' | 'D10'
}) {
  const { genre, ...written } = facts
  const [least, most] = pageRanges[genre] ?? [1, 16]
  const note = draw(`${written.title} note`, 9) === 0 ? pick(notes, written.title) : ''
  return { ...written, pages: least + draw(`${written.title} pages`, most - least + 1), note }
}
