import { useLanguage } from '../language.ts'
import type { Classification, Series } from '../search/classification.ts'
import { titleOfRetention } from '../search/series-tree.ts'

interface SeriesChoiceProps {
  classification: Classification
  value: string | undefined
  onChoose: (seriesId: string) => void
}

/** Chooses the series to arrange: the fonds as groups, in each its classes by kind, year, retention and unit. */
export function SeriesChoice({ classification, value, onChoose }: SeriesChoiceProps) {
  const { t } = useLanguage()
  const name = useSeriesName(classification)
  return (
    <select
      className="input arrange-series"
      aria-label={t({ zh: '整理哪一类', en: 'Series' })}
      value={value ?? ''}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="" disabled>
        {t({ zh: '选一个类别', en: 'Choose a series' })}
      </option>
      {classification.fonds.map(fonds => (
        <optgroup key={fonds.id} label={`${fonds.code} ${fonds.name}`}>
          {(classification.seriesOf.get(fonds.id) ?? []).map(series => (
            <option key={series.id} value={series.id}>
              {name(series)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

/** Says a series in a line: kind, year, retention, unit, and how much of it is not filed. */
export function useSeriesName(classification: Classification): (series: Series) => string {
  const { t } = useLanguage()
  return series => {
    const parts = [
      t(classification.kindTitle(series.kind)),
      series.year,
      t(titleOfRetention(series.retention)),
      series.unitName,
    ]
    const left = series.items - series.filed
    const count = left > 0 ? t({ zh: `（${left} 件未归档）`, en: ` (${left} not filed)` }) : ''
    return `${parts.filter(Boolean).join(' · ')}${count}`
  }
}

/** The series by its id, wherever it stands. */
export const seriesIn = ({ seriesOf }: Classification, id: string | undefined): Series | undefined =>
  [...seriesOf.values()].flat().find(series => series.id === id)
