import { retentionTitle } from '../../../domain/holdings/retention.ts'
import type { KindDefinition } from '../../../domain/kinds/index.ts'
import { useLanguage } from '../../language.ts'
import { PartField, type PartFieldProps } from './part-field.tsx'
import { retentionProposed } from './retention-choice.ts'

/** The retention 保管期限, with what is proposed for such records and its basis beside it (S5.4). */
export function RetentionField({ kind, ...props }: PartFieldProps & { kind: KindDefinition }) {
  const { t } = useLanguage()
  const proposal = retentionProposed(props.form, kind)
  const differs = proposal && proposal.retention !== props.form.retention
  const { title, titleEn } = proposal ? retentionTitle(proposal.retention) : { title: '', titleEn: '' }
  const hint =
    proposal &&
    !props.disabled &&
    (differs ? (
      <span className="description-form-differs">
        {t({ zh: `建议${title}。${proposal.because.zh}`, en: `${titleEn} is proposed. ${proposal.because.en}` })}{' '}
        <button type="button" className="button-link" onClick={() => props.set('retention', proposal.retention)}>
          {t({ zh: '采用', en: 'Take it' })}
        </button>
      </span>
    ) : (
      t(proposal.because)
    ))
  return <PartField {...props} hint={hint} />
}
