import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { client } from '../../client/client.ts'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { useMayAny } from '../session.ts'
import type { Arranging } from './use-arranging.tsx'

/** Begins a check of what is selected, or of the whole series, and leads to the report of the last one. */
export function CheckButton({ arranging }: { arranging: Arranging }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const may = useMayAny()(['check.start'])
  const { series, selection } = arranging
  const { data } = useQuery({
    queryKey: ['check.list', series.id],
    queryFn: () => client.ask('check.list', { seriesId: series.id, limit: 1 }),
    enabled: may,
  })
  if (!may) return null
  const [last] = data?.checks ?? []
  const start = async () => {
    const ids = [...selection.ids]
    const { checkId } = await client.tell('check.start', ids.length > 0 ? { ids } : { seriesId: series.id })
    await navigate({ to: '/checks/$checkId', params: { checkId } })
  }
  return (
    <span className="arrange-check">
      {last && (
        <Link to="/checks/$checkId" params={{ checkId: last.id }} className="small">
          {t({
            zh: `上次检测 ${momentOf(last.startedAt)}${last.failed > 0 ? `，${last.failed} 项不通过` : ''}`,
            en: `Last check ${momentOf(last.startedAt)}${last.failed > 0 ? `, ${last.failed} failed` : ''}`,
          })}
        </Link>
      )}
      <button type="button" className="button" disabled={arranging.busy} onClick={() => void arranging.act(start)}>
        {t({ zh: '四性检测', en: 'Check before filing' })}
      </button>
    </span>
  )
}
