import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { MomentText } from '../pieces/date-text.tsx'
import { notify } from '../pieces/notices.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import './person.css'

const sessionsQuery = { queryKey: ['session.list'], queryFn: () => client.ask('session.list', {}) }

/** My sessions 登录会话: where I am signed in, and a way to end what I do not recognise. */
export function SessionsPage() {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const { data, error } = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: (sessionId: string) => client.tell('session.close', { sessionId }),
    onSuccess() {
      notify(t({ zh: '已退出那台设备', en: 'Signed out there' }))
      return queryClient.invalidateQueries(sessionsQuery)
    },
  })
  return (
    <Page
      title={t({ zh: '登录会话', en: 'My sessions' })}
      lead={t({
        zh: '您现在在这些地方登录着。不认得的，请退出它并改口令。',
        en: 'You are signed in at these places. End what you do not recognise and change your password.',
      })}
    >
      <RefusalNotice error={error ?? end.error} />
      <ul className="person-list">
        {data?.sessions.map(session => (
          <li key={session.id}>
            <div>
              <b>{session.agent || t({ zh: '未知设备', en: 'Unknown device' })}</b>
              <span className="small faint">
                {t({ zh: '地址', en: 'Address' })} <span className="tabular">{session.address}</span> ·{' '}
                {t({ zh: '登录于', en: 'since' })} <MomentText at={session.createdAt} /> ·{' '}
                {t({ zh: '最近', en: 'last seen' })} <MomentText at={session.seenAt} />
              </span>
            </div>
            {session.current ? (
              <StatusTag tone="done">{t({ zh: '这台设备', en: 'This device' })}</StatusTag>
            ) : (
              <button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate(session.id)}>
                {t({ zh: '退出', en: 'Sign out' })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}
