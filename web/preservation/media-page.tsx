import { Link, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { client } from '../../client/client.ts'
import { mediumKinds } from '../../domain/preservation/media.ts'
import { today } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { NotPermitted } from '../organisation/not-permitted.tsx'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { Page } from '../pieces/page.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import { useMayAny } from '../session.ts'
import { type Medium, numberOf } from './media.ts'
import { CheckMedium, RegisterMedium } from './media-dialogs.tsx'
import { PreservationTabs } from './preservation-tabs.tsx'
import '../item/tabs.css'

/** Electronic media 载体: what is due to be checked or written anew, and all of them. */
export function MediaPage() {
  const { t } = useLanguage()
  const may = useMayAny()(['medium.list'])
  const title = t({ zh: '保管', en: 'Keeping' })
  return may ? (
    <Media title={title} />
  ) : (
    <Page title={title}>
      <NotPermitted permission="medium.list" />
    </Page>
  )
}

function Media({ title }: { title: string }) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const { show } = useSearch({ from: '/shell/preservation/media' })
  const due = show !== 'all'
  const [registering, setRegistering] = useState(false)
  const [checking, setChecking] = useState<Medium | null>(null)
  const list = useKeyset<Medium>({
    key: ['medium.list', due],
    load: async after => {
      const { media, next } = await client.ask('medium.list', { due, ...(after && { after }) })
      return { rows: media, next }
    },
  })
  const register = mayAny(['medium.register']) && (
    <button type="button" className="button button-seal" onClick={() => setRegistering(true)}>
      {t({ zh: '登记载体', en: 'Register a medium' })}
    </button>
  )
  const onCheck = mayAny(['medium.check']) ? setChecking : undefined
  return (
    <Page
      title={title}
      lead={t({
        zh: '光盘四年一查；硬盘、磁带、U 盘两年一查、四年一重写。',
        en: 'Optical discs are checked every four years; disks, tapes and sticks every two, and written anew every four.',
      })}
      acts={register}
      filled
    >
      <PreservationTabs />
      <KeysetTable
        name="media"
        caption={t({ zh: '载体', en: 'Media' })}
        columns={useColumns(onCheck)}
        list={list}
        rowId={({ id }) => id}
        rowName={numberOf}
        measure="entry"
        tools={<Show due={due} />}
        brief={row => (
          <>
            <span className="tabular">{numberOf(row)}</span> {t(named(row))} <DueTag row={row} />
            <br />
            {row.content} {onCheck && <CheckButton row={row} onCheck={onCheck} />}
          </>
        )}
        empty={
          <Empty
            title={
              due ? t({ zh: '没有到期的', en: 'Nothing is due' }) : t({ zh: '还没有登记载体', en: 'No media yet' })
            }
            hint={t({
              zh: '登记光盘、硬盘、磁带、U 盘，到期前一个月会列在这里。',
              en: 'Register discs, disks, tapes and sticks; they are listed here a month before they are due.',
            })}
            act={register}
          />
        }
      />
      {registering && <RegisterMedium onClose={() => setRegistering(false)} />}
      {checking && <CheckMedium medium={checking} onClose={() => setChecking(null)} />}
    </Page>
  )
}

const named = ({ kind }: Medium) => ({ zh: mediumKinds[kind].title, en: mediumKinds[kind].titleEn })

function Show({ due }: { due: boolean }) {
  const { t } = useLanguage()
  return (
    <nav className="tabs" aria-label={t({ zh: '载体', en: 'Media' })}>
      <Link
        to="/preservation/media"
        search={{}}
        activeOptions={{ exact: true }}
        aria-current={due ? 'page' : undefined}
      >
        {t({ zh: '到期', en: 'Due' })}
      </Link>
      <Link
        to="/preservation/media"
        search={{ show: 'all' }}
        activeOptions={{ exact: true, includeSearch: true }}
        aria-current={due ? undefined : 'page'}
      >
        {t({ zh: '全部', en: 'All' })}
      </Link>
    </nav>
  )
}

function DueTag({ row: { state, checkDueOn, rewriteDueOn } }: { row: Medium }) {
  const { t } = useLanguage()
  if (state === 'replaced') return <StatusTag>{t({ zh: '已停用', en: 'out of use' })}</StatusTag>
  if (state === 'faulty') return <StatusTag tone="late">{t({ zh: '有问题，请转存', en: 'faulty, copy it' })}</StatusTag>
  const rewrite = rewriteDueOn !== null && (checkDueOn === null || rewriteDueOn <= checkDueOn)
  const on = rewrite ? rewriteDueOn : (checkDueOn ?? '')
  const words = rewrite
    ? t({ zh: `${on} 前重写`, en: `write anew by ${on}` })
    : t({ zh: `${on} 前检查`, en: `check by ${on}` })
  return <StatusTag tone={on < today() ? 'late' : 'due'}>{words}</StatusTag>
}

function CheckButton({ row, onCheck }: { row: Medium; onCheck: (row: Medium) => void }) {
  const { t } = useLanguage()
  if (row.state === 'replaced') return null
  return (
    <button
      type="button"
      className="button-link"
      aria-label={t({ zh: `检查 ${numberOf(row)}`, en: `Check ${numberOf(row)}` })}
      onClick={() => onCheck(row)}
    >
      {t({ zh: '检查', en: 'Check' })}
    </button>
  )
}

function useColumns(onCheck: ((row: Medium) => void) | undefined): readonly Column<Medium>[] {
  const { t, language } = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: t speaks the language that is listed
  return useMemo(
    () => [
      {
        key: 'number',
        title: t({ zh: '编号', en: 'Number' }),
        width: 120,
        cell: row => <span className="tabular">{numberOf(row)}</span>,
      },
      { key: 'kind', title: t({ zh: '种类', en: 'Kind' }), width: 100, cell: row => t(named(row)) },
      { key: 'capacity', title: t({ zh: '容量', en: 'Capacity' }), width: 90, cell: row => row.capacity },
      {
        key: 'content',
        title: t({ zh: '内容', en: 'Content' }),
        cell: row => <span title={row.content}>{row.content}</span>,
      },
      { key: 'place', title: t({ zh: '存放位置', en: 'Place' }), width: 130, cell: row => row.place },
      { key: 'made', title: t({ zh: '制作日期', en: 'Made on' }), width: 110, cell: row => row.madeOn },
      { key: 'checked', title: t({ zh: '上次检查', en: 'Last check' }), width: 110, cell: row => row.checkedOn },
      { key: 'due', title: t({ zh: '下次', en: 'Next' }), width: 190, cell: row => <DueTag row={row} /> },
      {
        key: 'act',
        title: t({ zh: '登记', en: 'Enter' }),
        width: 80,
        cell: row => onCheck && <CheckButton row={row} onCheck={onCheck} />,
      },
    ],
    [language, onCheck],
  )
}
