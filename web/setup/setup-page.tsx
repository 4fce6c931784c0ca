import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { LanguageSwitch } from '../pieces/language-switch.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { Seal } from '../pieces/seal.tsx'
import { SetupForm } from './setup-form.tsx'
import { SetupProgress } from './setup-progress.tsx'
import './setup.css'

/** A shorter token was cut off on its way into the address bar. */
const shortestToken = 20

/** First run 启用: organisation, template and administrator on one page, then the way to sign-in. */
export function SetupPage() {
  const { t } = useLanguage()
  const { token = '' } = useSearch({ from: '/setup' })
  const [started, setStarted] = useState<{ jobId: string | null } | null>(null)
  const state = useQuery({
    queryKey: ['setup.state', token],
    queryFn: () => client.ask('setup.state', token.length < shortestToken ? {} : { token }),
  })

  useEffect(() => {
    document.title = t({ zh: '启用 · 兰台', en: 'First run · Lantai' })
  })
  return (
    <main className="setup">
      <header className="setup-head">
        <Seal size={44} />
        <h1>{t({ zh: '启用兰台', en: 'First run of Lantai' })}</h1>
        <LanguageSwitch />
      </header>
      {content()}
    </main>
  )

  function content(): ReactNode {
    if (started) return <SetupProgress {...started} />
    if (state.isError) return <RefusalNotice error={state.error} />
    if (!state.data) return <p className="faint">{t({ zh: '正在打开…', en: 'Opening…' })}</p>
    if (state.data.done) return <SetupProgress jobId={null} />
    if (!state.data.tokenValid) return <WrongToken />
    return <SetupForm token={token} onStarted={setStarted} />
  }
}

function WrongToken() {
  const { t } = useLanguage()
  return (
    <p className="notice notice-due">
      {t({
        zh: '这个启用地址不对或已失效。请用服务器启动时在屏幕上给出的完整地址打开，地址里带有一次性的口令。',
        en: 'This address is wrong or no longer valid. Open the full address that the server printed when it started; it carries a one-time token.',
      })}
    </p>
  )
}
