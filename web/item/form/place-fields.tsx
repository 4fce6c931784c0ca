import { useLanguage } from '../../language.ts'
import { FormField } from '../../pieces/form-field.tsx'
import type { FormChecks } from './form-checks.ts'
import { type FormChoices, kindsOf } from './form-choices.ts'
import type { ItemForm } from './item-form.ts'

interface PlaceFieldsProps {
  form: ItemForm
  change: (part: Partial<ItemForm>) => void
  checks: FormChecks
  choices: FormChoices
  /** The code says where the item belongs, so its place cannot change. */
  closed: boolean
}

/** Where an item belongs: fonds where there are several, kind 门类 and unit 机构. */
export function PlaceFields({ form, change, checks, choices, closed }: PlaceFieldsProps) {
  const { t } = useLanguage()
  const chooseKind = (code: string) => {
    const kind = choices.kinds.find(one => one.code === code)
    change({
      kind: code,
      ...(kind?.retention && { retention: kind.retention.code }),
      ...(kind?.secrecy && { secrecy: kind.secrecy }),
    })
  }
  return (
    <div className="description-form-wide description-form-place">
      {choices.fonds.length !== 1 && (
        <PlaceChoice
          label={t({ zh: '全宗', en: 'Fonds' })}
          path="fondsId"
          {...{ form, checks, closed }}
          options={choices.fonds.map(({ id, code, name }) => ({ value: id, title: `${code} ${name}` }))}
          onChange={fondsId => change({ fondsId })}
        />
      )}
      <PlaceChoice
        label={t({ zh: '门类', en: 'Kind' })}
        path="kind"
        {...{ form, checks, closed }}
        options={kindsOf(choices, form.fondsId, form.kind).map(({ code, title, titleEn }) => ({
          value: code,
          title: t({ zh: title, en: titleEn ?? title }),
        }))}
        onChange={chooseKind}
      />
      <PlaceChoice
        label={t({ zh: '机构', en: 'Unit' })}
        path="unitId"
        {...{ form, checks, closed }}
        options={[
          ...(choices.unitOptional ? [{ value: '', title: t({ zh: '不分机构', en: 'No unit' }) }] : []),
          ...choices.units.map(({ id, name }) => ({ value: id, title: name })),
          ...(form.unitId && !choices.units.some(({ id }) => id === form.unitId)
            ? [{ value: form.unitId, title: choices.unitName(form.unitId) }]
            : []),
        ]}
        onChange={unitId => change({ unitId })}
      />
      {closed && (
        <p className="form-field-hint">
          {t({
            zh: '门类、机构、年度、保管期限写在档号里，先撤销编号才能改。',
            en: 'Kind, unit, year and retention stand in the code; withdraw the number to change them.',
          })}
        </p>
      )}
    </div>
  )
}

interface PlaceChoiceProps {
  label: string
  path: 'fondsId' | 'kind' | 'unitId'
  form: ItemForm
  checks: FormChecks
  closed: boolean
  options: readonly { value: string; title: string }[]
  onChange: (value: string) => void
}

function PlaceChoice({ label, path, form, checks, closed, options, onChange }: PlaceChoiceProps) {
  return (
    <FormField label={label} required={path !== 'unitId'} error={checks.errorAt(path)}>
      {control => (
        <select
          {...control}
          className="input"
          data-path={path}
          disabled={closed}
          value={form[path]}
          onChange={event => onChange(event.target.value)}
        >
          {!options.some(({ value }) => value === form[path]) && <option value={form[path]} />}
          {options.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
