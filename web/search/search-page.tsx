import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../language.ts'
import { Page } from '../pieces/page.tsx'
import { AdvancedSearch } from './advanced-search.tsx'
import { useClassification } from './classification.ts'
import { ExportList } from './export-list.tsx'
import { FacetPanel } from './facets.tsx'
import { Finding } from './finding.tsx'
import { HitList } from './hit-list.tsx'
import { askedOf } from './narrowing.ts'
import { RecentSearches } from './recent-searches.tsx'
import { SavedSearches, SaveSearch } from './saved-searches.tsx'
import { useTyping } from './typing.ts'
import './search-page.css'

/** Search 检索 over everything this person may see: the box above, what divides the answer at the left, and what was found. */
export function SearchPage() {
  const { t } = useLanguage()
  const address = useSearch({ from: '/shell/search' })
  const { q = '', order: _order, ...narrowing } = address
  const navigate = useNavigate({ from: '/search' })
  const classification = useClassification()
  const [byFields, setByFields] = useState(false)
  const text = q.trim()
  const asked = askedOf(address)
  const isAsked = Object.keys(asked).length > 0
  useTyping(
    typed =>
      void navigate({
        search: ({ q: _before, ...others }) => (typed ? { ...others, q: typed } : others),
        replace: true,
      }),
    () => document.querySelector<HTMLElement>('.finding-list tr[data-id]')?.focus(),
  )
  return (
    <Page
      title={text ? t({ zh: `检索“${text}”`, en: `Search “${text}”` }) : t({ zh: '检索', en: 'Search' })}
      acts={
        <>
          <Link to="/browse" className="button button-quiet">
            {t({ zh: '分类树', en: 'Series' })}
          </Link>
          <Link to="/favourites" className="button button-quiet">
            {t({ zh: '我的收藏', en: 'My favourites' })}
          </Link>
          {isAsked && <ExportList asked={asked} />}
          {isAsked && <SaveSearch address={address} />}
          <button type="button" className="button" onClick={() => setByFields(true)}>
            {t({ zh: '高级检索', en: 'Search by fields' })}
          </button>
          {byFields && <AdvancedSearch q={text} kind={narrowing.kind} onClose={() => setByFields(false)} />}
        </>
      }
      filled
    >
      <Finding
        name="facets"
        title={{ zh: '分面', en: 'Facets' }}
        counts={{ zh: '件', en: 'items' }}
        side={<FacetPanel asked={asked} narrowing={narrowing} classification={classification} />}
        onPhone="list"
      >
        {isAsked ? <HitList address={address} classification={classification} /> : <Unasked />}
      </Finding>
    </Page>
  )
}

/** Before anything is asked: what can be asked, and what was asked before. */
function Unasked() {
  const { t } = useLanguage()
  return (
    <div className="search-unasked">
      <p>
        {t({
          zh: '在上面的检索框里写几个字：题名、档号、文号、责任者、人名，或文件里的一句话。一个字也能查；不便打字，写拼音首字母，如 fygz 查“防疫工作”。',
          en: 'Write a few words in the box above: title, code, document number, creator, people, or a phrase inside a file. One character is enough; pinyin initials work too, such as fygz for 防疫工作.',
        })}
      </p>
      <p>
        {t({
          zh: '要限定在一栏，写“题名:防疫”“责任者:兽医组”“档号:A001-WS·2024”“日期:2024-03..2024-06”，或用“高级检索”。',
          en: 'To hold a word to one field write title:防疫, creator:兽医组, code:A001-WS·2024 or date:2024-03..2024-06, or use “Search by fields”.',
        })}
      </p>
      <SavedSearches />
      <RecentSearches />
    </div>
  )
}
