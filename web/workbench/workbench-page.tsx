import { useNavigate } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Page } from '../pieces/page.tsx'
import { SearchBox } from '../pieces/search-box.tsx'
import { DamagedPile } from '../preservation/damaged-pile.tsx'
import { TaskPile } from '../registry/task-pile.tsx'
import { RecentSearches } from '../search/recent-searches.tsx'
import { SavedSearches } from '../search/saved-searches.tsx'
import { useMayAny, useMe } from '../session.ts'
import { JobPile, PostlessPile } from './administration-piles.tsx'
import { ExpiringPile } from './expiring-pile.tsx'
import { FirstVisit } from './first-visit.tsx'
import { FiledPile, OwnDraftPile, WaitingPile } from './item-piles.tsx'
import { TrailPile } from './trail-pile.tsx'
import './workbench-page.css'

/** The desk with today's papers: what waits for this person, and nothing that does not. */
export function WorkbenchPage() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const { posts } = useMe()
  const arranges = mayAny(['item.number', 'item.file'])
  const gathers = mayAny(['item.register']) && !arranges
  const finds = mayAny(['item.search']) && !arranges && !gathers
  return (
    <Page title={t({ zh: '工作台', en: 'Workbench' })} lead={<Today />}>
      <FirstVisit />
      {posts.length === 0 && (
        <Empty
          title={t({ zh: '您还没有岗位', en: 'You hold no post yet' })}
          hint={t({
            zh: '有了岗位才看得到档案、做得了事。请安全保密员给您授予岗位。',
            en: 'Only a post lets you see records and act. Ask the security officer to grant you one.',
          })}
        />
      )}
      {finds && <DeskSearch />}
      {mayAny(['fixity.list']) && <DamagedPile />}
      {mayAny(['line.handle']) && <TaskPile />}
      <div className="desk">
        {gathers && <OwnDraftPile />}
        {arranges && <WaitingPile state="draft" />}
        {arranges && <WaitingPile state="numbered" />}
        {mayAny(['item.expiring']) && <ExpiringPile />}
        {mayAny(['job.list', 'post.grant']) && <PostlessPile />}
        {mayAny(['job.list']) && <JobPile />}
      </div>
      {mayAny(['item.search']) && <SavedSearches />}
      {mayAny(['item.list']) && <FiledPile />}
      {mayAny(['audit.list']) && <TrailPile />}
    </Page>
  )
}

/** The day and who sits here. */
function Today() {
  const { language } = useLanguage()
  const { name, posts } = useMe()
  const day = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'full',
    timeZone: 'Asia/Shanghai',
  })
  const titles = [...new Set(posts.map(({ roleTitle, roleTitleEn }) => (language === 'zh' ? roleTitle : roleTitleEn)))]
  return <>{[day.format(new Date()), name, ...titles].join(' · ')}</>
}

/** One big box for somebody who comes only to find something. */
function DeskSearch() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  return (
    <div className="desk-search">
      <SearchBox
        asked=""
        onSearch={q => void navigate({ to: '/search', search: q ? { q } : {} })}
        name={t({ zh: '找一件档案', en: 'Find a record' })}
        placeholder={t({ zh: '要找什么？写几个字，按 Enter', en: 'What are you looking for? A few words, then Enter' })}
      />
      <RecentSearches />
    </div>
  )
}
