import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { Page } from '../pieces/page.tsx'

/** Catalogues 目录: previewed as the real PDF, printed, exported. */
export function CataloguePage() {
  const { t } = useLanguage()
  const title = t({ zh: '目录打印', en: 'Catalogues' })
  return (
    <Page title={title}>
      <Empty
        title={title}
        hint={t({
          zh: '归档文件目录在这里预览、打印、导出。',
          en: 'Filing catalogues are previewed, printed and exported here.',
        })}
      />
    </Page>
  )
}
