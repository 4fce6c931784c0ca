import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { Dialog } from '../pieces/dialog.tsx'
import { FormField } from '../pieces/form-field.tsx'
import { PasswordInput } from '../pieces/password-input.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMe } from '../session.ts'
import { deviceName } from '../sign-in/device-name.ts'

interface SignInAgainProps {
  onSignedIn: () => void
  onClose: () => void
}

/** The session is over in the middle of something: the same person signs in here, and nothing typed is lost. */
export function SignInAgain({ onSignedIn, onClose }: SignInAgainProps) {
  const { t } = useLanguage()
  const me = useMe()
  const form = useId()
  const [password, setPassword] = useState('')
  const entry = useRef<HTMLFormElement>(null)
  useEffect(() => entry.current?.querySelector<HTMLElement>('input[type="password"]')?.focus(), [])
  const open = useMutation({
    mutationFn: () => client.tell('session.open', { login: me.login ?? '', password, agent: deviceName() }),
    onSuccess: onSignedIn,
  })
  return (
    <Dialog
      title={t({ zh: '登录过期了', en: 'Your session is over' })}
      onClose={onClose}
      acts={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t({ zh: '先不', en: 'Not now' })}
          </button>
          <button type="submit" form={form} className="button button-seal" disabled={open.isPending || !password}>
            {t({ zh: '登录，接着做', en: 'Sign in and go on' })}
          </button>
        </>
      }
    >
      <p>
        {t({
          zh: '填的内容都还在。登录后从这里接着做。',
          en: 'Everything you typed is kept. Sign in to go on from here.',
        })}
      </p>
      <form
        ref={entry}
        id={form}
        className="sign-in-again"
        onSubmit={event => {
          event.preventDefault()
          open.mutate()
        }}
      >
        <FormField label={t({ zh: '登录名', en: 'Login' })}>
          {control => <input {...control} className="input" autoComplete="username" readOnly value={me.login ?? ''} />}
        </FormField>
        <FormField label={t({ zh: '口令', en: 'Password' })}>
          {control => (
            <PasswordInput
              control={{ ...control, required: true }}
              value={password}
              onChange={setPassword}
              use="current-password"
            />
          )}
        </FormField>
      </form>
      <RefusalNotice error={open.error} />
    </Dialog>
  )
}
