import { type ReactNode, useId, useSyncExternalStore } from 'react'
import { describeField, type FieldDefinition } from '../../../domain/kinds/index.ts'
import { today } from '../../dates.ts'
import { useLanguage } from '../../language.ts'
import type { FieldControl } from '../../pieces/form-field.tsx'
import type { Entry } from './item-form.ts'
import { readTypedDate } from './typed-date.ts'

export interface FieldInputProps {
  field: FieldDefinition
  control: FieldControl
  /** Name of the control, by which a form finds it again. */
  path: string
  entry: Entry
  onChange: (entry: Entry) => void
  onLeave: () => void
  /** What is likely to be meant, for choosing instead of typing. */
  suggestions?: readonly string[] | undefined
  disabled?: boolean
  placeholder?: string | undefined
}

/** The control for one field of a kind, whatever its type. */
export function FieldInput(props: FieldInputProps) {
  const { field, entry } = props
  const text = typeof entry === 'string' ? entry : ''
  switch (field.type) {
    case 'choice':
      return <ChoiceInput {...props} text={text} />
    case 'boolean':
      return <ChoiceInput {...props} text={text} />
    case 'choices':
      return <ChoicesInput {...props} chosen={typeof entry === 'string' ? [] : entry} />
    case 'longtext':
      return <textarea {...common(props)} rows={3} value={text} onChange={typed(props)} />
    case 'date':
      return <DateInput {...props} text={text} />
    case 'number':
    case 'money':
      return (
        <input
          {...common(props)}
          inputMode={field.type === 'number' && field.decimals === 0 ? 'numeric' : 'decimal'}
          value={text}
          onChange={typed(props)}
        />
      )
    default:
      return <LineInput {...props} text={text} />
  }
}

const common = ({ control, path, disabled, onLeave, placeholder }: FieldInputProps) => ({
  ...control,
  className: 'input',
  'data-path': path,
  autoComplete: 'off',
  disabled,
  placeholder,
  onBlur: onLeave,
})

const typed =
  ({ onChange }: FieldInputProps) =>
  (event: { target: { value: string } }) =>
    onChange(event.target.value)

type WithText = FieldInputProps & { text: string }

function LineInput(props: WithText) {
  const list = useId()
  const { suggestions = [] } = props
  return (
    <>
      <input
        {...common(props)}
        list={suggestions.length > 0 ? list : undefined}
        value={props.text}
        onChange={typed(props)}
      />
      {suggestions.length > 0 && (
        <datalist id={list}>
          {suggestions.map(one => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  )
}

const finger = matchMedia('(pointer: coarse)')
const onPointer = (listener: () => void) => {
  finger.addEventListener('change', listener)
  return () => finger.removeEventListener('change', listener)
}

/** A date typed in figures at a desk, turned on the phone's own wheel under a finger. */
function DateInput(props: WithText) {
  const { text, onChange, onLeave } = props
  const wheel = useSyncExternalStore(onPointer, () => finger.matches)
  if (wheel && /^(\d{4}-\d{2}-\d{2})?$/.test(text))
    return <input {...common(props)} type="date" value={text} onChange={typed(props)} />
  return (
    <input
      {...common(props)}
      inputMode="numeric"
      placeholder={props.placeholder ?? '20261123'}
      value={text}
      onChange={typed(props)}
      onBlur={() => {
        const read = readTypedDate(text, today())
        if (read !== text) onChange(read)
        onLeave()
      }}
    />
  )
}

function ChoiceInput(props: WithText) {
  const { language, t } = useLanguage()
  const { field, text } = props
  const { options } = describeField(field, language)
  const choices =
    field.type === 'boolean'
      ? [
          { value: 'yes', title: t({ zh: '是', en: 'Yes' }) },
          { value: 'no', title: t({ zh: '否', en: 'No' }) },
        ]
      : options
  const { placeholder: _none, ...select } = common(props)
  return (
    <select {...select} value={text} onChange={typed(props)}>
      {(text === '' || !field.required) && <option value="">{field.required ? '' : '—'}</option>}
      {choices.map(({ value, title }) => (
        <option key={value} value={value}>
          {title}
        </option>
      ))}
      {text !== '' && !choices.some(({ value }) => value === text) && <option value={text}>{text}</option>}
    </select>
  )
}

function ChoicesInput({
  field,
  control,
  path,
  chosen,
  onChange,
  onLeave,
  disabled,
}: FieldInputProps & { chosen: readonly string[] }): ReactNode {
  const { language } = useLanguage()
  const { title, options } = describeField(field, language)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend beside the label above
    <div
      id={control.id}
      role="group"
      aria-label={title}
      aria-describedby={control['aria-describedby']}
      className="field-choices"
      data-invalid={control['aria-invalid']}
      onBlur={onLeave}
    >
      {options.map(({ value, title: name }) => (
        <label key={value}>
          <input
            type="checkbox"
            data-path={path}
            disabled={disabled}
            checked={chosen.includes(value)}
            onChange={event =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter(code => code !== value))
            }
          />
          {name}
        </label>
      ))}
    </div>
  )
}
