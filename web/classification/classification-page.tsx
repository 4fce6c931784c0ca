import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.ts'
import { NotPermitted } from '../organisation/not-permitted.tsx'
import { Page } from '../pieces/page.tsx'
import { useMayAny } from '../session.ts'
import { KindPage } from './kind-page.tsx'
import { KindsView } from './kinds-view.tsx'
import { ScopeView } from './scope-view.tsx'
import '../organisation/organisation.css'
import './classification.css'

/** How the holdings are classified: the kinds 门类 with their fields and the codes they get (S8.1, S13.1). */
export function ClassificationPage() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const { kind, tab } = useSearch({ from: '/shell/settings/classification' })
  const title = t({ zh: '门类与分类', en: 'Kinds and classes' })
  if (!mayAny(['kind.show']))
    return (
      <Page title={title}>
        <NotPermitted permission="kind.show" />
      </Page>
    )
  if (kind) return <KindPage key={kind} code={kind} />
  return (
    <Page
      title={title}
      lead={t({
        zh: '每个门类有自己的著录项。可以新增门类、给门类加著录项；已经著录的照原来的样子保存。',
        en: 'Each kind has its own fields. Add a kind, or fields to one; what is described already stays as it was described.',
      })}
    >
      <nav className="view-tabs" aria-label={title}>
        <Tab>{t({ zh: '门类与档号', en: 'Kinds and codes' })}</Tab>
        <Tab tab="scope">{t({ zh: '归档范围', en: 'Filing scope' })}</Tab>
      </nav>
      {tab === 'scope' ? <ScopeView /> : <KindsView />}
    </Page>
  )
}

function Tab({ tab, children }: { tab?: string; children: ReactNode }) {
  const { tab: current } = useSearch({ from: '/shell/settings/classification' })
  return (
    <Link
      to="/settings/classification"
      search={tab ? { tab } : {}}
      className="view-tab"
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={current === tab ? 'page' : undefined}
    >
      {children}
    </Link>
  )
}
