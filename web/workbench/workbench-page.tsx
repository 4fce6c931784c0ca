import { Link } from '@tanstack/react-router'
import { today } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { Page } from '../pieces/page.tsx'
import { useMayAny, useMe } from '../session.ts'
import { navigation } from '../shell/navigation.ts'
import './workbench-page.css'

/** The first page after sign-in: what this person may do here, each with a sentence. */
export function WorkbenchPage() {
  const { t } = useLanguage()
  const me = useMe()
  const mayAny = useMayAny()
  const entries = navigation
    .flat()
    .filter(entry => entry.to !== '/' && (entry.anyOf.length === 0 || mayAny(entry.anyOf)))
  return (
    <Page title={t({ zh: '工作台', en: 'Workbench' })} lead={`${me.name} · ${today()}`}>
      <ul className="workbench-entries">
        {entries.map(entry => (
          <li key={entry.to}>
            <Link to={entry.to}>
              <Icon name={entry.icon} size={22} />
              <span>
                <b>{t(entry.title)}</b>
                <span className="faint small">{t(entry.says)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
