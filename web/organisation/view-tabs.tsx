import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { StatusTag } from '../pieces/status-tag.tsx'
import { useMe } from '../session.ts'

const tabs = {
  people: { zh: '人员', en: 'People' },
  roles: { zh: '角色与权限', en: 'Roles and rights' },
  separation: { zh: '三员分立', en: 'Separation of duties' },
} as const

type View = keyof typeof tabs

/** The view an address asks for, or the people. */
export const viewOf = (asked: string | undefined): View =>
  asked !== undefined && Object.hasOwn(tabs, asked) ? (asked as View) : 'people'

/** The views of the page, each with its own address; the simplified mode is flagged wherever one is. */
export function ViewTabs({ current }: { current: View }) {
  const { t } = useLanguage()
  const { separation } = useMe()
  return (
    <nav className="view-tabs" aria-label={t({ zh: '机构与人员', en: 'Units and people' })}>
      {(Object.keys(tabs) as View[]).map(view => (
        <Link
          key={view}
          to="/settings/organisation"
          search={view === 'people' ? {} : { tab: view }}
          className="view-tab"
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={view === current ? 'page' : undefined}
        >
          {t(tabs[view])}
          {view === 'separation' && separation === 'simplified' && (
            <StatusTag tone="due">{t({ zh: '简化模式', en: 'simplified' })}</StatusTag>
          )}
        </Link>
      ))}
    </nav>
  )
}
