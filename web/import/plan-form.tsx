import type { ReactNode } from 'react'
import { secrecyCodes, secrecyLevels } from '../../domain/access/secrecy.ts'
import { readRetention, retentionTitle } from '../../domain/holdings/retention.ts'
import type { FormChoices } from '../item/form/form-choices.ts'
import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import type { SheetView } from './import-queries.ts'
import { columnsFor, type PlanDraft, proposePlan } from './plan-draft.ts'

interface PlanFormProps {
  sheets: readonly SheetView[]
  choices: FormChoices
  plan: PlanDraft
  onChange: (plan: PlanDraft) => void
}

/** Where the items go, which sheet and which heads; then what holds for all rows. */
export function PlanForm({ sheets, choices, plan, onChange }: PlanFormProps) {
  const { t } = useLanguage()
  const sheet = sheets.find(({ name }) => name === plan.sheet)
  const kind = choices.kinds.find(({ code }) => code === plan.kind)
  if (!kind || !sheet) return null
  return (
    <div className="import-plan">
      {choices.fonds.length > 1 && (
        <Choice
          label={t({ zh: '全宗', en: 'Fonds' })}
          value={plan.fondsId}
          onChoose={fondsId => onChange({ ...plan, fondsId })}
        >
          {choices.fonds.map(({ id, code, name }) => (
            <option key={id} value={id}>{`${code} ${name}`}</option>
          ))}
        </Choice>
      )}
      <Choice
        label={t({ zh: '门类', en: 'Kind' })}
        value={plan.kind}
        onChoose={code => {
          const chosen = choices.kinds.find(one => one.code === code)
          if (chosen) onChange({ ...plan, kind: code, columns: columnsFor(sheet, plan.headRow, chosen) })
        }}
      >
        {choices.kinds.map(one => (
          <option key={one.code} value={one.code}>
            {t({ zh: one.title, en: one.titleEn ?? one.title })}
          </option>
        ))}
      </Choice>
      {sheets.length > 1 && (
        <Choice
          label={t({ zh: '工作表', en: 'Sheet' })}
          value={plan.sheet}
          onChoose={name => {
            const chosen = sheets.find(one => one.name === name)
            if (chosen) onChange({ ...proposePlan(chosen, { fondsId: plan.fondsId, kind }), constants: plan.constants })
          }}
        >
          {sheets.map(({ name, rowCount }) => (
            <option key={name} value={name}>{`${name}（${rowCount.toLocaleString('en')}）`}</option>
          ))}
        </Choice>
      )}
      <FormField label={t({ zh: '表头在第几行', en: 'Row of the heads' })}>
        {control => (
          <input
            {...control}
            className="input"
            type="number"
            min={0}
            max={10_000}
            value={plan.headRow}
            onChange={event => {
              const headRow = Math.max(0, Math.min(10_000, Math.trunc(Number(event.target.value)) || 0))
              onChange({ ...plan, headRow, columns: columnsFor(sheet, headRow, kind) })
            }}
          />
        )}
      </FormField>
      <Constants {...{ choices, plan, onChange }} />
    </div>
  )
}

/** What holds for every row whose own column says nothing. */
function Constants({ choices, plan, onChange }: Omit<PlanFormProps, 'sheets'>) {
  const { t } = useLanguage()
  const { constants } = plan
  const change = (part: Partial<PlanDraft['constants']>) => onChange({ ...plan, constants: { ...constants, ...part } })
  const unsaid = t({ zh: '看各行', en: 'As each row says' })
  return (
    <fieldset className="import-constants">
      <legend>{t({ zh: '表里没写的，统一填', en: 'Where a row says nothing' })}</legend>
      <FormField label={t({ zh: '年度', en: 'Year' })}>
        {control => (
          <input
            {...control}
            className="input"
            inputMode="numeric"
            placeholder={t({ zh: '按日期', en: 'By its date' })}
            value={constants.year ?? ''}
            onChange={event => change({ year: Number(event.target.value.replace(/\D/g, '').slice(0, 4)) || null })}
          />
        )}
      </FormField>
      <FormField label={t({ zh: '保管期限', en: 'Retention' })}>
        {control => (
          <select
            {...control}
            className="input"
            value={constants.retention ?? ''}
            onChange={event => change({ retention: readRetention(event.target.value) ?? null })}
          >
            <option value="">{unsaid}</option>
            {(['Y', 'D30', 'D10'] as const).map(code => (
              <option key={code} value={code}>
                {t({ zh: retentionTitle(code).title, en: retentionTitle(code).titleEn })}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <Choice
        label={t({ zh: '机构', en: 'Unit' })}
        value={constants.unitId ?? ''}
        onChoose={unitId => change({ unitId: unitId || null })}
      >
        <option value="">{unsaid}</option>
        {choices.units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice
        label={t({ zh: '密级', en: 'Secrecy' })}
        value={constants.secrecy ?? ''}
        onChoose={code => change({ secrecy: secrecyCodes.find(one => one === code) ?? null })}
      >
        <option value="">{unsaid}</option>
        {secrecyCodes.map(code => (
          <option key={code} value={code}>
            {t({ zh: secrecyLevels[code].title, en: secrecyLevels[code].titleEn })}
          </option>
        ))}
      </Choice>
    </fieldset>
  )
}

interface ChoiceProps {
  label: string
  value: string
  onChoose: (value: string) => void
  children: ReactNode
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  return (
    <FormField label={label}>
      {control => (
        <select {...control} className="input" value={value} onChange={event => onChoose(event.target.value)}>
          {children}
        </select>
      )}
    </FormField>
  )
}
