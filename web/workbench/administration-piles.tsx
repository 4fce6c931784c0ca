import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client, type Output } from '../../client/client.ts'
import { counted, useLanguage } from '../language.ts'
import { StatusTag } from '../pieces/status-tag.tsx'
import { useMayAny } from '../session.ts'
import { Pile } from './pile.tsx'

type Person = Output<'person.list'>['people'][number]

/** Everybody who may sign in but holds no post; an organisation's people are few enough to be gone through. */
async function peopleWithoutPost(): Promise<Person[]> {
  const found: Person[] = []
  let after: string | undefined
  do {
    const { people, next } = await client.ask('person.list', { limit: 200, ...(after && { after }) })
    found.push(...people.filter(({ posts, disabledAt }) => posts.length === 0 && disabledAt === null))
    after = next ?? undefined
  } while (after)
  return found
}

const shown = 8

/** People without a post 岗位, who can do nothing until the security officer gives them one. */
export function PostlessPile() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const {
    data: people = [],
    isPending,
    error,
  } = useQuery({ queryKey: ['person.list', 'without-post'], queryFn: peopleWithoutPost })
  return (
    <Pile
      title={t({ zh: '还没有岗位的人', en: 'People without a post' })}
      count={people.length > 0 && <Link to="/settings/organisation">{counted(people.length, 'person')}</Link>}
      loading={isPending}
      error={error}
      empty={t({ zh: '人人都有岗位。', en: 'Everybody holds a post.' })}
    >
      {people.slice(0, shown).map(({ id, name, login }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td>{login ?? <span className="faint">{t({ zh: '没有登录名', en: 'no login' })}</span>}</td>
          <td className="pile-act">
            {mayAny(['post.grant']) && (
              <Link to="/settings/organisation" className="button">
                {t({ zh: '给岗位', en: 'Grant' })}
              </Link>
            )}
          </td>
        </tr>
      ))}
    </Pile>
  )
}

const states: Readonly<Record<string, { tone: 'plain' | 'due' | 'done' | 'late'; zh: string; en: string }>> = {
  waiting: { tone: 'plain', zh: '排队', en: 'waiting' },
  running: { tone: 'due', zh: '进行中', en: 'running' },
  finished: { tone: 'done', zh: '完成', en: 'finished' },
  failed: { tone: 'late', zh: '失败', en: 'failed' },
  cancelled: { tone: 'plain', zh: '已停下', en: 'stopped' },
}

/** Background work 后台任务: what has failed, what waits, and the long jobs of late. */
export function JobPile() {
  const { t } = useLanguage()
  const { data, isPending, error } = useQuery({
    queryKey: ['job.list'],
    queryFn: () => client.ask('job.list', {}),
    refetchInterval: 15_000,
  })
  const long = data?.long.slice(0, shown) ?? []
  return (
    <Pile
      title={t({ zh: '后台任务', en: 'Background work' })}
      count={
        data && (
          <>
            {data.failing > 0 ? (
              <StatusTag tone="late">
                {t({ zh: `${data.failing} 个失败，正在再试`, en: `${data.failing} failed, being tried again` })}
              </StatusTag>
            ) : (
              <StatusTag tone="done">{t({ zh: '没有失败的', en: 'None failed' })}</StatusTag>
            )}
            {data.waiting > 0 && (
              <span className="faint small">
                {' '}
                {t({ zh: `${data.waiting} 个在排队`, en: `${data.waiting} waiting` })}
              </span>
            )}
          </>
        )
      }
      loading={isPending}
      error={error}
      empty={t({ zh: '近来没有长任务。', en: 'No long jobs of late.' })}
    >
      {long.map(({ id, label, labelEn, done, total, state, failure }) => {
        const shownState = states[state]
        return (
          <tr key={id}>
            <th scope="row">{t({ zh: label, en: labelEn })}</th>
            <td className="pile-note">{total > 0 && `${done.toLocaleString('en')} / ${total.toLocaleString('en')}`}</td>
            <td title={failure ?? undefined}>
              {shownState ? <StatusTag tone={shownState.tone}>{failure ?? t(shownState)}</StatusTag> : state}
            </td>
          </tr>
        )
      })}
    </Pile>
  )
}
