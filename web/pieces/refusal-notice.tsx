import { ApiRefusal } from '../../client/client.ts'
import { currentLanguage, t, useLanguage, type Wording } from '../language.ts'
import { Icon } from './icon.tsx'
import './notice.css'

/** Page of the guide that explains a rule, e.g. `S2.5`. */
export const guideOf = (rule: string): string => `/guide/${currentLanguage()}/rules#${rule.toLowerCase()}`

const unexpected: Wording = {
  zh: '系统出了错，这一步没有做成。已保存的不受影响；再试一次，若还是不行请告诉管理员。',
  en: 'Something broke and this step was not done. What was saved is safe; try again, and tell the administrator if it persists.',
}

/** The sentence a person reads for an error: the server's own words where it refused, otherwise what happened and what is safe. */
export const explain = (error: unknown): string => (error instanceof ApiRefusal ? error.message : t(unexpected))

interface RefusalNoticeProps {
  /** What was thrown; nothing is drawn for null or undefined. */
  error: unknown
  /** Names of fields for the list of issues, by the field's path. */
  labels?: Readonly<Record<string, string>>
}

/** Says no in words: the sentence, the rule behind it with its page in the guide, and every single thing that is wrong. */
export function RefusalNotice({ error, labels = {} }: RefusalNoticeProps) {
  useLanguage()
  if (error === null || error === undefined) return null
  const refusal = error instanceof ApiRefusal ? error : undefined
  return (
    <div className="notice notice-late" role="alert">
      <Icon name="warning" />
      <div>
        <p>
          {explain(error)}
          {refusal?.rule && (
            <a className="notice-rule" href={guideOf(refusal.rule)} target="_blank" rel="noreferrer">
              {t({ zh: `规则 ${refusal.rule}`, en: `Rule ${refusal.rule}` })}
            </a>
          )}
        </p>
        {refusal && refusal.issues.length > 0 && (
          <ul className="notice-issues">
            {refusal.issues.map(issue => (
              <li key={`${issue.field} ${issue.message}`}>
                {labels[issue.field] ? `${labels[issue.field]}：` : ''}
                {issue.message}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
