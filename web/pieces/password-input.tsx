import { type KeyboardEvent, useState } from 'react'
import { useLanguage } from '../language.ts'
import type { FieldControl } from './form-field.tsx'
import { Icon } from './icon.tsx'
import './password-input.css'

interface PasswordInputProps {
  control: FieldControl
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** Tells password keepers whether one is asked for or made. */
  use: 'current-password' | 'new-password'
}

/** A password field that can be read on request and says when Caps Lock is on. */
export function PasswordInput({ control, value, onChange, onBlur, use }: PasswordInputProps) {
  const { t } = useLanguage()
  const [readable, setReadable] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <>
      <span className="password-input">
        <input
          {...control}
          className="input"
          type={readable ? 'text' : 'password'}
          autoComplete={use}
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={event => onChange(event.target.value)}
          onKeyDown={look}
          onKeyUp={look}
          onBlur={() => {
            setCapsLock(false)
            onBlur?.()
          }}
        />
        <button
          type="button"
          aria-pressed={readable}
          aria-label={t({ zh: '显示口令', en: 'Show password' })}
          title={readable ? t({ zh: '隐藏口令', en: 'Hide password' }) : t({ zh: '显示口令', en: 'Show password' })}
          onClick={() => setReadable(!readable)}
        >
          <Icon name={readable ? 'eye-shut' : 'eye'} />
        </button>
      </span>
      <span className="password-caps" role="status">
        {capsLock && t({ zh: '大写锁定已打开', en: 'Caps Lock is on' })}
      </span>
    </>
  )
}
