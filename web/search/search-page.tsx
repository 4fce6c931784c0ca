import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Page } from '../pieces/page.tsx'

/** Search 检索 over everything this person may see. */
export function SearchPage() {
  const { t } = useLanguage()
  const title = t({ zh: '检索', en: 'Search' })
  return (
    <Page title={title}>
      <Empty title={title} hint={t({ zh: '查到的档案列在这里。', en: 'Records found are listed here.' })} />
    </Page>
  )
}
