import { counted, useLanguage, type Wording } from '../language.ts'
import { CodeCell, CopyButton } from '../pieces/code-cell.tsx'
import { Icon } from '../pieces/icon.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { ItemLink } from '../search/item-link.tsx'
import './outcome-panel.css'

export type IntakeAct = 'register' | 'number' | 'file' | 'discard'

/** What came of an act on many items, as it is shown until somebody puts it away. */
export interface ShownOutcome {
  readonly act: IntakeAct
  readonly done: readonly { readonly id: string; readonly title: string; readonly code: string | null }[]
  readonly refused: readonly { readonly id: string; readonly title: string; readonly message: string }[]
  /** Why it stopped before its end. */
  readonly failure?: unknown
}

export const actTitles: Readonly<Record<IntakeAct, { act: Wording; done: Wording; refused: Wording }>> = {
  register: {
    act: { zh: '登记', en: 'Register' },
    done: { zh: '已登记', en: 'Registered' },
    refused: { zh: '没有登记', en: 'Not registered' },
  },
  number: {
    act: { zh: '编号', en: 'Number' },
    done: { zh: '已编号', en: 'Numbered' },
    refused: { zh: '没有编号', en: 'Not numbered' },
  },
  file: {
    act: { zh: '归档', en: 'File' },
    done: { zh: '已归档', en: 'Filed' },
    refused: { zh: '没有归档', en: 'Not filed' },
  },
  discard: {
    act: { zh: '删除草稿', en: 'Discard' },
    done: { zh: '已删除', en: 'Discarded' },
    refused: { zh: '没有删除', en: 'Not discarded' },
  },
}

/** What was done, with the codes given, and what was refused, each with its reason. */
export function OutcomePanel({ outcome, onClose }: { outcome: ShownOutcome; onClose: () => void }) {
  const { t } = useLanguage()
  const { act, done, refused, failure } = outcome
  const codes = done.flatMap(({ code }) => code ?? [])
  return (
    <section className="outcome" aria-label={t({ zh: '办理结果', en: 'Outcome' })}>
      <div className="outcome-head" role="status">
        {done.length > 0 && (
          <span className="outcome-done">
            <Icon name="check" size={16} />
            {t(actTitles[act].done)} {counted(done.length, 'item')}
          </span>
        )}
        {act === 'register' && done[0] && (
          <span className="outcome-last">
            <ItemLink itemId={done[0].id}>{done[0].title}</ItemLink>
          </span>
        )}
        {refused.length > 0 && (
          <span className="outcome-refused">
            <Icon name="warning" size={16} />
            {t(actTitles[act].refused)} {counted(refused.length, 'item')}
          </span>
        )}
        {codes.length > 1 && (
          <CopyButton text={codes.join('\n')} alone>
            {t({ zh: '复制全部档号', en: 'Copy all codes' })}
          </CopyButton>
        )}
        <button type="button" className="button button-quiet outcome-close" onClick={onClose}>
          {t({ zh: '收起', en: 'Put away' })}
        </button>
      </div>
      <RefusalNotice error={failure} />
      <ul>
        {refused.map(({ id, title, message }) => (
          <li key={id} className="outcome-refusal">
            <ItemLink itemId={id}>{title}</ItemLink>
            <span>{message}</span>
          </li>
        ))}
        {/* What was registered stands at the head of the list below. */}
        {(act === 'register' ? [] : done).map(({ id, title, code }) => (
          <li key={id}>
            {code && <CodeCell code={code} alone />}
            {act === 'discard' ? <span>{title}</span> : <ItemLink itemId={id}>{title}</ItemLink>}
          </li>
        ))}
      </ul>
    </section>
  )
}
