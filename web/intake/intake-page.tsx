import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Page } from '../pieces/page.tsx'

/** Intake 收件: where documents are registered, described, numbered and filed. */
export function IntakePage() {
  const { t } = useLanguage()
  const title = t({ zh: '整理归档', en: 'Intake' })
  return (
    <Page title={title}>
      <Empty
        title={title}
        hint={t({
          zh: '收来的文件在这里登记、著录、编号、归档。',
          en: 'Documents received are registered, described, numbered and filed here.',
        })}
      />
    </Page>
  )
}
