import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import './side-panel.css'

interface SidePanelProps {
  title: ReactNode
  /** What stands under the title: a number, a state. */
  under?: ReactNode
  onClose: () => void
  /** Whether opening it puts the keyboard on its first field. */
  takesFocus?: boolean
  children: ReactNode
}

/** Details beside the list they belong to; on a narrow screen they take its place, with a way back. */
export function SidePanel({ title, under, onClose, takesFocus = false, children }: SidePanelProps) {
  const { t } = useLanguage()
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) panel.current?.querySelector('input')?.focus()
  }, [takesFocus])
  return (
    <section
      ref={panel}
      className="side-panel"
      aria-labelledby={id}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <button type="button" className="button button-quiet side-panel-back" onClick={onClose}>
        <Icon name="right" size={12} />
        {t({ zh: '回到列表', en: 'Back to the list' })}
      </button>
      <header>
        <h2 id={id}>{title}</h2>
        {under}
        <button
          type="button"
          className="button button-quiet button-icon side-panel-close"
          aria-label={t({ zh: '收起详情', en: 'Close details' })}
          title={t({ zh: '收起详情（Esc）', en: 'Close details (Esc)' })}
          onClick={onClose}
        >
          <Icon name="cross" size={16} />
        </button>
      </header>
      <div className="side-panel-body">{children}</div>
    </section>
  )
}

interface PartProps {
  title: string
  /** The part's own act, at the right of its title. */
  act?: ReactNode
  children: ReactNode
}

/** A part of the details under its own title. */
export function PanelPart({ title, act, children }: PartProps) {
  return (
    <section className="panel-part">
      <header>
        <h3>{title}</h3>
        {act}
      </header>
      {children}
    </section>
  )
}
