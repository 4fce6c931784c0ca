import { useState } from 'react'
import { isComposing } from '../../ime.ts'
import { useLanguage } from '../../language.ts'
import { Icon } from '../../pieces/icon.tsx'

interface FindBarProps {
  asked: string
  onFind: (text: string) => void
  /** How many places there are; undefined while nothing was asked or the answer is on its way. */
  found: number | undefined
  current: number
  onStep: (by: 1 | -1) => void
}

/** Looks for words on the scanned pages of a file: Enter goes to the next place, Shift+Enter back, Escape ends it. */
export function FindBar({ asked, onFind, found, current, onStep }: FindBarProps) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState(asked)
  const [shownFor, setShownFor] = useState(asked)
  if (shownFor !== asked) {
    setShownFor(asked)
    setTyped(asked)
  }
  const step = (by: 1 | -1, zh: string, en: string) => (
    <button
      type="button"
      className={by < 0 ? 'view-button view-back' : 'view-button'}
      aria-label={t({ zh, en })}
      title={t({ zh, en })}
      disabled={!found}
      onClick={() => onStep(by)}
    >
      <Icon name="right" size={14} />
    </button>
  )
  return (
    <search className="find-bar">
      <Icon name="search" size={14} />
      <input
        type="search"
        autoComplete="off"
        aria-label={t({ zh: '在扫描页里找', en: 'Find on the scanned pages' })}
        placeholder={t({ zh: '在扫描页里找', en: 'Find on these pages' })}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={event => {
          if (isComposing(event)) return
          if (event.key === 'Escape') onFind('')
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (typed.trim() !== asked) onFind(typed.trim())
          else if (found) onStep(event.shiftKey ? -1 : 1)
        }}
      />
      <span className="small tabular faint" role="status">
        {found !== undefined &&
          (found === 0 ? t({ zh: '没有', en: 'none' }) : `${current + 1}/${found >= 1000 ? '1000+' : found}`)}
      </span>
      {step(-1, '上一处（Shift+Enter）', 'Previous place (Shift+Enter)')}
      {step(1, '下一处（Enter）', 'Next place (Enter)')}
    </search>
  )
}
