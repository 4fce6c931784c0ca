import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useLanguage } from './language.ts'
import { RefusalNotice } from './pieces/refusal-notice.tsx'
import './failure-page.css'

/** Stands in for a page that failed: what happened, what is still safe, what to do. */
export function FailurePage({ error }: ErrorComponentProps) {
  const { t } = useLanguage()
  const router = useRouter()
  return (
    <div className="stand-in">
      <h1>{t({ zh: '这一页没有打开', en: 'This page did not open' })}</h1>
      <RefusalNotice error={error} />
      <p>
        <button type="button" className="button" onClick={() => void router.invalidate()}>
          {t({ zh: '再试一次', en: 'Try again' })}
        </button>{' '}
        <Link to="/" className="button button-quiet">
          {t({ zh: '回工作台', en: 'Back to the workbench' })}
        </Link>
      </p>
    </div>
  )
}

/** The same where the shell itself did not open. */
export function LoneFailurePage(props: ErrorComponentProps) {
  return (
    <main>
      <FailurePage {...props} />
    </main>
  )
}

/** Stands in for an address that leads nowhere. */
export function MissingPage() {
  const { t } = useLanguage()
  return (
    <main className="stand-in">
      <h1>{t({ zh: '没有这一页', en: 'There is no such page' })}</h1>
      <p>
        {t({
          zh: '地址可能抄错了，或者这一页已经改了位置。',
          en: 'The address may be mistyped, or the page has moved.',
        })}
      </p>
      <p>
        <Link to="/" className="button">
          {t({ zh: '回工作台', en: 'Back to the workbench' })}
        </Link>
      </p>
    </main>
  )
}

/** Stands in for a page that is still being fetched. */
export function WaitingPage() {
  const { t } = useLanguage()
  return (
    <p className="stand-in faint" role="status">
      {t({ zh: '正在打开…', en: 'Opening…' })}
    </p>
  )
}
