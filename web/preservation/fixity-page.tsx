import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { NotPermitted } from '../organisation/not-permitted.tsx'
import { Page } from '../pieces/page.tsx'
import { ProgressNotice } from '../pieces/progress-notice.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { DamagedPile } from './damaged-pile.tsx'
import { fixityKey, lastRunQuery } from './fixity-queries.ts'
import { FixityRuns } from './fixity-runs.tsx'
import { PreservationTabs } from './preservation-tabs.tsx'

/** Fixity 固化检查: whether what is stored still is what was written, who looked when, and what is damaged. */
export function FixityPage() {
  const { t } = useLanguage()
  const may = useMayAny()(['fixity.list'])
  const title = t({ zh: '保管', en: 'Keeping' })
  return may ? (
    <Fixity title={title} />
  ) : (
    <Page title={title}>
      <NotPermitted permission="fixity.list" />
    </Page>
  )
}

function Fixity({ title }: { title: string }) {
  const { t } = useLanguage()
  const queryClient = useQueryClient()
  const mayRun = useMayAny()(['fixity.run'])
  const { data: last } = useQuery(lastRunQuery)
  const running = last?.state === 'running'
  const again = () => queryClient.invalidateQueries({ queryKey: fixityKey })
  const begin = useMutation({
    mutationFn: (whole: boolean) => client.tell('fixity.run', { whole }),
    onSettled: again,
  })
  const stop = useMutation({ mutationFn: (runId: string) => client.tell('fixity.cancel', { runId }), onSettled: again })
  // What a run found is asked for once more when it has ended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the change of state counts
  useEffect(() => void again(), [running])
  const acts = mayRun && !running && (
    <>
      <button type="button" className="button" disabled={begin.isPending} onClick={() => begin.mutate(true)}>
        {t({ zh: '全部重读', en: 'Read the whole store' })}
      </button>
      <button
        type="button"
        className="button button-seal"
        disabled={begin.isPending}
        onClick={() => begin.mutate(false)}
      >
        {t({ zh: '现在检查', en: 'Check now' })}
      </button>
    </>
  )
  return (
    <Page
      title={title}
      lead={t({
        zh: '每天重读一部分存储的文件，与写入时的摘要比对，一年之内全部读到。只读不改。',
        en: 'A part of the store is read again every day and compared with the digests it was written with; all of it within a year. Nothing is changed.',
      })}
      acts={acts}
    >
      <PreservationTabs />
      <RefusalNotice error={begin.error ?? stop.error} />
      {running && (
        <ProgressNotice
          label={
            last.planned === null
              ? t({ zh: '排在别的后台任务后面', en: 'Waiting for other background work' })
              : t({ zh: '正在重读', en: 'Reading' })
          }
          done={last.objects}
          total={last.planned ?? 0}
          finished={false}
          {...(mayRun && { onCancel: () => stop.mutate(last.id) })}
        />
      )}
      <DamagedPile shown={50} />
      <FixityRuns />
    </Page>
  )
}
