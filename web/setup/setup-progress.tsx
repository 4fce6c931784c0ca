import { skipToken, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { ProgressNotice } from '../pieces/progress-notice.tsx'

const askEveryMs = 1_000

const isOver = (state: string) => state === 'finished' || state === 'failed' || state === 'cancelled'

/** After the first run: how far the sample farm is, where one was asked for, and the way to sign-in. */
export function SetupProgress({ jobId }: { jobId: string | null }) {
  const { t } = useLanguage()
  const { data: progress } = useQuery({
    queryKey: ['setup.progress', jobId],
    queryFn: jobId ? () => client.ask('setup.progress', { jobId }) : skipToken,
    refetchInterval: ({ state }) => (state.data && isOver(state.data.state) ? false : askEveryMs),
  })
  const working = jobId !== null && !(progress && isOver(progress.state))
  return (
    <section className="setup-done">
      <h2>{t({ zh: '兰台已启用', en: 'Lantai is ready' })}</h2>
      {progress && (
        <ProgressNotice
          label={t({ zh: progress.label, en: progress.labelEn })}
          done={progress.done}
          total={progress.total}
          finished={progress.state === 'finished'}
          failure={
            progress.state === 'failed'
              ? t({ zh: '示范数据没有装完，其余不受影响。', en: 'The sample was not loaded fully; all else is fine.' })
              : null
          }
        />
      )}
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
