import { refuseRepository } from './refusals.ts'

/** What a stock-take 盘点 finds of each thing: in its place, not there, elsewhere than expected, or a code that is none of ours. */
export const outcomes = {
  found: { title: '相符', titleEn: 'In its place' },
  missing: { title: '未见', titleEn: 'Not seen' },
  misplaced: { title: '错位', titleEn: 'Misplaced' },
  unknown: { title: '不明', titleEn: 'Unknown' },
} as const

export type Outcome = keyof typeof outcomes
export const outcomeCodes = Object.keys(outcomes) as [Outcome, ...Outcome[]]

/** Whether an outcome is a difference 差异, which somebody has to explain before the stock-take is closed. */
export const isDifference = (outcome: Outcome): boolean => outcome !== 'found'

/** How many of each outcome there are, and how many differences nobody has explained. */
export type Tally = Readonly<Record<Outcome, number>> & { readonly open: number }

/** Refuses to close a stock-take while a difference has neither an explanation nor a move (S1.4). */
export function assertClosable(tally: Tally): void {
  if (tally.open > 0) refuseRepository('stocktake.open-differences', { count: tally.open })
}

/** Refuses any further scan or explanation once a stock-take is closed: it is a record. */
export function assertOpen(stocktake: { readonly closed_at: string | null }): void {
  if (stocktake.closed_at !== null) refuseRepository('stocktake.closed')
}
