import { useNavigate } from '@tanstack/react-router'
import { useLanguage, type Wording } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import type { Classification } from '../search/classification.ts'
import { titleOfRetention } from '../search/series-tree.ts'
import { type CatalogueChoice, type Choice, type Option, tally } from './catalogue-choice.ts'

type Level = Exclude<keyof CatalogueChoice, 'series'>

const labels: Readonly<Record<Level, Wording>> = {
  fonds: { zh: '全宗', en: 'Fonds' },
  kind: { zh: '门类', en: 'Kind' },
  year: { zh: '年度', en: 'Year' },
  retention: { zh: '保管期限', en: 'Retention' },
  unit: { zh: '机构', en: 'Unit' },
}
/** Levels a catalogue may take whole. */
const wholes: Readonly<Partial<Record<Level, Wording>>> = {
  retention: { zh: '全部期限', en: 'All' },
  unit: { zh: '全部机构', en: 'All' },
}
const levels = Object.keys(labels) as Level[]

interface CatalogueFormProps {
  choice: CatalogueChoice
  classification: Classification
  cover: boolean
}

/** Chooses which catalogue 目录 is printed; each choice says how many items it holds, and every one is kept in the address. */
export function CatalogueForm({ choice, classification, cover }: CatalogueFormProps) {
  const { t } = useLanguage()
  const navigate = useNavigate({ from: '/catalogue' })
  const name = (level: Level, { value, series }: Option): Wording => {
    switch (level) {
      case 'fonds': {
        const fonds = classification.fonds.find(({ id }) => id === value)
        const title = `${fonds?.code} ${fonds?.name}`
        return { zh: title, en: title }
      }
      case 'kind':
        return classification.kindTitle(value)
      case 'year':
        return { zh: `${value}年`, en: value }
      case 'retention':
        return titleOfRetention(value)
      case 'unit': {
        const unit = series[0]?.unitName ?? value
        return { zh: unit, en: unit }
      }
    }
  }
  // Every level is written, also those that were only proposed: the link then shows the same to whoever gets it.
  const choose = (changed: Partial<Record<Level, string>>, withCover: boolean) => {
    const chosen = Object.fromEntries(levels.map(level => [level, changed[level] ?? choice[level].value]))
    void navigate({ search: withCover ? chosen : { ...chosen, cover: 'no' }, replace: true })
  }
  return (
    <form className="catalogue-form" onSubmit={event => event.preventDefault()}>
      {levels.map(level => (
        <Select
          key={level}
          label={t(labels[level])}
          whole={wholes[level] && t(wholes[level])}
          choice={choice[level]}
          title={option => t(name(level, option))}
          onChoose={value => choose({ [level]: value }, cover)}
        />
      ))}
      <label className="catalogue-cover">
        <input type="checkbox" checked={cover} onChange={event => choose({}, event.target.checked)} />
        {t({ zh: '带封面', en: 'With a cover' })}
      </label>
    </form>
  )
}

interface SelectProps {
  label: string
  /** Name of taking all of them, where that can be. */
  whole: string | undefined
  choice: Choice
  title: (option: Option) => string
  onChoose: (value: string) => void
}

function Select({ label, whole, choice: { options, value }, title, onChoose }: SelectProps) {
  const { t } = useLanguage()
  const many = (option: Option) => tally(option.series).items.toLocaleString('en')
  if (options.length === 0) return null
  return (
    <FormField label={label}>
      {control => (
        <select {...control} className="input" value={value ?? ''} onChange={event => onChoose(event.target.value)}>
          {whole && <option value="">{whole}</option>}
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {t({ zh: `${title(option)}（${many(option)} 件）`, en: `${title(option)} (${many(option)})` })}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
