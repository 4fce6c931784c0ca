import { useQuery } from '@tanstack/react-query'
import { lineInput } from '../../domain/registry/line-input.ts'
import { useLanguage, type Wording } from '../language.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { Timeline } from '../pieces/timeline.tsx'
import { type LineEntry, lineHistoryQuery } from './line-queries.ts'

/** What happened to a line, newest first, in sentences: who, what, and why. */
export function LineTimeline({ lineId }: { lineId: string }) {
  const { t, language } = useLanguage()
  const { data, error } = useQuery(lineHistoryQuery(lineId))
  const entries = (data?.entries ?? []).filter(({ event }) => event !== 'attachment.opened').toReversed()
  return (
    <section className="line-part" aria-labelledby="timeline-title">
      <header>
        <h2 id="timeline-title">{t({ zh: '过程', en: 'Timeline' })}</h2>
      </header>
      <RefusalNotice error={error} />
      <Timeline
        entries={entries.map(entry => ({
          id: String(entry.seq),
          at: entry.at,
          who: entry.actorName || t({ zh: '系统', en: 'System' }),
          what: language === 'zh' ? entry.title : entry.titleEn,
          detail: detailOf(entry, t),
        }))}
      />
    </section>
  )
}

/** What an entry tells besides its name: to whom, why, what came of it, which elements changed. */
function detailOf({ data }: LineEntry, t: (wording: Wording) => string): string {
  const facts = data as Readonly<Record<string, unknown>>
  const said = ['to', 'dueOn', 'reason', 'note', 'outcome', 'other', 'name'].map(fact => facts[fact])
  const changed = Object.keys((facts['after'] as object | undefined) ?? {}).map(column => titleOf(column, t))
  return [...said, ...changed].filter(Boolean).join(' · ')
}

/** A column is called as the form calls its element. */
function titleOf(column: string, t: (wording: Wording) => string): string {
  const path = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const field = Object.hasOwn(lineInput.shape, path) ? lineInput.shape[path as keyof typeof lineInput.shape] : undefined
  const { title = column, titleEn = column } = field?.meta() ?? {}
  return t({ zh: title, en: String(titleEn) })
}
