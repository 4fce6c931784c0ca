import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { recall, remember } from '../device.ts'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { useNarrow } from '../pieces/narrow.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import type { Classification } from './classification.ts'
import type { Branch } from './series-tree.ts'
import { SeriesTree } from './tree.tsx'
import './finding.css'

interface FindingProps {
  roots: readonly Branch[]
  classification: Classification
  /** Key of the place that is listed; empty while searching over everything. */
  selected: string
  /** On a phone there is room for one of the two. */
  onPhone: 'tree' | 'list'
  children: ReactNode
}

/** The two ways to a record, side by side: the tree at the left, the list it leads to at the right. */
export function Finding({ roots, classification, selected, onPhone, children }: FindingProps) {
  const { t } = useLanguage()
  const narrow = useNarrow()
  const [unfolded, setUnfolded] = useState(() => recall('tree.shown') !== false)
  // A phone shows one of the two at a time and folds nothing away.
  const shown = unfolded || narrow
  const show = (next: boolean) => {
    setUnfolded(next)
    remember('tree.shown', next)
  }
  return (
    <div className="finding" data-phone={onPhone} data-tree={shown}>
      {shown ? (
        <nav className="finding-tree" aria-label={t({ zh: '按分类找', en: 'Browse' })}>
          <header>
            <span>{t({ zh: '分类', en: 'Series' })}</span>
            <span>{t({ zh: '件', en: 'items' })}</span>
            {!narrow && (
              <button
                type="button"
                className="button-link"
                aria-label={t({ zh: '收起分类树', en: 'Hide the tree' })}
                title={t({ zh: '收起分类树', en: 'Hide the tree' })}
                onClick={() => show(false)}
              >
                <Icon name="cross" size={14} />
              </button>
            )}
          </header>
          <RefusalNotice error={classification.error} />
          {classification.loading && <p className="finding-wait faint">{t({ zh: '正在取…', en: 'Fetching…' })}</p>}
          {roots.length > 0 && <SeriesTree roots={roots} selected={selected} />}
        </nav>
      ) : (
        <button type="button" className="finding-unfold" onClick={() => show(true)}>
          <Icon name="right" size={12} />
          {t({ zh: '分类树', en: 'Series' })}
        </button>
      )}
      <div className="finding-list">
        {onPhone === 'list' && (
          <Link to="/browse" className="finding-back">
            <Icon name="right" size={12} />
            {t({ zh: '分类树', en: 'Series' })}
          </Link>
        )}
        {children}
      </div>
    </div>
  )
}
