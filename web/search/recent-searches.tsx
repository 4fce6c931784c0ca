import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { useMe } from '../session.ts'
import { forgetSearches, recentSearches } from './kept-searches.ts'
import './recent-searches.css'

/** What this person asked for lately on this device, each to be asked again. */
export function RecentSearches() {
  const { t } = useLanguage()
  const { personId } = useMe()
  const [recent, setRecent] = useState(() => recentSearches(personId))
  const forget = () => {
    forgetSearches(personId)
    setRecent([])
  }
  if (recent.length === 0) return null
  return (
    <section className="recent-searches">
      <header>
        <h2>{t({ zh: '最近查过', en: 'Searched lately' })}</h2>
        <button type="button" className="button-link small" onClick={forget}>
          {t({ zh: '清除', en: 'Clear' })}
        </button>
      </header>
      <ul>
        {recent.map(q => (
          <li key={q}>
            <Link to="/search" search={{ q }}>
              <Icon name="clock" size={14} />
              {q}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
