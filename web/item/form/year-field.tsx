import { useState } from 'react'
import { useLanguage } from '../../language.ts'
import { FormField } from '../../pieces/form-field.tsx'
import type { FormChecks } from './form-checks.ts'
import type { ItemForm } from './item-form.ts'
import type { YearChoice } from './year-choice.ts'

interface YearFieldProps {
  form: ItemForm
  change: (part: Partial<ItemForm>) => void
  checks: FormChecks
  year: YearChoice
  disabled: boolean
}

/** The year 年度: proposed from the dates with the reason beside it, until somebody writes another (S14.5). */
export function YearField({ form, change, checks, year, disabled }: YearFieldProps) {
  const { t } = useLanguage()
  // While it is being typed, an empty year stays empty instead of turning into the proposed one under the cursor.
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className="description-form-year">
      <FormField
        label={t({ zh: '年度', en: 'Year' })}
        required
        error={checks.errorAt('year')}
        hint={!disabled && year.proposal && <Reason year={year} onTake={() => change({ year: '' })} />}
      >
        {control => (
          <input
            {...control}
            className="input"
            data-path="year"
            inputMode="numeric"
            autoComplete="off"
            disabled={disabled}
            value={typed ?? (form.year || year.year)}
            onChange={event => {
              setTyped(event.target.value)
              change({ year: event.target.value })
            }}
            onBlur={() => {
              setTyped(null)
              checks.leave('year', form.year !== '')
            }}
          />
        )}
      </FormField>
    </div>
  )
}

function Reason({ year: { proposal, differs }, onTake }: { year: YearChoice; onTake: () => void }) {
  const { t } = useLanguage()
  if (!proposal) return null
  if (!differs) return t(proposal.because)
  return (
    <span className="description-form-differs">
      {t({
        zh: `应为 ${proposal.year}？${proposal.because.zh}`,
        en: `${proposal.year}? ${proposal.because.en}`,
      })}{' '}
      <button type="button" className="button-link" onClick={onTake}>
        {t({ zh: '采用', en: 'Take it' })}
      </button>
    </span>
  )
}
