import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import type { Classification, Series } from '../search/classification.ts'
import { titleOfRetention } from '../search/series-tree.ts'
import { useAsk } from './form-fields.tsx'

interface SeriesFieldProps {
  classification: Classification
  seriesId: string | undefined
}

/** Chooses the series a form is printed for, fonds by fonds. */
export function SeriesField({ classification, seriesId }: SeriesFieldProps) {
  const { t } = useLanguage()
  const ask = useAsk()
  const name = ({ kind, year, retention, unitName }: Series): string =>
    [t(classification.kindTitle(kind)), String(year), t(titleOfRetention(retention)), unitName]
      .filter(part => part !== null)
      .join(' · ')
  return (
    <FormField label={t({ zh: '类别', en: 'Series' })}>
      {control => (
        <select
          {...control}
          className="input"
          value={seriesId ?? ''}
          onChange={event => ask({ series: event.target.value, ids: '' })}
        >
          <option value="">{t({ zh: '请选择', en: 'Choose one' })}</option>
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
      )}
    </FormField>
  )
}
