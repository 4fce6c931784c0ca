import { useId, useState } from 'react'
import { useLanguage } from '../language.ts'

interface NamedFieldProps {
  /** Spoken name of the field. */
  name: string
  placeholder: string
  /** Id that is chosen now. */
  value: string | undefined
  /** What can be chosen: id → name. */
  named: ReadonlyMap<string, string>
  /** Whether something that has no name may be asked for as it is typed. */
  free?: boolean
  onChange: (id: string | undefined) => void
}

/** A field in which one types a name and means an id; the browser proposes the names that fit. */
export function NamedField({ name, placeholder, value, named, free = false, onChange }: NamedFieldProps) {
  const { t } = useLanguage()
  const list = useId()
  const shown = value === undefined ? '' : (named.get(value) ?? value)
  const [typed, setTyped] = useState(shown)
  const [shownFor, setShownFor] = useState(shown)
  if (shownFor !== shown) {
    setShownFor(shown)
    setTyped(shown)
  }
  const wanted = typed.trim()
  const meant = wanted === '' ? undefined : (idOf(wanted, named) ?? (free ? wanted : null))
  const settle = () => {
    if (meant !== null && meant !== value) onChange(meant)
  }
  return (
    <form
      className="named-field"
      onSubmit={event => {
        event.preventDefault()
        settle()
      }}
    >
      <input
        type="search"
        className="input trail-filter"
        autoComplete="off"
        list={list}
        aria-label={name}
        aria-invalid={meant === null || undefined}
        title={meant === null ? t({ zh: '没有这个名字', en: 'No such name' }) : undefined}
        data-active={value !== undefined}
        placeholder={placeholder}
        value={typed}
        onChange={event => {
          const text = event.target.value
          setTyped(text)
          // Choosing a proposal or emptying the field is meant at once; typing waits for Enter or leaving.
          const id = exactly(text.trim(), named)
          if (text === '' || id) onChange(id)
        }}
        onBlur={settle}
      />
      <datalist id={list}>
        {[...named].map(([id, text]) => (
          <option key={id} value={text} />
        ))}
      </datalist>
    </form>
  )
}

const exactly = (text: string, named: ReadonlyMap<string, string>): string | undefined =>
  [...named].find(([, name]) => name === text)?.[0]

/** The id a typed name means: exactly, by its beginning, or by any part when only one fits. */
function idOf(text: string, named: ReadonlyMap<string, string>): string | undefined {
  if (named.has(text)) return text
  const fitting = [...named].filter(([, name]) => name.toLowerCase().includes(text.toLowerCase()))
  return exactly(text, named) ?? (fitting.length === 1 ? fitting[0]?.[0] : undefined)
}
