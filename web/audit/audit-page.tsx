import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Page } from '../pieces/page.tsx'

/** The trail 审计 for the auditor: who did what, and its proof. */
export function AuditPage() {
  const { t } = useLanguage()
  const title = t({ zh: '审计', en: 'Audit' })
  return (
    <Page title={title}>
      <Empty
        title={title}
        hint={t({ zh: '谁在什么时候做了什么，都记在这里。', en: 'Who did what and when stands here.' })}
      />
    </Page>
  )
}
