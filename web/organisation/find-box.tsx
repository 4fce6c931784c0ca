import { useEffect, useState } from 'react'
import { Icon } from '../pieces/icon.tsx'
import './find-box.css'

const pauseMs = 250

interface FindBoxProps {
  /** Spoken name of the box. */
  name: string
  placeholder: string
  /** What is found now; when it changes, as by going back, the box shows it. */
  asked: string
  onFind: (text: string) => void
}

/** A box that finds as one types, at each pause and never within the composition of an input method. */
export function FindBox({ name, placeholder, asked, onFind }: FindBoxProps) {
  const [typed, setTyped] = useState(asked)
  const [composing, setComposing] = useState(false)
  const [shownFor, setShownFor] = useState(asked)
  if (shownFor !== asked) {
    setShownFor(asked)
    if (typed.trim() !== asked) setTyped(asked)
  }
  const wanted = composing ? asked : typed.trim()
  useEffect(() => {
    if (wanted === asked) return
    const timer = setTimeout(() => onFind(wanted), pauseMs)
    return () => clearTimeout(timer)
  }, [wanted, asked, onFind])
  return (
    <label className="find-box">
      <Icon name="search" />
      <input
        type="search"
        autoComplete="off"
        maxLength={60}
        aria-label={name}
        placeholder={placeholder}
        value={typed}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape' && !composing) setTyped('')
        }}
      />
    </label>
  )
}
