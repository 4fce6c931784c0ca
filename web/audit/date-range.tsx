import { today } from '../dates.ts'
import { useLanguage, type Wording } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { Icon } from '../pieces/icon.tsx'
import { Popup } from '../pieces/popup.tsx'
import { daysBefore, quarterOf } from './periods.ts'

interface Range {
  readonly from: string | undefined
  readonly to: string | undefined
}

interface DateRangeProps extends Range {
  onChange: (range: Range) => void
}

/** From which day to which; the stretches an auditor asks for are one click. */
export function DateRange({ from, to, onChange }: DateRangeProps) {
  const { t } = useLanguage()
  const now = today()
  const usual: readonly (Wording & Range)[] = [
    { zh: '今天', en: 'Today', from: now, to: now },
    { zh: '近 7 天', en: 'Last 7 days', from: daysBefore(now, 6), to: now },
    { zh: '本季度', en: 'This quarter', ...quarterOf(now) },
    { zh: '上季度', en: 'Last quarter', ...quarterOf(now, 1) },
    { zh: '全部时间', en: 'All the time', from: undefined, to: undefined },
  ]
  const named = usual.find(one => one.from === from && one.to === to)
  return (
    <Popup
      className="button trail-dates"
      label={
        <>
          <span className="tabular">{named ? t(named) : `${from ?? '…'} – ${to ?? '…'}`}</span>
          <Icon name="down" size={12} />
        </>
      }
    >
      {close => (
        <>
          {usual.map(range => (
            <button
              key={range.en}
              type="button"
              className="popup-line"
              aria-pressed={range === named}
              onClick={() => {
                onChange({ from: range.from, to: range.to })
                close()
              }}
            >
              {t(range)}
            </button>
          ))}
          <hr className="popup-rule" />
          <div className="trail-days">
            <Day label={t({ zh: '从', en: 'From' })} value={from} onChange={day => onChange({ from: day, to })} />
            <Day label={t({ zh: '到', en: 'To' })} value={to} onChange={day => onChange({ from, to: day })} />
          </div>
        </>
      )}
    </Popup>
  )
}

interface DayProps {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <FormField label={label}>
      {control => (
        <input
          {...control}
          type="date"
          className="input"
          value={value ?? ''}
          onChange={event => onChange(event.target.value || undefined)}
        />
      )}
    </FormField>
  )
}
