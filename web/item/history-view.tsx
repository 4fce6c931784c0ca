import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { counted, useLanguage } from '../language.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { Timeline } from '../pieces/timeline.tsx'
import { ChangeList } from './change-list.tsx'
import type { Names } from './changes.ts'
import { isLook, sentenceOf } from './history-sentences.ts'
import { historyQuery } from './item-queries.ts'

/** What happened to an item, newest first, in sentences: who, what, from what to what, and why. */
export function HistoryView({ itemId, names }: { itemId: string; names: Names }) {
  const { t } = useLanguage()
  const { data = [], error, isPending } = useQuery(historyQuery(itemId))
  const [looks, setLooks] = useState(false)
  const entries = data.filter(entry => looks || !isLook(entry)).toReversed()
  const hidden = data.filter(isLook).length
  return (
    <div className="history-view">
      <RefusalNotice error={error} />
      {isPending && <p className="faint">{t({ zh: '正在取…', en: 'Fetching…' })}</p>}
      <Timeline
        entries={entries.map(entry => {
          const { what, changes, reason } = sentenceOf(entry, names)
          return {
            id: String(entry.seq),
            at: entry.at,
            who: entry.actorName || t({ zh: '系统', en: 'System' }),
            what,
            detail: (changes.length > 0 || reason) && (
              <>
                <ChangeList changes={changes} />
                {reason && <p>{t({ zh: `原因：${reason}`, en: `Reason: ${reason}` })}</p>}
              </>
            ),
          }
        })}
      />
      {hidden > 0 && (
        <label className="small history-looks">
          <input type="checkbox" checked={looks} onChange={event => setLooks(event.target.checked)} />{' '}
          {t({
            zh: `查看记录也列出（${counted(hidden, 'entry')}）`,
            en: `List who looked as well (${counted(hidden, 'entry')})`,
          })}
        </label>
      )}
    </div>
  )
}
