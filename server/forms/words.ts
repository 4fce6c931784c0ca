import { secrecyLevels, secrecyOf } from '../../domain/access/secrecy.ts'
import { readRetention, retentionTitle } from '../../domain/holdings/retention.ts'

/** Name of a stored retention: 永久, 30年. */
export function retentionName(retention: string): string {
  const code = readRetention(retention)
  return code ? retentionTitle(code).title : retention
}

/** A day as forms write it, in eight digits; empty when unknown. */
export const eightDigits = (day: string | null): string => (day ?? '').replaceAll('-', '')

/** A day written out for a signature: 2026 年 11 月 24 日. */
export function dayInWords(day: string | null): string {
  const [year, month, date] = (day ?? '').split('-').map(Number)
  return year ? `${year} 年 ${month} 月 ${date} 日` : ''
}

/** Months from the first to the last paper, as covers write them. */
export function periodInWords(first: string | null, last: string | null): string {
  const month = (day: string) => `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月`
  return first && last ? `自 ${month(first)} 至 ${month(last)}` : ''
}

/** The same in digits, for the column of a list. */
export const periodInDigits = (first: string | null, last: string | null): string =>
  first && last ? (first === last ? eightDigits(first) : `${eightDigits(first)}-${eightDigits(last)}`) : ''

/** A title as catalogues write it: in square brackets when the archivist made it. */
export const titleIn = (title: string, selfMade: boolean): string => (selfMade ? `[${title}]` : title)

/** The last part of a code, which is the number of the item or volume: 0012 of A001-WS·2024-Y-0012. */
export const lastPart = (code: string | null): string => code?.split('-').at(-1) ?? ''

/** What stands of a code before its last part. */
export const classPart = (code: string | null): string => code?.split('-').slice(0, -1).join('-') ?? ''

/** Name of a level as forms write it: nothing for 公开. */
export const secrecyTitle = (rank: number): string => (rank === 0 ? '' : secrecyLevels[secrecyOf(rank)].title)
