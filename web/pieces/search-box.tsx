import { useEffect, useRef, useState } from 'react'
import { isComposing } from '../ime.ts'
import { useLanguage } from '../language.ts'
import { Icon } from './icon.tsx'
import './search-box.css'

interface SearchBoxProps {
  /** What is searched for now; when it changes, as by going back, the box shows it. */
  asked: string
  onSearch: (text: string) => void
  /** Spoken name of the box. */
  name: string
  placeholder: string
  /** Whether `/` anywhere on the page jumps here. */
  shortcut?: boolean
}

/** A search box: Enter searches, Escape empties, `/` jumps here; the Enter of an input method only chooses a word. */
export function SearchBox({ asked, onSearch, name, placeholder, shortcut = false }: SearchBoxProps) {
  const { t } = useLanguage()
  const [text, setText] = useState(asked)
  const [shownFor, setShownFor] = useState(asked)
  // Typed since the box and the page agreed last: what the page asks of these is an echo and must not undo the letters typed meanwhile.
  const [typed, setTyped] = useState<readonly string[]>([])
  if (shownFor !== asked) {
    setShownFor(asked)
    if (!typed.includes(asked)) setText(asked)
    if (asked === text.trim() || !typed.includes(asked)) setTyped([])
  }
  const input = useRef<HTMLInputElement>(null)
  useSlash(input, shortcut)
  return (
    <search className="search-box">
      <form
        onSubmit={event => {
          event.preventDefault()
          onSearch(text.trim())
        }}
      >
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          aria-label={name}
          aria-keyshortcuts={shortcut ? '/' : undefined}
          placeholder={placeholder}
          value={text}
          onChange={({ target: { value } }) => {
            setText(value)
            setTyped([...typed, value, value.trim()])
          }}
          onKeyDown={event => {
            if (isComposing(event)) {
              if (event.key === 'Enter') event.preventDefault()
            } else if (event.key === 'Escape') {
              if (text) setText('')
              else input.current?.blur()
            }
          }}
        />
        {shortcut && !text && (
          <kbd className="kbd" title={t({ zh: '按 / 跳到这里', en: 'Press / to jump here' })}>
            /
          </kbd>
        )}
      </form>
    </search>
  )
}

function useSlash(input: React.RefObject<HTMLInputElement | null>, wanted: boolean) {
  useEffect(() => {
    if (!wanted) return
    const jump = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable], dialog'))
        return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', jump)
    return () => document.removeEventListener('keydown', jump)
  }, [input, wanted])
}
