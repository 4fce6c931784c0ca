import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { useMayAny } from '../session.ts'
import '../organisation/organisation.css'

const tabs = [
  { to: '/repository', title: { zh: '平面', en: 'Plan' }, permission: 'location.list', exact: true },
  { to: '/repository/stocktakes', title: { zh: '盘点', en: 'Stock-take' }, permission: 'stocktake.list', exact: false },
  { to: '/repository/climate', title: { zh: '温湿度', en: 'Climate' }, permission: 'climate.list', exact: false },
  { to: '/repository/registers', title: { zh: '登记簿', en: 'Registers' }, permission: 'place.log', exact: false },
] as const

/** The parts of the work in a repository, each with its own address. */
export function RepositoryTabs() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  return (
    <nav className="view-tabs" aria-label={t({ zh: '库房工作', en: 'Work in the repository' })}>
      {tabs
        .filter(({ permission }) => mayAny([permission]))
        .map(({ to, title, exact }) => (
          <Link key={to} to={to} className="view-tab" activeOptions={{ exact, includeSearch: false }}>
            {t(title)}
          </Link>
        ))}
    </nav>
  )
}
