import { proposeRetention } from '../../../domain/holdings/record-groups.ts'
import { retentionTitle } from '../../../domain/holdings/retention.ts'
import type { KindDefinition } from '../../../domain/kinds/index.ts'
import { useLanguage } from '../../language.ts'
import { type ItemForm, writtenIn } from './item-form.ts'
import { PartField, type PartFieldProps } from './part-field.tsx'

/** What the kind and its fields propose as retention, as far as they are filled in. */
export const retentionProposed = (form: ItemForm, kind: KindDefinition) =>
  proposeRetention(kind, writtenIn(form, kind).fields)

/** The change of a form with the retention following the sort of record, as long as nobody chose another. */
export function withRetention(form: ItemForm, part: Partial<ItemForm>, kind: KindDefinition): Partial<ItemForm> {
  const before = retentionProposed(form, kind)?.retention
  const after = retentionProposed({ ...form, ...part }, kind)?.retention
  const untouched = form.retention === '' || form.retention === before
  return untouched && after && after !== before ? { ...part, retention: after } : part
}

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
