import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { client } from '../../client/client.ts'
import { type Language, setLanguage, useLanguage } from '../language.ts'
import { FormField } from '../pieces/form-field.tsx'
import { LanguageSwitch } from '../pieces/language-switch.tsx'
import { PasswordInput } from '../pieces/password-input.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { meQuery, safeReturn } from '../session.ts'
import { deviceName } from './device-name.ts'
import { TitlePage } from './title-page.tsx'
import { useWait } from './wait.ts'
import './sign-in.css'

/** Sign-in 登录: the title page of the volume; afterwards one is back where one wanted to be. */
export function SignInPage() {
  const { t } = useLanguage()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [chosen, setChosen] = useState<Language | null>(null)
  const { send, sending, error, secondsLeft } = useSignIn()
  const first = useRef<HTMLInputElement>(null)

  useEffect(() => {
    document.title = t({ zh: '登录 · 兰台', en: 'Sign in · Lantai' })
  })
  useEffect(() => first.current?.focus(), [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send({ login: login.trim(), password }, chosen)
  }
  return (
    <TitlePage>
      <form className="sign-in" onSubmit={submit}>
        <header>
          <h2>{t({ zh: '登录', en: 'Sign in' })}</h2>
          <LanguageSwitch onSwitch={setChosen} />
        </header>
        <NotSetUp />
        <RefusalNotice error={error} />
        <FormField label={t({ zh: '登录名', en: 'Login' })}>
          {control => (
            <input
              {...control}
              ref={first}
              required
              className="input"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={login}
              onChange={event => setLogin(event.target.value)}
            />
          )}
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
        <button type="submit" className="button button-seal" disabled={sending || secondsLeft > 0}>
          {secondsLeft > 0
            ? t({ zh: `${secondsLeft} 秒后可以再试`, en: `Try again in ${secondsLeft} s` })
            : sending
              ? t({ zh: '正在登录…', en: 'Signing in…' })
              : t({ zh: '登录', en: 'Sign in' })}
        </button>
        <p className="faint small">
          {t({ zh: '忘了口令？请系统管理员重置。', en: 'Forgot the password? The system administrator can reset it.' })}
        </p>
      </form>
    </TitlePage>
  )
}

/** On a server nobody has set up yet there is nobody to sign in as. */
function NotSetUp() {
  const { t } = useLanguage()
  const { data } = useQuery({
    queryKey: ['setup.state'],
    queryFn: () => client.ask('setup.state', {}),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data?.done !== false) return null
  return (
    <p className="notice notice-due">
      {t({
        zh: '兰台还没有启用。请打开服务器启动时在屏幕上给出的地址。',
        en: 'Lantai has not been set up yet. Open the address that the server printed when it started.',
      })}
    </p>
  )
}

function useSignIn() {
  const router = useRouter()
  const queryClient = useQueryClient()
  const { to } = useSearch({ from: '/sign-in' })
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const secondsLeft = useWait(error, () => setError(null))

  async function send(entry: { login: string; password: string }, chosen: Language | null) {
    setSending(true)
    setError(null)
    try {
      await client.tell('session.open', { ...entry, agent: deviceName() })
      if (chosen) await client.tell('language.choose', { language: chosen })
      queryClient.clear()
      setLanguage((await queryClient.fetchQuery(meQuery)).language)
      router.history.push(safeReturn(to))
    } catch (refused) {
      setError(refused)
    } finally {
      setSending(false)
    }
  }
  return { send, sending, error, secondsLeft }
}
