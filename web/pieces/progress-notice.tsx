import type { ReactNode } from 'react'
import { useLanguage } from '../language.ts'
import { Icon } from './icon.tsx'
import './progress-notice.css'

interface ProgressNoticeProps {
  /** What is being done: `正在登记示范档案`. */
  label: string
  done: number
  /** 0 while it is not yet known how much there is. */
  total: number
  finished: boolean
  /** Why it stopped before its end. */
  failure?: string | null | undefined
  onCancel?: () => void
  /** What to do next, once finished. */
  children?: ReactNode
}

/** Long work: what is done and what is left, a way to stop it, and a word when it is finished. */
export function ProgressNotice({ label, done, total, finished, failure, onCancel, children }: ProgressNoticeProps) {
  const { t } = useLanguage()
  const figures = total > 0 ? `${done.toLocaleString('en')} / ${total.toLocaleString('en')}` : ''
  return (
    <div className={`notice ${failure ? 'notice-late' : finished ? 'notice-done' : ''}`} role="status">
      <Icon name={failure ? 'warning' : finished ? 'check' : 'clock'} />
      <div className="progress-notice">
        <p>
          <span>{failure ?? (finished ? t({ zh: '完成', en: 'Finished' }) : label)}</span>
          <span className="tabular faint">{figures}</span>
        </p>
        {!finished && !failure && <progress aria-label={label} max={total || 1} {...(total > 0 && { value: done })} />}
        {!finished && !failure && onCancel && (
          <button type="button" className="button-link" onClick={onCancel}>
            {t({ zh: '停下', en: 'Stop' })}
          </button>
        )}
        {(finished || failure) && children}
      </div>
    </div>
  )
}
