import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { useMayAny, useMe } from '../session.ts'
import { FirstPasswordNotice } from './first-password-notice.tsx'
import type { FirstPassword } from './new-person-panel.tsx'
import { holdersOf } from './officers.ts'
import type { Person, useEveryone } from './people.ts'
import { PersonState } from './people-list.tsx'
import { PersonAccount } from './person-account.tsx'
import { PersonClearance } from './person-clearance.tsx'
import { PersonPosts } from './person-posts.tsx'
import { SidePanel } from './side-panel.tsx'
import './person-panel.css'

interface PersonPanelProps {
  person: Person
  everyone: ReturnType<typeof useEveryone>
  /** The one-time password just made for this person. */
  given: FirstPassword | null
  onGiven: (given: FirstPassword) => void
  onTold: () => void
  onClose: () => void
}

/** One person: posts 岗位, clearance 知悉范围 and account 账号, each with the acts of whoever is responsible for it. */
export function PersonPanel({ person, everyone, given, onGiven, onTold, onClose }: PersonPanelProps) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  return (
    <SidePanel
      title={person.name}
      under={
        <p className="person-under">
          {person.login && <span className="tabular">{person.login}</span>}
          <PersonState person={person} />
          {mayAny(['audit.list']) && (
            <Link to="/audit" search={{ person: person.id }}>
              {t({ zh: '看审计记录', en: 'In the trail' })}
            </Link>
          )}
        </p>
      }
      onClose={onClose}
    >
      {given && given.password !== '' && (
        <FirstPasswordNotice name={person.name} password={given.password} onTold={onTold} />
      )}
      <OtherHalf person={person} everyone={everyone} />
      <PersonPosts person={person} everyone={everyone} />
      <PersonClearance person={person} />
      <PersonAccount person={person} everyone={everyone} onGiven={onGiven} />
    </SidePanel>
  )
}

/** What is still to be done for this person, and by whom. */
function OtherHalf({ person, everyone }: Pick<PersonPanelProps, 'person' | 'everyone'>) {
  const { t, language } = useLanguage()
  const mayAny = useMayAny()
  const { personId } = useMe()
  if (person.posts.length > 0 || person.disabledAt !== null || mayAny(['post.grant'])) return null
  const names = holdersOf(everyone.people, 'security-officer')
    .filter(({ id }) => id !== personId)
    .map(({ name }) => name)
    .join(language === 'zh' ? '、' : ', ')
  return (
    <p className="notice notice-due other-half">
      {t({
        zh: `账号已建，还没有岗位：请安全保密员${names ? `（${names}）` : ''}授权，否则登录后什么也看不到。`,
        en: `The account is there, a post is not: ask the security officer${names ? ` (${names})` : ''} to grant one; until then nothing can be seen.`,
      })}
    </p>
  )
}
