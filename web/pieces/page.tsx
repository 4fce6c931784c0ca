import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { Icon } from './icon.tsx'
import './page.css'

/** A step on the way to a page. */
export interface Crumb {
  readonly title: string
  readonly to: NonNullable<LinkProps['to']>
}

interface PageProps {
  title: string
  /** Where this page belongs, outermost first. */
  crumbs?: readonly Crumb[]
  /** One or two sentences under the title: what this page is for. */
  lead?: ReactNode
  /** Acts of the whole page, the most important one last. */
  acts?: ReactNode
  /** Fills what the window leaves, so that a list scrolls in its pane and its foot stays in sight. */
  filled?: boolean
  children: ReactNode
}

/** A page of the shell: where it belongs, its title and acts, then its content. */
export function Page({ title, crumbs = [], lead, acts, filled = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 兰台`
  }, [title])
  return (
    <div className={filled ? 'page page-filled' : 'page'}>
      {crumbs.length > 0 && (
        <nav className="page-crumbs" aria-label="breadcrumb">
          {crumbs.map(crumb => (
            <span key={crumb.to}>
              <Link to={crumb.to}>{crumb.title}</Link>
              <Icon name="right" size={12} />
            </span>
          ))}
        </nav>
      )}
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {acts && <div className="page-acts">{acts}</div>}
      </header>
      {children}
    </div>
  )
}
