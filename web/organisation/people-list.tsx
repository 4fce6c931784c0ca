import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { secrecyLevels } from '../../domain/access/secrecy.ts'
import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Icon } from '../pieces/icon.tsx'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { SecrecyTag } from '../pieces/secrecy-tag.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import { useMayAny } from '../session.ts'
import { FindBox } from './find-box.tsx'
import { type Person, type useEveryone, usePeople } from './people.ts'
import { type Show, showOf, shows, stateOf, stateWords } from './person-state.ts'
import { withBelow } from './unit-tree.ts'
import { useUnits } from './units.ts'

interface PeopleListProps {
  everyone: ReturnType<typeof useEveryone>
  onOpen: (personId: string) => void
}

/** The people of the unit chosen at the left, found by name, login or pinyin initials. */
export function PeopleList({ everyone, onOpen }: PeopleListProps) {
  const { t } = useLanguage()
  const { unit, q = '', show: asked, person } = useSearch({ from: '/shell/settings/organisation' })
  const units = useUnits()
  const within = useMemo(() => (unit ? withBelow(units, unit) : null), [units, unit])
  const show = showOf(asked)
  const list = usePeople({ text: q, units: within, show })
  const mayAny = useMayAny()
  const navigate = useNavigate({ from: '/settings/organisation' })
  const find = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _before, ...others }) => (text ? { ...others, q: text } : others),
        replace: true,
      }),
    [navigate],
  )
  return (
    <KeysetTable
      name="people"
      caption={t({ zh: '人员', en: 'People' })}
      columns={useColumns(person !== undefined)}
      list={list}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      measure="person"
      brief={briefly}
      onOpen={onOpen}
      current={person}
      empty={<NobodyFound show={show} narrowed={q !== '' || unit !== undefined} />}
      tools={
        <>
          <FindBox
            name={t({ zh: '找人', en: 'Find people' })}
            placeholder={t({ zh: '姓名、登录名、拼音首字母', en: 'Name, login, pinyin initials' })}
            asked={q}
            onFind={find}
          />
          <ShowFilter show={show} people={everyone.whole ? everyone.people : null} />
          {mayAny(['person.create']) && (
            <button type="button" className="button button-seal" onClick={() => onOpen('new')}>
              <Icon name="plus" size={14} />
              {t({ zh: '新建人员', en: 'New person' })}
            </button>
          )}
        </>
      }
    />
  )
}

function useColumns(panelOpen: boolean): Column<Person>[] {
  const { t, language } = useLanguage()
  return useMemo(
    () => [
      {
        key: 'name',
        title: t({ zh: '姓名', en: 'Name' }),
        width: language === 'zh' ? 108 : 140,
        frozen: true,
        cell: ({ name }) => <b className="person-name-cell">{name}</b>,
      },
      {
        key: 'login',
        title: t({ zh: '登录名', en: 'Login' }),
        width: 128,
        cell: ({ login }) => login ?? <span className="faint">—</span>,
      },
      { key: 'posts', title: t({ zh: '岗位', en: 'Posts' }), cell: person => <PostsText person={person} /> },
      ...(panelOpen
        ? []
        : [
            {
              key: 'clearance',
              title: t({ zh: '知悉范围', en: 'Clearance' }),
              width: language === 'zh' ? 112 : 152,
              cell: ({ clearance }: Person) => <SecrecyTag secrecy={clearance} />,
            },
          ]),
      {
        key: 'state',
        title: t({ zh: '状态', en: 'State' }),
        width: 104,
        cell: person => <PersonState person={person} />,
      },
    ],
    [t, language, panelOpen],
  )
}

export function PersonState({ person }: { person: Person }) {
  const { t } = useLanguage()
  const words = stateWords[stateOf(person)]
  return <StatusTag tone={words.tone}>{t(words)}</StatusTag>
}

function PostsText({ person: { posts } }: { person: Person }) {
  const { t, language } = useLanguage()
  if (posts.length === 0) return <span className="faint">—</span>
  const text = posts
    .map(({ roleTitle, roleTitleEn, unitName }) =>
      t({ zh: `${roleTitle}（${unitName}）`, en: `${roleTitleEn} (${unitName})` }),
    )
    .join(language === 'zh' ? '、' : ', ')
  return <span title={text}>{text}</span>
}

const briefly = (person: Person) => (
  <div className="person-brief">
    <b>{person.name}</b>
    <PersonState person={person} />
    <span className="small">
      <PostsText person={person} />
    </span>
    <span className="small faint">
      {person.login && `${person.login} · `}
      <ClearanceText clearance={person.clearance} />
    </span>
  </div>
)

function ClearanceText({ clearance }: Pick<Person, 'clearance'>) {
  const { t } = useLanguage()
  const { title, titleEn } = secrecyLevels[clearance]
  return t({ zh: `知悉：${title}`, en: `Clearance: ${titleEn}` })
}

interface ShowFilterProps {
  show: Show
  /** Everybody, to say how many each choice has; null while it is not known. */
  people: readonly Person[] | null
}

function ShowFilter({ show, people }: ShowFilterProps) {
  const { t } = useLanguage()
  const navigate = useNavigate({ from: '/settings/organisation' })
  return (
    <select
      className="input organisation-show"
      aria-label={t({ zh: '显示哪些人', en: 'Whom to show' })}
      value={show}
      onChange={({ target: { value } }) =>
        void navigate({
          search: ({ show: _before, ...others }) => (value === 'all' ? others : { ...others, show: value }),
        })
      }
    >
      {(Object.keys(shows) as Show[]).map(one => (
        <option key={one} value={one}>
          {t(shows[one])}
          {people && ` ${people.filter(shows[one].keeps).length}`}
        </option>
      ))}
    </select>
  )
}

interface NobodyFoundProps {
  show: Show
  /** Whether a word or a unit narrows the list as well. */
  narrowed: boolean
}

function NobodyFound({ show, narrowed }: NobodyFoundProps) {
  const { t } = useLanguage()
  if (show === 'no-post' && !narrowed)
    return (
      <Empty
        title={t({ zh: '人人都有岗位', en: 'Everybody holds a post' })}
        hint={t({
          zh: '新建的人员会先在这里，等安全保密员授权。',
          en: 'New people come here first, until the security officer grants them a post.',
        })}
      />
    )
  return (
    <Empty
      title={t({ zh: '没有找到', en: 'Nobody found' })}
      hint={t({
        zh: '换个姓名、登录名或拼音首字母，或去掉机构、状态的条件。',
        en: 'Try another name, login or pinyin initials, or drop the unit or state.',
      })}
    />
  )
}
