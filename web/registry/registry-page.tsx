import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Direction } from '../../domain/registry/line-input.ts'
import { today } from '../dates.ts'
import { useShortcut } from '../item/shortcut.ts'
import { useLanguage, type Wording } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Icon } from '../pieces/icon.tsx'
import { useNarrow } from '../pieces/narrow.ts'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { BookList } from './book-list.tsx'
import { RegisterPane } from './register-pane.tsx'
import { TaskList } from './task-list.tsx'
import { type Desk, useDesk } from './use-desk.ts'
import '../item/tabs.css'
import '../intake/intake.css'
import './registry.css'

const tabs = {
  received: { zh: '收文', en: 'Received' },
  sent: { zh: '发文', en: 'Sent' },
  unit: { zh: '部门目录', en: 'By department' },
  mine: { zh: '待我办理', en: 'Waits for me' },
} as const satisfies Record<string, Wording>

export type Tab = keyof typeof tabs

/** What this person finds here: books only where they read or keep some. */
function useTabs(): readonly Tab[] {
  const reads = useMayAny()(['line.register', 'line.finish', 'line.forward'])
  return reads ? ['received', 'sent', 'unit', 'mine'] : ['mine', 'received', 'sent']
}

/** The registry 收文发文: the books of what is received and sent, each department's register, and what waits for me. */
export function RegistryPage() {
  const { t } = useLanguage()
  const { desk, error } = useDesk()
  const title = t({ zh: '收文发文', en: 'Registry' })
  if (desk?.fonds.length === 0)
    return (
      <Page title={title}>
        <Empty
          title={t({ zh: '还没有全宗', en: 'No fonds yet' })}
          hint={t({
            zh: '登记簿按全宗和年度立。请档案室负责人先建立全宗。',
            en: 'A book belongs to a fonds and a year. The head of the archive room has to create the fonds first.',
          })}
        />
      </Page>
    )
  return desk ? <Registry desk={desk} /> : <Page title={title}>{error ? <RefusalNotice error={error} /> : null}</Page>
}

function Registry({ desk }: { desk: Desk }) {
  const { t } = useLanguage()
  const asked = useSearch({ from: '/shell/registry' })
  const tabsShown = useTabs()
  const tab = tabsShown.find(one => one === asked.book) ?? tabsShown[0] ?? 'mine'
  const mayRegister = useMayAny()(['line.register'])
  const fonds = desk.fonds.find(({ id }) => id === asked.fonds) ?? desk.fonds.find(({ closedAt }) => !closedAt)
  const registering = asked.register !== undefined && mayRegister && tab !== 'mine' && fonds !== undefined
  const direction: Direction = tab === 'sent' || asked.register === 'sent' ? 'sent' : 'received'
  const narrow = useNarrow()
  const navigate = useNavigate({ from: '/registry' })
  const open = (how: Direction | null) =>
    void navigate({
      search: ({ register: _before, ...others }) => (how ? { ...others, register: how } : others),
      replace: how === null,
    })
  const begin = () => open(tab === 'sent' ? 'sent' : 'received')
  useShortcut('n', begin, mayRegister && !registering && tab !== 'mine')
  const queryClient = useQueryClient()
  return (
    <Page
      title={t({ zh: '收文发文', en: 'Registry' })}
      acts={mayRegister && tab !== 'mine' && !registering && <RegisterActs tab={tab} onOpen={open} />}
      filled
    >
      <div className="intake" data-registering={registering || undefined}>
        {!(narrow && registering) && (
          <div className="intake-left">
            <Tabs tabs={tabsShown} current={tab} />
            {tab === 'mine' || !fonds ? (
              <TaskList />
            ) : (
              <BookList
                key={`${fonds.id} ${tab}`}
                {...{ desk, fonds, book: tab }}
                year={Number(asked.year) || Number(today().slice(0, 4))}
                beside={registering}
                onRegister={mayRegister ? begin : undefined}
              />
            )}
          </div>
        )}
        {registering && (
          <RegisterPane
            key={direction}
            {...{ desk, direction }}
            fondsId={fonds.id}
            onClose={() => open(null)}
            onRegistered={() => void queryClient.invalidateQueries({ queryKey: ['line.list'] })}
          />
        )}
      </div>
    </Page>
  )
}

const begin = {
  received: { zh: '登记收文', en: 'Register received' },
  sent: { zh: '登记发文', en: 'Register sent' },
} as const satisfies Record<Direction, Wording>

/** The buttons that open the form: one for a book, both directions for a department's register. */
function RegisterActs({ tab, onOpen }: { tab: Tab; onOpen: (how: Direction) => void }) {
  const { t } = useLanguage()
  const offered: readonly Direction[] = tab === 'unit' ? ['sent', 'received'] : [tab === 'sent' ? 'sent' : 'received']
  return offered.map((direction, index) => {
    const main = index === offered.length - 1
    return (
      <button
        key={direction}
        type="button"
        className={main ? 'button button-seal' : 'button'}
        aria-keyshortcuts={main ? 'n' : undefined}
        onClick={() => onOpen(direction)}
      >
        <Icon name="plus" size={16} />
        {t(begin[direction])}
        {main && <kbd className="kbd">N</kbd>}
      </button>
    )
  })
}

function Tabs({ tabs: shown, current }: { tabs: readonly Tab[]; current: Tab }) {
  const { t } = useLanguage()
  return (
    <nav className="tabs" aria-label={t({ zh: '登记簿', en: 'Books' })}>
      {shown.map(tab => (
        <Link
          key={tab}
          to="/registry"
          search={({ year, fonds }) => ({ book: tab, ...(year && { year }), ...(fonds && { fonds }) })}
          activeProps={{}}
          aria-current={tab === current ? 'page' : undefined}
        >
          {t(tabs[tab])}
        </Link>
      ))}
    </nav>
  )
}
