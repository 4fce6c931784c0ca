interface ChoiceProps<Value extends string> {
  legend: string
  name: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { readonly value: Value; readonly title: string; readonly says: string }[]
}

/** One of a few, each with a sentence that says what it means. */
export function Choice<Value extends string>({ legend, name, value, onChange, options }: ChoiceProps<Value>) {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map(option => (
        <label key={option.value} className="choice-one">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            <b>{option.title}</b>
            <span className="faint small">{option.says}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
