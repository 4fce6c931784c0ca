import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Page } from '../pieces/page.tsx'

/** Units 机构, people 人员 and posts 岗位. */
export function OrganisationPage() {
  const { t } = useLanguage()
  const title = t({ zh: '机构与人员', en: 'Units and people' })
  return (
    <Page title={title}>
      <Empty
        title={title}
        hint={t({ zh: '部门、人员和他们的岗位在这里设置。', en: 'Units, people and their posts are set here.' })}
      />
    </Page>
  )
}
