import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { useMayAny } from '../session.ts'
import '../organisation/organisation.css'

const tabs = [
  { to: '/preservation', title: { zh: '文字识别', en: 'Recognition' }, permission: 'recognition.list' },
  { to: '/preservation/fixity', title: { zh: '固化检查', en: 'Fixity' }, permission: 'fixity.list' },
  { to: '/preservation/media', title: { zh: '载体', en: 'Media' }, permission: 'medium.list' },
] as const

/** The parts of keeping 保管, each with its own address. */
export function PreservationTabs() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  return (
    <nav className="view-tabs" aria-label={t({ zh: '保管', en: 'Keeping' })}>
      {tabs
        .filter(({ permission }) => mayAny([permission]))
        .map(({ to, title }) => (
          <Link key={to} to={to} className="view-tab" activeOptions={{ exact: true, includeSearch: false }}>
            {t(title)}
          </Link>
        ))}
    </nav>
  )
}
