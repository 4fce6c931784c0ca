import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'

const pauseMs = 250

/** The box that finds people as one types, at each pause and never within the composition of an input method. */
export function FindPeople() {
  const { t } = useLanguage()
  const { q = '' } = useSearch({ from: '/shell/settings/organisation' })
  const navigate = useNavigate({ from: '/settings/organisation' })
  const [typed, setTyped] = useState(q)
  const [composing, setComposing] = useState(false)
  const [shownFor, setShownFor] = useState(q)
  if (shownFor !== q) {
    setShownFor(q)
    if (typed.trim() !== q) setTyped(q)
  }
  useEffect(() => {
    const text = typed.trim()
    if (text === q || composing) return
    const timer = setTimeout(
      () =>
        void navigate({
          search: ({ q: _before, ...others }) => (text ? { ...others, q: text } : others),
          replace: true,
        }),
      pauseMs,
    )
    return () => clearTimeout(timer)
  }, [typed, q, composing, navigate])
  return (
    <label className="organisation-find">
      <Icon name="search" />
      <input
        type="search"
        autoComplete="off"
        maxLength={60}
        aria-label={t({ zh: '找人', en: 'Find people' })}
        placeholder={t({ zh: '姓名、登录名、拼音首字母', en: 'Name, login, pinyin initials' })}
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
