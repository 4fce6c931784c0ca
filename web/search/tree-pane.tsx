import { useLanguage } from '../language.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import type { Classification } from './classification.ts'
import type { Branch } from './series-tree.ts'
import { SeriesTree } from './tree.tsx'

interface TreePaneProps {
  roots: readonly Branch[]
  classification: Classification
  /** Key of the place that is listed. */
  selected: string
}

/** The tree of the holdings with what is to be said while it comes. */
export function TreePane({ roots, classification, selected }: TreePaneProps) {
  const { t } = useLanguage()
  return (
    <>
      <RefusalNotice error={classification.error} />
      {classification.loading && <p className="finding-wait faint">{t({ zh: '正在取…', en: 'Fetching…' })}</p>}
      {roots.length > 0 && <SeriesTree roots={roots} selected={selected} />}
    </>
  )
}
