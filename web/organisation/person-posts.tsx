import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { roles } from '../../domain/access/roles.ts'
import { useLanguage } from '../language.ts'
import { notify } from '../pieces/notices.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny, useMe } from '../session.ts'
import { GrantForm } from './grant-form.tsx'
import { lastIn } from './officers.ts'
import { type HeldPost, type Person, type useEveryone, useRefreshPeople } from './people.ts'
import { RuleLink } from './rule-link.tsx'
import { PanelPart } from './side-panel.tsx'

interface PersonPostsProps {
  person: Person
  everyone: ReturnType<typeof useEveryone>
}

/** The posts 岗位 a person holds, one or several; the security officer grants and revokes them. */
export function PersonPosts({ person, everyone }: PersonPostsProps) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const { personId } = useMe()
  const [granting, setGranting] = useState(false)
  const oneself = person.id === personId
  const mayGrant = mayAny(['post.grant']) && !oneself
  const open = granting || person.posts.length === 0
  return (
    <PanelPart
      title={t({ zh: '岗位', en: 'Posts' })}
      act={
        mayGrant &&
        !open && (
          <button type="button" className="button" onClick={() => setGranting(true)}>
            {t({ zh: '再授一个岗位', en: 'Grant another post' })}
          </button>
        )
      }
    >
      {person.posts.length === 0 && !mayGrant && (
        <p className="faint">{t({ zh: '没有岗位，什么也看不到。', en: 'No post; nothing can be seen.' })}</p>
      )}
      <ul className="held-posts">
        {person.posts.map(post => (
          <PostLine key={post.id} post={post} person={person} everyone={everyone} />
        ))}
      </ul>
      {mayGrant && open && (
        <GrantForm
          person={person}
          onDone={() => setGranting(false)}
          {...(person.posts.length > 0 && { onCancel: () => setGranting(false) })}
        />
      )}
      {mayAny(['post.grant']) && oneself && (
        <p className="small faint">
          {t({
            zh: '不能给自己授权，请另一名安全保密员来做。',
            en: 'Nobody grants rights to themselves; another security officer must do it.',
          })}
          <RuleLink rule="S17.4" />
        </p>
      )}
      {!mayAny(['post.grant']) && (
        <p className="small faint">
          {t({ zh: '授予和撤销由安全保密员来做。', en: 'Granting and revoking is the security officer’s to do.' })}
        </p>
      )}
    </PanelPart>
  )
}

function PostLine({ post, person, everyone }: { post: HeldPost } & PersonPostsProps) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const revoke = useRevoke(person, post)
  const title = t({ zh: post.roleTitle, en: post.roleTitleEn })
  const others = person.posts.some(({ id, role }) => id !== post.id && role === post.role)
  const last = everyone.whole && !others && lastIn(everyone.people, person).some(role => role === post.role)
  return (
    <li>
      <span>
        <b>{title}</b> <span className="faint">{post.unitName}</span>
      </span>
      {mayAny(['post.revoke']) &&
        (last ? (
          <span className="small faint">
            {t({ zh: '最后一名，不能撤', en: 'The last one; stays' })}
            <RuleLink rule="S17.4" />
          </span>
        ) : (
          <button
            type="button"
            className="button-link"
            aria-label={t({ zh: `撤销 ${title}`, en: `Revoke ${title}` })}
            disabled={revoke.isPending}
            onClick={() => revoke.mutate()}
          >
            {t({ zh: '撤销', en: 'Revoke' })}
          </button>
        ))}
      <RefusalNotice error={revoke.error} />
    </li>
  )
}

/** Revokes a post; taking it back grants the same post anew, and both stand in the trail. */
function useRevoke(person: Person, post: HeldPost) {
  const { t } = useLanguage()
  const refresh = useRefreshPeople()
  const restore = useMutation({
    mutationFn: (role: keyof typeof roles) =>
      client.tell('post.grant', { personId: person.id, unitId: post.unitId, role }),
    onSettled: refresh,
    onError: error => notify(error.message),
  })
  return useMutation({
    mutationFn: () => client.tell('post.revoke', { postId: post.id }),
    async onSuccess() {
      await refresh()
      const role = Object.hasOwn(roles, post.role) ? (post.role as keyof typeof roles) : undefined
      notify({
        text: t({
          zh: `已撤销 ${person.name} 的岗位：${post.roleTitle}（${post.unitName}）`,
          en: `Revoked from ${person.name}: ${post.roleTitleEn} (${post.unitName})`,
        }),
        ...(role && { act: { label: t({ zh: '撤回', en: 'Undo' }), run: () => restore.mutate(role) } }),
      })
    },
  })
}
