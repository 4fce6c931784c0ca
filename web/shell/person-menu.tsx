import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { Popup } from '../pieces/popup.tsx'
import { useMe } from '../session.ts'

const own = [
  { to: '/me/password', title: { zh: '修改口令', en: 'Change password' } },
  { to: '/me/sessions', title: { zh: '登录会话', en: 'My sessions' } },
  { to: '/me/tokens', title: { zh: '访问令牌', en: 'My tokens' } },
  { to: '/api-docs', title: { zh: '接口说明', en: 'API' } },
] as const

/** The person: who is signed in and in which posts, their own settings, and the way out. */
export function PersonMenu() {
  const { t, language } = useLanguage()
  const me = useMe()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const signOut = useMutation({
    mutationFn: () => client.tell('session.close', {}),
    onSuccess: () => navigate({ to: '/sign-in' }).then(() => queryClient.clear()),
  })
  return (
    <Popup
      className="button button-quiet person-button"
      align="end"
      label={
        <>
          <Icon name="person" />
          <span className="person-name">{me.name}</span>
          <Icon name="down" size={12} />
        </>
      }
    >
      {close => (
        <>
          <div className="person-who">
            <b>{me.name}</b>
            <span className="faint small">{me.login}</span>
            {me.posts.map(post => (
              <span key={`${post.role} ${post.unitId}`} className="small">
                {post.unitName} · {t({ zh: post.roleTitle, en: post.roleTitleEn })}
              </span>
            ))}
          </div>
          <hr className="popup-rule" />
          {own.map(({ to, title }) => (
            <Link key={to} to={to} className="popup-line" onClick={close}>
              {t(title)}
            </Link>
          ))}
          <Link to="/guide/$language/$page" params={{ language, page: 'start' }} className="popup-line" onClick={close}>
            {t({ zh: '使用指南', en: 'Guide' })}
          </Link>
          <hr className="popup-rule" />
          <button type="button" className="popup-line" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
            {t({ zh: '退出登录', en: 'Sign out' })}
          </button>
        </>
      )}
    </Popup>
  )
}
