import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { ProgressNotice } from '../pieces/progress-notice.tsx'

const askEveryMs = 1_000

/** After the first run: how far the sample farm is, where one was asked for, and the way to sign-in. */
export function SetupProgress({ jobId }: { jobId?: string }) {
  const { t } = useLanguage()
  const progress = useQuery({
    queryKey: ['setup.progress', jobId],
    queryFn: () => client.call('setup.progress', jobId ? { jobId } : {}),
    enabled: jobId !== undefined,
    refetchInterval: query => (query.state.data?.finished ? false : askEveryMs),
  })
  const working = jobId !== undefined && !progress.data?.finished && !progress.isError
  return (
    <section className="setup-done">
      <h2>{t({ zh: '兰台已启用', en: 'Lantai is ready' })}</h2>
      {progress.data && <ProgressNotice {...progress.data} />}
      <p>
        {working
          ? t({
              zh: '示范奶牛场正在装入，一两分钟就好；现在也可以先登录。',
              en: 'The sample farm is being loaded, a minute or two; you may sign in meanwhile.',
            })
          : t({ zh: '用刚才设的登录名和口令登录。', en: 'Sign in with the login and password you have just chosen.' })}
      </p>
      <Link to="/sign-in" className="button button-seal">
        {t({ zh: '登录', en: 'Sign in' })}
      </Link>
    </section>
  )
}
