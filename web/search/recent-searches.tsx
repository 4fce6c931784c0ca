import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { useMe } from '../session.ts'
import { forgetSearches, recentSearches } from './kept-searches.ts'
import './recent-searches.css'

/** Before anything is asked: what can be asked, and what this person asked lately on this device. */
export function RecentSearches() {
  const { t } = useLanguage()
  const { personId } = useMe()
  const [recent, setRecent] = useState(() => recentSearches(personId))
  const forget = () => {
    forgetSearches(personId)
    setRecent([])
  }
  return (
    <div className="recent-searches">
      <p>
        {t({
          zh: '在上面的检索框里写几个字：题名、档号、文号、责任者、人名，或文件里的一句话。两个字就能查；不便打字，写拼音首字母，如 fygz 查“防疫工作”。',
          en: 'Write a few words in the box above: title, code, document number, creator, people, or a phrase inside a file. Two characters are enough; pinyin initials work too, such as fygz for 防疫工作.',
        })}
      </p>
      {recent.length > 0 && (
        <section>
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
      )}
    </div>
  )
}
