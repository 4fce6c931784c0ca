import { useSearch } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import { Page } from '../pieces/page.tsx'
import { PreservationTabs } from './preservation-tabs.tsx'
import { RecognitionList, showOf } from './recognition-list.tsx'

/** Keeping 保管: what becomes of files once they are here. */
export function PreservationPage() {
  const { t } = useLanguage()
  const { show } = useSearch({ from: '/shell/preservation' })
  return (
    <Page
      title={t({ zh: '保管', en: 'Keeping' })}
      lead={t({
        zh: '扫描件上的字在后台一页一页认出来，认过就能检索。',
        en: 'The words of scanned pages are recognised in the background; once read, they are found by search.',
      })}
      filled
    >
      <PreservationTabs />
      <RecognitionList key={showOf(show)} show={showOf(show)} />
    </Page>
  )
}
