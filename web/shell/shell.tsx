import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useLanguage } from '../language.ts'
import { Notices } from '../pieces/notices.tsx'
import { ConnectionNotice } from './connection-notice.tsx'
import { BottomNavigation, SideNavigation } from './navigation-bars.tsx'
import { TopBar } from './top-bar.tsx'
import './shell.css'

/** The frame of every page behind sign-in: kinds of work at the left, search and person above, the page in the middle. */
export function Shell() {
  const { t } = useLanguage()
  const main = useRef<HTMLElement>(null)
  useFocusOnNewPage(main)
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t({ zh: '跳到正文', en: 'Skip to the page' })}
      </a>
      <SideNavigation />
      <TopBar />
      <main id="main" ref={main} tabIndex={-1} className="shell-main">
        <ConnectionNotice />
        <Outlet />
      </main>
      <BottomNavigation />
      <Notices />
    </div>
  )
}

/** Moves the keyboard into the page when another one opens, so that the next Tab starts there. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>) {
  const pathname = useRouterState({ select: state => state.resolvedLocation?.pathname ?? state.location.pathname })
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [pathname, main])
}
