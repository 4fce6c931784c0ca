import { Link } from '@tanstack/react-router'
import type { Output } from '../../client/client.ts'
import { counted, useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { Icon } from '../pieces/icon.tsx'

interface TrailVerdictProps {
  verdict: Output<'audit.check'>
  onClose: () => void
}

/** What a check of the trail found, in words that can go into a report. */
export function TrailVerdict({ verdict: { sound, entries, brokenAt, head }, onClose }: TrailVerdictProps) {
  const { t } = useLanguage()
  const many = counted(entries, 'entry')
  return (
    <div className={`notice ${sound ? 'notice-done' : 'notice-late'}`} role={sound ? 'status' : 'alert'}>
      <Icon name={sound ? 'check' : 'warning'} />
      <div>
        {sound ? (
          <p>
            <b>{t({ zh: `${many}，完好`, en: `${many}, sound` })}</b>{' '}
            {t({
              zh: '从第一条起逐条重算，条条相符。链首摘要可抄进报告：',
              en: 'Recomputed from the first on, every one fits. Digest of the head, for the report: ',
            })}
            <span className="trail-digest">
              <CodeCell code={head} alone />
            </span>
          </p>
        ) : (
          <p>
            <b>{t({ zh: `第 ${brokenAt} 条起不符`, en: `Broken from entry ${brokenAt}` })}</b>{' '}
            {t({
              zh: `前 ${many}完好；这一条或它之前被改过、删过。请先导出记录，再与封存在存储库里的比对，并报告单位负责人。`,
              en: `The ${many} before are sound; this one, or what stood before it, was altered or removed. Export the trail first, then compare it with what is sealed in the store, and report it.`,
            })}{' '}
            <Link to="/audit" search={{ entry: String(brokenAt) }}>
              {t({ zh: `看第 ${brokenAt} 条`, en: `Show entry ${brokenAt}` })}
            </Link>
          </p>
        )}
      </div>
      <button
        type="button"
        className="button-link"
        aria-label={t({ zh: '收起', en: 'Dismiss' })}
        title={t({ zh: '收起', en: 'Dismiss' })}
        onClick={onClose}
      >
        <Icon name="cross" size={14} />
      </button>
    </div>
  )
}
