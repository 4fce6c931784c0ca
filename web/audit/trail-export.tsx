import { useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { Icon } from '../pieces/icon.tsx'
import { Popup } from '../pieces/popup.tsx'

const numberIn = (typed: string): number | undefined => (/^[1-9]\d*$/.test(typed.trim()) ? Number(typed) : undefined)

/** Takes the trail along 导出审计记录 as JSON lines, the whole or a stretch of it by number. */
export function TrailExport() {
  const { t } = useLanguage()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const range = { from: numberIn(from), to: numberIn(to) }
  return (
    <Popup
      align="end"
      label={
        <>
          <Icon name="download" size={16} />
          {t({ zh: '导出', en: 'Export' })}
        </>
      }
    >
      {close => (
        <div className="trail-export">
          <p className="small faint">
            {t({
              zh: 'JSON 行，一条一行，从旧到新，带摘要；不受筛选影响。',
              en: 'JSON lines, one entry each, oldest first, with digests; filters do not apply.',
            })}
          </p>
          <NumberField label={t({ zh: '从第几条', en: 'From entry' })} standard="1" value={from} onChange={setFrom} />
          <NumberField
            label={t({ zh: '到第几条', en: 'To entry' })}
            standard={t({ zh: '最新', en: 'newest' })}
            value={to}
            onChange={setTo}
          />
          <a
            className="button"
            download
            href={client.fileUrl('audit.export', {
              ...(range.from && { from: range.from }),
              ...(range.to && { to: range.to }),
            })}
            onClick={close}
          >
            {t({ zh: '导出 JSON 行', en: 'Export JSON lines' })}
          </a>
        </div>
      )}
    </Popup>
  )
}

interface NumberFieldProps {
  label: string
  /** What holds when the field is left empty. */
  standard: string
  value: string
  onChange: (typed: string) => void
}

function NumberField({ label, standard, value, onChange }: NumberFieldProps) {
  return (
    <FormField label={label}>
      {control => (
        <input
          {...control}
          className="input"
          inputMode="numeric"
          placeholder={standard}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </FormField>
  )
}
