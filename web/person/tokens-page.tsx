import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { DateText, MomentText } from '../pieces/date-text.tsx'
import { Empty } from '../pieces/empty.tsx'
import { notify } from '../pieces/notices.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import { TokenForm } from './token-form.tsx'
import './person.css'

const tokensQuery = { queryKey: ['token.list'], queryFn: () => client.ask('token.list', {}) }

type Token = Awaited<ReturnType<typeof tokensQuery.queryFn>>['tokens'][number]

/** My tokens 访问令牌: programs that may act in my name, what they may do, and how long. */
export function TokensPage() {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const { data, error } = useQuery(tokensQuery)
  const [secret, setSecret] = useState<string | null>(null)
  const refresh = () => queryClient.invalidateQueries(tokensQuery)
  return (
    <Page
      title={t({ zh: '访问令牌', en: 'My tokens' })}
      lead={t({
        zh: '给扫描仪、接口程序用，不必交出口令；权限不会超过您自己的。',
        en: 'For scanners and programs, so that no password is handed out; never wider than your own rights.',
      })}
    >
      <TokenForm
        onCreated={created => {
          setSecret(created)
          void refresh()
        }}
      />
      {secret && (
        <div className="notice notice-due">
          <div>
            <p>
              {t({
                zh: '令牌只显示这一次，请现在抄到程序里：',
                en: 'Shown only this once; copy it into the program now:',
              })}
            </p>
            <p className="person-secret">
              <CodeCell code={secret} />
            </p>
          </div>
        </div>
      )}
      <RefusalNotice error={error} />
      {data?.tokens.length === 0 && (
        <Empty
          title={t({ zh: '还没有令牌', en: 'No tokens yet' })}
          hint={t({
            zh: '需要程序代您上传或登记时，在上面建一个。',
            en: 'Create one above when a program is to upload or register for you.',
          })}
        />
      )}
      <ul className="person-list">
        {data?.tokens.map(token => (
          <TokenLine key={token.id} token={token} onRevoked={refresh} />
        ))}
      </ul>
    </Page>
  )
}

function TokenLine({ token, onRevoked }: { token: Token; onRevoked: () => Promise<void> }) {
  const { t } = useLanguage()
  const revoke = useMutation({
    mutationFn: () => client.tell('token.revoke', { tokenId: token.id }),
    onSuccess() {
      notify(t({ zh: `已撤销“${token.name}”`, en: `Revoked “${token.name}”` }))
      return onRevoked()
    },
  })
  const expired = Date.parse(token.expiresAt) < Date.now()
  return (
    <li>
      <div>
        <b>{token.name}</b>
        <span className="small faint">
          {token.permissions ? token.permissions.join('、') : t({ zh: '与本人权限相同', en: 'All that I may do' })} ·{' '}
          {t({ zh: '有效至', en: 'until' })} <DateText date={token.expiresAt} /> ·{' '}
          {token.usedAt ? t({ zh: '最近使用', en: 'last used' }) : t({ zh: '还没用过', en: 'not used yet' })}{' '}
          <MomentText at={token.usedAt} />
        </span>
        <RefusalNotice error={revoke.error} />
      </div>
      {token.revokedAt || expired ? (
        <StatusTag>
          {token.revokedAt ? t({ zh: '已撤销', en: 'Revoked' }) : t({ zh: '已到期', en: 'Expired' })}
        </StatusTag>
      ) : (
        <button type="button" className="button" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
          {t({ zh: '撤销', en: 'Revoke' })}
        </button>
      )}
    </li>
  )
}
