import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client } from '../../client/client.ts'
import { counted, useLanguage } from '../language.ts'
import { DueText } from '../pieces/date-text.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import { fondsQuery } from '../search/classification.ts'
import { useMayAny } from '../session.ts'
import { Pile } from '../workbench/pile.tsx'

/** How many of a pile lie uppermost. */
const shown = 6

/** What was forwarded to me and waits 待我办理, the oldest first, with the way to all of it; for who keeps a register, what is overdue. */
export function TaskPile() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const fonds = useQuery(fondsQuery)
  const fondsId = fonds.data?.fonds.find(({ closedAt }) => !closedAt)?.id
  const tasks = useQuery({
    queryKey: ['line.tasks', 'pile'],
    queryFn: () => client.ask('line.tasks', { limit: shown }),
  })
  const counts = useQuery({
    queryKey: ['line.count', fondsId],
    queryFn: () => client.ask('line.count', { fondsId: fondsId ?? '' }),
    enabled: fondsId !== undefined,
  })
  const rows = tasks.data?.tasks ?? []
  const keeps = mayAny(['line.finish'])
  if (rows.length === 0 && !(keeps && counts.data && counts.data.circulating > 0)) return null
  return (
    <Pile
      low
      title={t({ zh: '待我办理', en: 'Waits for me' })}
      count={
        counts.data && (
          <Link to="/registry" search={{ book: 'mine' }}>
            {counted(counts.data.mine, 'entry')}
          </Link>
        )
      }
      act={keeps && counts.data && <RegisterCounts {...counts.data} />}
      empty={t({ zh: '没有等您办理的。', en: 'Nothing waits for you.' })}
      loading={tasks.isPending}
      error={tasks.error}
    >
      {rows.map(task => (
        <tr key={task.id}>
          <th scope="row" title={task.title}>
            <Link to="/registry/$lineId" params={{ lineId: task.lineId }}>
              <span className="pile-title">{task.title}</span>
            </Link>
          </th>
          <td className="pile-note pile-aside">{task.counterpart}</td>
          <td className="pile-moment">{task.dueOn && <DueText date={task.dueOn} />}</td>
        </tr>
      ))}
    </Pile>
  )
}

/** How much is in circulation and how much of it is late, each as the way to the lines behind the number. */
function RegisterCounts({ circulating, overdue }: { circulating: number; overdue: number }) {
  const { t } = useLanguage()
  return (
    <span className="small">
      <Link to="/registry" search={{ book: 'received', state: 'circulating' }}>
        {t({ zh: `传阅中 ${circulating}`, en: `${circulating} circulating` })}
      </Link>{' '}
      {overdue > 0 && (
        <Link to="/registry" search={{ book: 'received', state: 'overdue' }}>
          <StatusTag tone="late">{t({ zh: `逾期 ${overdue}`, en: `${overdue} overdue` })}</StatusTag>
        </Link>
      )}
    </span>
  )
}
