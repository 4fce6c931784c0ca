import { counted, useLanguage } from '../language.ts'
import { actTitles } from './outcome-panel.tsx'
import type { IntakeActs } from './use-intake-acts.tsx'

/** The acts on all that is selected, each with how many of them it is possible for. */
export function BulkActs({ ids, acts }: { ids: readonly string[]; acts: IntakeActs }) {
  const { t } = useLanguage()
  const numbered = acts.possible('item.number', ids)
  const filed = acts.possible('item.file', ids)
  const discarded = acts.possible('item.discard', ids)
  const left = ids.length - Math.max(numbered.length, filed.length)
  return (
    <>
      {left > 0 && numbered.length + filed.length > 0 && (
        <span className="small faint">{t({ zh: `${left} 件还办不了`, en: `${left} not ready` })}</span>
      )}
      {discarded.length > 0 && (
        <button
          type="button"
          className="button button-quiet"
          disabled={acts.busy}
          onClick={() => acts.discard(discarded)}
        >
          {t(actTitles.discard.act)} {counted(discarded.length, 'item')}
        </button>
      )}
      {numbered.length > 0 && (
        <button type="button" className="button" disabled={acts.busy} onClick={() => acts.number(numbered)}>
          {t(actTitles.number.act)} {counted(numbered.length, 'item')}
        </button>
      )}
      {filed.length > 0 && (
        <button type="button" className="button button-seal" disabled={acts.busy} onClick={() => acts.file(filed)}>
          {t(actTitles.file.act)} {counted(filed.length, 'item')}
        </button>
      )}
      {numbered.length + filed.length + discarded.length === 0 && (
        <span className="small faint">
          {t({ zh: '还办不了，先补齐缺的内容', en: 'Not ready: complete what they lack' })}
        </span>
      )}
    </>
  )
}
