import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client, type Output } from '../../client/client.ts'
import { forms } from '../../domain/forms/forms.ts'
import { useLanguage } from '../language.ts'
import { MomentText } from '../pieces/date-text.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { runsQuery } from './runs.ts'

type Run = Output<'form.runs'>['runs'][number]

/** Prints of the last day: how far each is, its files to print or save, and what could not be printed and why. */
export function RunList({ onOpen }: { onOpen: (run: Run, ordinal: number) => void }) {
  const { t } = useLanguage()
  const { data, error } = useQuery(runsQuery)
  if (error) return <RefusalNotice error={error} />
  const runs = data?.runs ?? []
  if (runs.length === 0) return null
  return (
    <section className="print-runs" aria-label={t({ zh: '打印记录', en: 'Prints' })}>
      <h2>{t({ zh: '打印记录', en: 'Prints' })}</h2>
      <p className="faint">{t({ zh: '结果保留一天。', en: 'Kept for a day.' })}</p>
      <ul>
        {runs.map(run => (
          <RunRow key={run.id} run={run} onOpen={ordinal => onOpen(run, ordinal)} />
        ))}
      </ul>
    </section>
  )
}

function RunRow({ run, onOpen }: { run: Run; onOpen: (ordinal: number) => void }) {
  const { t } = useLanguage()
  const form = forms[run.form as keyof typeof forms]
  const going = run.state === 'waiting' || run.state === 'running'
  return (
    <li>
      <p className="print-run-head">
        <strong>{form ? t({ zh: form.title, en: form.titleEn }) : run.form}</strong>
        <MomentText at={run.orderedAt} />
      </p>
      {going && <Going run={run} />}
      {run.state === 'cancelled' && <p className="faint">{t({ zh: '已取消', en: 'Cancelled' })}</p>}
      {run.failure !== null && <p className="print-run-failure">{run.failure}</p>}
      {run.files.map(({ ordinal, name }) => (
        <p key={ordinal} className="print-run-file">
          {run.format === 'pdf' && (
            <button type="button" className="button-link" onClick={() => onOpen(ordinal)}>
              {t({ zh: '打开', en: 'Open' })}
            </button>
          )}
          <a href={client.fileUrl('form.file', { runId: run.id, ordinal })} download>
            {name}
          </a>
        </p>
      ))}
      {run.refused.length > 0 && (
        <details>
          <summary>{t({ zh: `${run.refused.length} 个没有打印`, en: `${run.refused.length} not printed` })}</summary>
          <ul>
            {run.refused.map(refused => (
              <li key={refused.id}>{t(refused)}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function Going({ run }: { run: Run }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => client.tell('form.cancel', { runId: run.id }),
    onSettled: () => queries.invalidateQueries(runsQuery),
  })
  const label = t({ zh: `已完成 ${run.done}，共 ${run.count}`, en: `${run.done} of ${run.count} done` })
  return (
    <p className="print-run-going">
      <progress aria-label={label} max={run.count} value={run.done} />
      <span className="tabular faint">{label}</span>
      <button type="button" className="button-link" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
        {t({ zh: '取消', en: 'Cancel' })}
      </button>
    </p>
  )
}
