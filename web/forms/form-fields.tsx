import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type FormGroup, formCodes, formGroups, forms, type OptionName, spineWidths } from '../../domain/forms/forms.ts'
import { type LabelStock, labelStockCodes, labelStocks, labelsPerSheet } from '../../domain/forms/label-stock.ts'
import { useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import type { Asked, Choice } from './print-choice.ts'

const groups = Object.keys(formGroups) as FormGroup[]

/** Changes part of the address, an empty text taking a choice back; the rest stays, but for a printed file that was looked at. */
export function useAsk(): (change: Partial<Record<keyof Asked, string>>) => void {
  const navigate = useNavigate({ from: '/print' })
  return useCallback(
    change => void navigate({ search: before => ({ ...before, run: '', file: '', ...change }), replace: true }),
    [navigate],
  )
}

/** Chooses the form, and how it is printed; only what the form knows is asked. */
export function FormFields({ choice }: { choice: Choice }) {
  const { t } = useLanguage()
  const ask = useAsk()
  return (
    <div className="print-fields">
      <FormField label={t({ zh: '表单', en: 'Form' })}>
        {control => (
          <select
            {...control}
            className="input"
            value={choice.code}
            onChange={event => ask({ form: event.target.value })}
          >
            {groups.map(group => (
              <optgroup key={group} label={t({ zh: formGroups[group].title, en: formGroups[group].titleEn })}>
                {formCodes
                  .filter(code => forms[code].group === group)
                  .map(code => (
                    <option key={code} value={code}>
                      {t({ zh: forms[code].title, en: forms[code].titleEn })}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </FormField>
    </div>
  )
}

/** How the form is printed: style, width, paper, label stock, first label, copies. */
export function OptionFields({ choice }: { choice: Choice }) {
  const { t } = useLanguage()
  const ask = useAsk()
  const { form, options } = choice
  const has = (option: OptionName) => form.options.includes(option)
  const stock: LabelStock = options.stock ?? '70x37'
  const most = labelsPerSheet(stock)
  return (
    <div className="print-fields print-options">
      {form.styles && (
        <Select
          label={t({ zh: '样式', en: 'Style' })}
          value={options.style ?? ''}
          options={Object.entries(form.styles).map(([code, style]) => [
            code,
            t({ zh: style.title, en: style.titleEn }),
          ])}
          onChoose={style => ask({ style })}
        />
      )}
      {has('widthMm') && (
        <Select
          label={t({ zh: '脊宽', en: 'Width' })}
          value={String(options.widthMm ?? '')}
          options={[
            ...(choice.unit === 'box' ? [['', t({ zh: '按盒厚', en: 'As thick as the box' })] as const] : []),
            ...spineWidths.map(width => [String(width), `${width} mm`] as const),
          ]}
          onChoose={width => ask({ width })}
        />
      )}
      {has('paper') && (
        <Select
          label={t({ zh: '纸张', en: 'Paper' })}
          value={options.paper ?? 'a4'}
          options={[
            ['a4', t({ zh: 'A4，条长 270 mm', en: 'A4, 270 mm long' })],
            ['a3', t({ zh: 'A3，满长 310 mm', en: 'A3, the full 310 mm' })],
          ]}
          onChoose={paper => ask({ paper })}
        />
      )}
      {has('stock') && (
        <Select
          label={t({ zh: '标签纸', en: 'Label paper' })}
          value={stock}
          options={labelStockCodes.map(code => [
            code,
            t({ zh: labelStocks[code].title, en: labelStocks[code].titleEn }),
          ])}
          onChoose={value => ask({ stock: value, start: '' })}
        />
      )}
      {has('start') && most > 1 && (
        <Numbered
          label={t({ zh: '从第几枚开始', en: 'First free label' })}
          most={most}
          value={options.start ?? 1}
          onChoose={start => ask({ start })}
        />
      )}
      {has('copies') && (
        <Numbered
          label={t({ zh: '份数', en: 'Copies' })}
          most={20}
          value={options.copies ?? 1}
          onChoose={copies => ask({ copies })}
        />
      )}
    </div>
  )
}

interface SelectProps {
  label: string
  value: string
  options: readonly (readonly [value: string, title: string])[]
  onChoose: (value: string) => void
}

function Select({ label, value, options, onChoose }: SelectProps) {
  return (
    <FormField label={label}>
      {control => (
        <select {...control} className="input" value={value} onChange={event => onChoose(event.target.value)}>
          {options.map(([code, title]) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

interface NumberedProps {
  label: string
  most: number
  value: number
  onChoose: (value: string) => void
}

function Numbered({ label, most, value, onChoose }: NumberedProps) {
  return (
    <FormField label={label}>
      {control => (
        <input
          {...control}
          className="input"
          type="number"
          min={1}
          max={most}
          value={value}
          onChange={event => onChoose(event.target.value)}
        />
      )}
    </FormField>
  )
}
