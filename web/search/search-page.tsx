import { useNavigate, useSearch } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { Page } from '../pieces/page.tsx'
import { useClassification } from './classification.ts'
import { Finding } from './finding.tsx'
import { HitList } from './hit-list.tsx'
import { RecentSearches } from './recent-searches.tsx'
import { growTree } from './series-tree.ts'
import { useTyping } from './typing.ts'
import './search-page.css'

/** Search 检索 over everything this person may see: the box above, the filters and what was found here. */
export function SearchPage() {
  const { t } = useLanguage()
  const { q = '', ...filters } = useSearch({ from: '/shell/search' })
  const navigate = useNavigate({ from: '/search' })
  const classification = useClassification()
  const text = q.trim()
  useTyping(
    typed => void navigate({ search: ({ q: _before, ...others }) => (typed ? { ...others, q: typed } : others), replace: true }),
    () => document.querySelector<HTMLElement>('.finding-list tr[data-id]')?.focus(),
  )
  return (
    <Page title={text ? t({ zh: `检索“${text}”`, en: `Search “${text}”` }) : t({ zh: '检索', en: 'Search' })} filled>
      <Finding roots={growTree(classification)} classification={classification} selected="" onPhone="list">
        {text ? <HitList text={text} filters={filters} classification={classification} /> : <RecentSearches />}
      </Finding>
    </Page>
  )
}
