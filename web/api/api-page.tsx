import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { descriptionQuery } from './description.ts'
import { Introduction } from './introduction.tsx'
import { OperationList } from './operation-list.tsx'
import { OperationView } from './operation-view.tsx'
import './api.css'

/** The API 接口 for people: every operation with what it asks for, what it answers and a call to copy. */
export function ApiPage() {
  const { t } = useLanguage()
  const { operation: asked } = useSearch({ from: '/shell/api-docs' })
  const { data: operations = [], error } = useQuery(descriptionQuery)
  const operation = operations.find(({ name }) => name === asked)
  return (
    <Page
      title={t({ zh: '接口说明', en: 'API' })}
      lead={t({
        zh: '网页上能做的，程序都能做：同样的权限，同样留下审计记录。',
        en: 'What pages can do, programs can do, with the same rights and the same trail.',
      })}
      filled
      acts={
        <>
          <a className="button" href="/openapi.json" target="_blank" rel="noreferrer">
            <Icon name="download" size={16} />
            openapi.json
          </a>
          <Link to="/me/tokens" className="button">
            {t({ zh: '我的令牌', en: 'My tokens' })}
          </Link>
        </>
      }
    >
      <RefusalNotice error={error} />
      <div className="api" data-shows={asked ? 'operation' : 'list'}>
        <OperationList operations={operations} current={asked} />
        <div className="api-content">
          {asked && (
            <Link to="/api-docs" search={({ operation: _shown, ...others }) => others} className="api-back">
              <Icon name="right" size={12} />
              {t({ zh: '全部接口', en: 'All operations' })}
            </Link>
          )}
          {operation ? <OperationView key={operation.name} operation={operation} /> : <Introduction />}
        </div>
      </div>
    </Page>
  )
}
