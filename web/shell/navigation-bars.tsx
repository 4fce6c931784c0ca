import { Link, useRouterState } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { Popup } from '../pieces/popup.tsx'
import { Seal } from '../pieces/seal.tsx'
import { useMayAny, useMe } from '../session.ts'
import { type Entry, navigation } from './navigation.ts'

/** How many kinds of work a phone's bar holds before the rest moves behind “more”. */
const barHolds = 4

function usePermittedGroups(): Entry[][] {
  const mayAny = useMayAny()
  return navigation
    .map(group => group.filter(({ anyOf }) => anyOf.length === 0 || mayAny(anyOf)))
    .filter(group => group.length > 0)
}

function EntryLink({ entry, className, onClick }: { entry: Entry; className: string; onClick?: () => void }) {
  const { t } = useLanguage()
  const isThere = useRouterState({ select: ({ location }) => entry.also?.includes(location.pathname) ?? false })
  return (
    <Link
      to={entry.to}
      className={className}
      {...(isThere && { 'aria-current': 'page' as const })}
      activeOptions={{ exact: entry.to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      title={t(entry.title)}
      {...(onClick && { onClick })}
    >
      <Icon name={entry.icon} />
      <span>{t(entry.title)}</span>
    </Link>
  )
}

/** The kinds of work this person may do, at the left of a desk's screen. */
export function SideNavigation() {
  const { t } = useLanguage()
  const { organisation } = useMe()
  return (
    <nav className="side" aria-label={t({ zh: '工作', en: 'Work' })}>
      <Link to="/" className="side-name">
        <Seal />
        <span>
          <b lang="zh-CN">兰台</b>
          <span className="side-organisation" title={organisation}>
            {organisation}
          </span>
        </span>
      </Link>
      {usePermittedGroups().map(group => (
        <ul key={group[0]?.to}>
          {group.map(entry => (
            <li key={entry.to}>
              <EntryLink entry={entry} className="side-entry" />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}

/** The same kinds of work under the thumb, on a phone. */
export function BottomNavigation() {
  const { t } = useLanguage()
  const entries = usePermittedGroups().flat()
  const direct = entries.length > barHolds + 1 ? entries.slice(0, barHolds) : entries
  const rest = entries.slice(direct.length)
  return (
    <nav className="bottom" aria-label={t({ zh: '工作', en: 'Work' })}>
      {direct.map(entry => (
        <EntryLink key={entry.to} entry={entry} className="bottom-entry" />
      ))}
      {rest.length > 0 && (
        <Popup
          className="bottom-entry"
          align="end"
          above
          label={
            <>
              <Icon name="more" />
              <span>{t({ zh: '更多', en: 'More' })}</span>
            </>
          }
        >
          {close =>
            rest.map(entry => <EntryLink key={entry.to} entry={entry} className="popup-line" onClick={close} />)
          }
        </Popup>
      )}
    </nav>
  )
}
