import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { RuleLink } from '../organisation/rule-link.tsx'
import { Icon } from '../pieces/icon.tsx'
import { useMe } from '../session.ts'
import { lastOfQuery } from './trail.ts'

/** The terms under which the trail is read: what is not shown and why, that nothing can be changed, and a firm’s degraded mode. */
export function TrailTerms() {
  const { t } = useLanguage()
  const { separation } = useMe()
  return (
    <>
      {separation === 'simplified' && (
        <div className="notice notice-due">
          <Icon name="warning" />
          <div>
            {t({
              zh: '本单位按简化模式运行（降级）：一人可兼管理与业务岗位，审计仍独立。请留意兼任者的操作。',
              en: 'This firm runs in the simplified, degraded mode: one person may hold administration and business posts; audit stays apart. Watch what they do.',
            })}{' '}
            <Declared />
            {' · '}
            <Link to="/settings/organisation" search={{ tab: 'separation' }}>
              {t({ zh: '谁在兼任', en: 'Who holds both' })}
            </Link>
            <RuleLink rule="S17.4" />
          </div>
        </div>
      )}
      <details className="trail-terms">
        <summary>
          {t({ zh: '这里看不到什么，为什么不能改', en: 'What is not shown, and why nothing can be changed' })}
        </summary>
        <p>
          {t({
            zh: '档案的内容不在这里：题名、字段的内容、文件名都不显示，只记谁动了哪一件、改了哪几栏。审计员查的是行为，不读档案。',
            en: 'The contents of archives are not here: no titles, no field values, no names of files; only who touched which item and which columns changed. An auditor audits acts and does not read archives.',
          })}
          <RuleLink rule="S17.4" />
        </p>
        <p>
          {t({
            zh: '这一页只能看。数据库拒绝改写和删除已记的条目；每条都带着前一条的摘要，改动一条，后面就都对不上。链首定时封存进存储库，连整条链被重写也查得出来。',
            en: 'This page only reads. The database refuses to alter or delete an entry; each carries the digest of the one before, so that a change breaks all that follow. The head is sealed into the store at intervals, so that even a rewritten chain is found out.',
          })}
        </p>
      </details>
    </>
  )
}

/** The entry that says since when; a firm that never declared has had the mode since set-up. */
function Declared() {
  const { t } = useLanguage()
  const { data: declared } = useQuery(lastOfQuery('separation.declared'))
  return (
    <Link to="/audit" search={{ event: declared ? 'separation.declared' : 'setup.completed' }}>
      {t({ zh: '何时声明', en: 'When declared' })}
    </Link>
  )
}
