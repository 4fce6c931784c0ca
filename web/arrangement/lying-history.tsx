import { useQuery } from '@tanstack/react-query'
import { client } from '../../client/client.ts'
import { counted, useLanguage, type Wording } from '../language.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { Timeline } from '../pieces/timeline.tsx'

const shown = 100

interface LyingHistoryProps {
  of: 'volume' | 'box'
  id: string
}

/** What happened to a volume or a box, newest first: who did what, to how many. */
export function LyingHistory({ of, id }: LyingHistoryProps) {
  const { t } = useLanguage()
  const { data, error } = useQuery({
    queryKey: [`${of}.history`, id],
    queryFn: () =>
      of === 'volume'
        ? client.ask('volume.history', { volumeId: id, limit: shown })
        : client.ask('box.history', { boxId: id, limit: shown }),
  })
  return (
    <details className="lying-history">
      <summary>{t({ zh: '过程记录', en: 'History' })}</summary>
      <RefusalNotice error={error} />
      <Timeline
        entries={(data?.entries ?? []).toReversed().map(({ seq, at, actorName, title, titleEn, data: facts }) => ({
          id: String(seq),
          at,
          who: actorName || t({ zh: '系统', en: 'System' }),
          what: [t({ zh: title, en: titleEn }), t(detail(facts))].filter(Boolean).join(' '),
        }))}
      />
    </details>
  )
}

/** The code, the number of things or the reason that an entry tells. */
function detail(facts: unknown): Wording {
  const told = (facts ?? {}) as Readonly<Record<string, unknown>>
  const listed = told['itemIds'] ?? told['ids']
  const words = Array.isArray(listed)
    ? counted(listed.length, 'item')
    : [told['code'], told['reason']].filter(value => typeof value === 'string').join(' ')
  return { zh: words, en: words }
}
