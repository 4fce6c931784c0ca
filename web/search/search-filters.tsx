import { useNavigate } from '@tanstack/react-router'
import { useLanguage, type Wording } from '../language.ts'
import type { Classification } from './classification.ts'
import './search-filters.css'

/** What a search is narrowed to, as the address has it. */
export interface Filters {
  readonly fonds?: string
  readonly kind?: string
  readonly year?: string
}

export type FilterName = keyof Filters

const names: Readonly<Record<FilterName, Wording>> = {
  fonds: { zh: '全宗', en: 'Fonds' },
  kind: { zh: '门类', en: 'Kind' },
  year: { zh: '年度', en: 'Year' },
}
export const filterNames = Object.keys(names) as FilterName[]

interface Choice {
  readonly value: string
  readonly title: string
}

/** What each filter can be set to: only what this person's holdings have. */
function useChoices({ fonds, seriesOf, kindTitle }: Classification, filters: Filters): Record<FilterName, Choice[]> {
  const { t } = useLanguage()
  const within = [...seriesOf].filter(([id]) => !filters.fonds || id === filters.fonds).flatMap(([, series]) => series)
  const kinds = [...new Set(within.map(({ kind }) => kind))]
  const years = [...new Set(within.map(({ year }) => year))].sort((a, b) => b - a)
  return {
    fonds: fonds.length > 1 ? fonds.map(({ id, code, name }) => ({ value: id, title: `${code} ${name}` })) : [],
    kind: kinds.map(kind => ({ value: kind, title: t(kindTitle(kind)) })),
    year: years.map(year => ({ value: String(year), title: t({ zh: `${year}年`, en: String(year) }) })),
  }
}

/** Drops or sets a filter in the address; going back undoes it. */
export function useFilter(): (name: FilterName, value: string | undefined) => void {
  const navigate = useNavigate({ from: '/search' })
  return (name, value) =>
    void navigate({
      search: ({ [name]: _before, ...others }) => (value ? { ...others, [name]: value } : others),
    })
}

interface SearchFiltersProps {
  filters: Filters
  classification: Classification
}

/** The filters above the list, each one choice; what is not narrowed says so. */
export function SearchFilters({ filters, classification }: SearchFiltersProps) {
  const { t } = useLanguage()
  const choices = useChoices(classification, filters)
  const set = useFilter()
  return filterNames
    .filter(name => choices[name].length > 0 || filters[name])
    .map(name => (
      <select
        key={name}
        className="input search-filter"
        aria-label={t(names[name])}
        data-active={filters[name] !== undefined}
        value={filters[name] ?? ''}
        onChange={event => set(name, event.target.value || undefined)}
      >
        <option value="">{t({ zh: `全部${names[name].zh}`, en: `${names[name].en}: all` })}</option>
        {filters[name] && !choices[name].some(({ value }) => value === filters[name]) && (
          <option value={filters[name]}>{filters[name]}</option>
        )}
        {choices[name].map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    ))
}

/** The filters that are set, each with a button that drops it: what to try when nothing is found. */
export function DropFilters({ filters, classification }: SearchFiltersProps) {
  const { t } = useLanguage()
  const choices = useChoices(classification, filters)
  const set = useFilter()
  return filterNames
    .filter(name => filters[name] !== undefined)
    .map(name => {
      const title = choices[name].find(({ value }) => value === filters[name])?.title ?? filters[name]
      return (
        <button key={name} type="button" className="button" onClick={() => set(name, undefined)}>
          {t({ zh: `去掉“${names[name].zh} ${title}”`, en: `Drop “${names[name].en}: ${title}”` })}
        </button>
      )
    })
}
