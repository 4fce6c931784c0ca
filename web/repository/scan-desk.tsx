import { useId, useRef } from 'react'
import { proposalReasons } from '../../domain/repository/placing.ts'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { ScanInput } from './scan-input.tsx'
import { useScanDesk } from './use-scan-desk.ts'

/** Shelving by scan: one field that takes whatever the scanner types – place then boxes, or box then place – and says at once what became of it. */
export function ScanDesk({ onOpen }: { onOpen: (placeId: string) => void }) {
  const { t } = useLanguage()
  const { desk, proposal, last, busy, take, accept, undo, clear } = useScanDesk(onOpen)
  const status = useId()
  const field = useRef<HTMLInputElement>(null)
  const reason = proposal && proposalReasons[proposal.because as keyof typeof proposalReasons]
  return (
    <section className="scan-desk" aria-label={t({ zh: '扫码上架', en: 'Shelve by scanning' })}>
      <ScanInput
        ref={field}
        label={t({ zh: '扫库位或盒', en: 'Scan a place or a box' })}
        describedBy={status}
        busy={busy}
        onScan={take}
        onEmpty={accept}
      />
      <div id={status} className="scan-status" role="status" data-tone={last?.tone}>
        {last && (
          <p>
            <Icon name={last.tone === 'done' ? 'check' : last.tone === 'late' ? 'warning' : 'right'} size={16} />
            {last.text}
            {last.tone === 'done' && undo && (
              <button type="button" className="button-link" onClick={undo}>
                {t({ zh: '撤回', en: 'Undo' })}
              </button>
            )}
          </p>
        )}
        {desk.target && (
          <p>
            {t({ zh: '放进', en: 'Into' })} <b className="tabular">{desk.target.code}</b>
            <button type="button" className="button-link" onClick={clear}>
              {t({ zh: '换一处', en: 'Another place' })}
            </button>
          </p>
        )}
        {desk.waiting && proposal && (
          <p>
            {t({ zh: '建议放', en: 'Proposed:' })} <b className="tabular">{proposal.code}</b>
            {reason && <span className="faint">（{t({ zh: reason.title, en: reason.titleEn })}）</span>}
            <button type="button" className="button-link" onClick={accept}>
              {t({ zh: '放这里（回车）', en: 'Put it there (Enter)' })}
            </button>
          </p>
        )}
      </div>
    </section>
  )
}
