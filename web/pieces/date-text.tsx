import { dateOf, daysBetween, momentOf, today } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { StatusTag } from './status-tag.tsx'

/** A date as `2026-11-23`; nothing where there is none. */
export function DateText({ date }: { date: string | null | undefined }) {
  return date ? (
    <time className="tabular" dateTime={date}>
      {date.length > 10 ? dateOf(date) : date}
    </time>
  ) : null
}

/** An instant as `2026-11-23 14:32`. */
export function MomentText({ at }: { at: string | null | undefined }) {
  return at ? (
    <time className="tabular" dateTime={at}>
      {momentOf(at)}
    </time>
  ) : null
}

/** A date by which something is due, with how far away it is; late and soon are said in words as well as shown. */
export function DueText({ date, soonDays = 7 }: { date: string; soonDays?: number }) {
  const { t } = useLanguage()
  const days = daysBetween(today(), date)
  return (
    <>
      <DateText date={date} />{' '}
      {days < 0 ? (
        <StatusTag tone="late">{t({ zh: `已过 ${-days} 天`, en: `${-days} d late` })}</StatusTag>
      ) : days <= soonDays ? (
        <StatusTag tone="due">
          {days === 0 ? t({ zh: '今天', en: 'today' }) : t({ zh: `还有 ${days} 天`, en: `in ${days} d` })}
        </StatusTag>
      ) : null}
    </>
  )
}
