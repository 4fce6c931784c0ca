import type { ReactNode } from 'react'
import { dateOf, timeOf } from '../dates.ts'
import './timeline.css'

/** Something that happened, as a sentence: who did what. */
export interface TimelineEntry {
  readonly id: string
  readonly at: string
  readonly who: string
  readonly what: string
  /** What changed, or why: shown beneath. */
  readonly detail?: ReactNode
}

/** What happened to a thing, newest first, under the dates it happened on. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const days = Map.groupBy(entries, entry => dateOf(entry.at))
  return (
    <ol className="timeline">
      {[...days].map(([date, happened]) => (
        <li key={date}>
          <p className="tabular timeline-date">{date}</p>
          <ol>
            {happened.map(({ id, at, who, what, detail }) => (
              <li key={id} className="timeline-entry">
                <time className="tabular faint" dateTime={at}>
                  {timeOf(at)}
                </time>
                <div>
                  <b>{who}</b> {what}
                  {detail && <div className="small timeline-detail">{detail}</div>}
                </div>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}
