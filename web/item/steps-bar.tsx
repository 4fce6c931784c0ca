import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import type { Step } from './item-steps.ts'

/** How far an item is on its way, with who took each step and when. */
export function StepsBar({ steps }: { steps: readonly Step[] }) {
  const { t } = useLanguage()
  return (
    <ol className="item-steps" aria-label={t({ zh: '办到哪一步', en: 'Progress' })}>
      {steps.map(({ name, state, who, at }) => (
        <li key={name.en} data-state={state} aria-current={state === 'next' ? 'step' : undefined}>
          <span className="item-step-mark" aria-hidden="true">
            {state === 'done' ? '✓' : ''}
          </span>
          <span>{t(name)}</span>
          <span className="item-step-who tabular">
            {at ? `${who} ${momentOf(at).slice(5)}` : state === 'next' ? t({ zh: '待办', en: 'next' }) : ''}
          </span>
        </li>
      ))}
    </ol>
  )
}
