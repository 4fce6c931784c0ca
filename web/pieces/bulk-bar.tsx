import type { ReactNode } from 'react'
import { counted, type Measure, useLanguage } from '../language.ts'
import type { Selection } from './selection.ts'

interface BulkBarProps {
  selection: Selection
  listed: readonly string[]
  measure: Measure
  acts: ((ids: readonly string[]) => ReactNode) | undefined
}

/** What can be done with all that is selected, with its count, also of what is not in the list any more. */
export function BulkBar({ selection, listed, measure, acts }: BulkBarProps) {
  const { t } = useLanguage()
  const ids = [...selection.ids]
  const seen = new Set(listed)
  const unseen = ids.filter(id => !seen.has(id)).length
  return (
    <section className="table-bulk" aria-label={t({ zh: '对所选的操作', en: 'Acts on what is selected' })}>
      <span role="status">
        {t({ zh: `已选 ${counted(ids.length, measure)}`, en: `${counted(ids.length, measure)} selected` })}
        {unseen > 0 && (
          <span className="faint">
            {t({ zh: `（${unseen} 个不在当前列表）`, en: ` (${unseen} not in this list)` })}
          </span>
        )}
      </span>
      {acts?.(ids)}
      <button type="button" className="button button-quiet" onClick={selection.clear}>
        {t({ zh: '取消选择', en: 'Clear' })}
      </button>
    </section>
  )
}
