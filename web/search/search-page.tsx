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
    typed =>
      void navigate({
        search: ({ q: _before, ...others }) => (typed ? { ...others, q: typed } : others),
        replace: true,
      }),
    () => document.querySelector<HTMLElement>('.finding-list tr[data-id]')?.focus(),
  )
  return (
    <Page title={text ? t({ zh: `检索“${text}”`, en: `Search “${text}”` }) : t({ zh: '检索', en: 'Search' })} filled>
      <Finding roots={growTree(classification)} classification={classification} selected="" onPhone="list">
        {text ? <HitList text={text} filters={filters} classification={classification} /> : <Unasked />}
      </Finding>
    </Page>
  )
}

/** Before anything is asked: what can be asked, and what was asked lately. */
function Unasked() {
  const { t } = useLanguage()
  return (
    <div className="search-unasked">
      <p>
        {t({
          zh: '在上面的检索框里写几个字：题名、档号、文号、责任者、人名，或文件里的一句话。两个字就能查；不便打字，写拼音首字母，如 fygz 查“防疫工作”。',
          en: 'Write a few words in the box above: title, code, document number, creator, people, or a phrase inside a file. Two characters are enough; pinyin initials work too, such as fygz for 防疫工作.',
        })}
      </p>
      <RecentSearches />
    </div>
  )
}
