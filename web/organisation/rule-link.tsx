import { useLanguage } from '../language.ts'
import { guideOf } from '../pieces/refusal-notice.tsx'

/** The rule behind what is said, with its page in the guide. */
export function RuleLink({ rule }: { rule: string }) {
  const { t } = useLanguage()
  return (
    <a className="notice-rule" href={guideOf(rule)} target="_blank" rel="noreferrer">
      {t({ zh: `规则 ${rule}`, en: `Rule ${rule}` })}
    </a>
  )
}
