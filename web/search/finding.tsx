import { type ReactNode, useState } from 'react'
import { recall, remember } from '../device.ts'
import { useLanguage, type Wording } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { useNarrow } from '../pieces/narrow.ts'
import './finding.css'

interface FindingProps {
  /** What the pane is remembered under. */
  name: string
  title: Wording
  /** What its figures count. */
  counts?: Wording
  /** The pane at the left: a tree, facets, folders. */
  side: ReactNode
  /** On a phone there is room for one of the two; a list has the pane folded above it. */
  onPhone: 'side' | 'list'
  children: ReactNode
}

/** Two ways to a record, side by side: what divides at the left, the list it leads to at the right. */
export function Finding({ name, title, counts, side, onPhone, children }: FindingProps) {
  const { t } = useLanguage()
  const narrow = useNarrow()
  const [shown, setShown] = useState(() => recall(`${name}.shown`) !== false)
  const show = (next: boolean) => {
    setShown(next)
    remember(`${name}.shown`, next)
  }
  const hide = t({ zh: `收起${title.zh}`, en: `Hide ${title.en.toLowerCase()}` })
  if (narrow)
    return (
      <div className="finding">
        {onPhone === 'side' ? (
          <nav className="finding-side" aria-label={t(title)}>
            {side}
          </nav>
        ) : (
          <div className="finding-list">
            <details className="finding-folded">
              <summary>
                <Icon name="right" size={12} />
                {t(title)}
              </summary>
              {side}
            </details>
            {children}
          </div>
        )}
      </div>
    )
  return (
    <div className="finding" data-side={shown}>
      {shown ? (
        <nav className="finding-side" aria-label={t(title)}>
          <header>
            <span>{t(title)}</span>
            {counts && <span>{t(counts)}</span>}
            <button type="button" className="button-link" aria-label={hide} title={hide} onClick={() => show(false)}>
              <Icon name="cross" size={14} />
            </button>
          </header>
          {side}
        </nav>
      ) : (
        <button type="button" className="finding-unfold" onClick={() => show(true)}>
          <Icon name="right" size={12} />
          {t(title)}
        </button>
      )}
      <div className="finding-list">{children}</div>
    </div>
  )
}
