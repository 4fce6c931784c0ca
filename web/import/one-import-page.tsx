import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../../client/client.ts'
import { useFormChoices } from '../item/form/form-choices.ts'
import { counted, useLanguage } from '../language.ts'
import { Page } from '../pieces/page.tsx'
import { ProgressNotice } from '../pieces/progress-notice.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { type Import, importQuery, importsQuery } from './import-queries.ts'
import { Planning } from './planning.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import './import.css'

/** One import, from the sheet to its items: the step it is at, and the acts that lead on. */
export function OneImportPage() {
  const { t } = useLanguage()
  const { importId } = useParams({ from: '/shell/import/$importId' })
  const one = useQuery(importQuery(importId))
  return (
    <Page
      title={one.data?.name ?? t({ zh: '导入', en: 'Import' })}
      crumbs={[{ title: t({ zh: '导入', en: 'Import' }), to: '/import' }]}
    >
      <RefusalNotice error={one.error} />
      {one.data && <Steps state={one.data.state} />}
      {one.data && <Step one={one.data} />}
    </Page>
  )
}

const steps = [
  { zh: '选文件', en: 'File', at: ['reading', 'unreadable'] },
  { zh: '核对各列', en: 'Columns', at: ['read'] },
  { zh: '检查', en: 'Check', at: ['checking', 'faulty', 'checked'] },
  { zh: '导入', en: 'Import', at: ['importing'] },
  { zh: '完成', en: 'Done', at: ['imported', 'withdrawn'] },
] as const

function Steps({ state }: { state: Import['state'] }) {
  const { t } = useLanguage()
  const now = steps.findIndex(({ at }) => (at as readonly string[]).includes(state))
  return (
    <ol className="import-steps" aria-label={t({ zh: '步骤', en: 'Steps' })}>
      {steps.map((step, at) => (
        <li key={step.zh} data-done={at < now || undefined} aria-current={at === now ? 'step' : undefined}>
          {t(step)}
        </li>
      ))}
    </ol>
  )
}

function Step({ one }: { one: Import }) {
  const { t } = useLanguage()
  const { choices, error } = useFormChoices()
  switch (one.state) {
    case 'reading':
      return <AtWork one={one} label={t({ zh: '正在读取表格', en: 'Reading the file' })} />
    case 'unreadable':
      return (
        <>
          <p className="notice notice-late" role="alert">
            {one.failure}
          </p>
          <p>
            <Link className="button" to="/import">
              {t({ zh: '换一个文件', en: 'Choose another file' })}
            </Link>
          </p>
        </>
      )
    case 'checking':
      return <AtWork one={one} label={t({ zh: '正在检查每一行', en: 'Checking every row' })} stoppable />
    case 'importing':
      return <AtWork one={one} label={t({ zh: '正在登记', en: 'Registering' })} stoppable />
    case 'imported':
    case 'withdrawn':
      return <Done one={one} />
    default:
      if (error) return <RefusalNotice error={error} />
      return choices ? <Planning key={one.id} one={one} choices={choices} /> : null
  }
}

function AtWork({ one, label, stoppable = false }: { one: Import; label: string; stoppable?: boolean }) {
  const queries = useQueryClient()
  const stop = useMutation({
    mutationFn: () => client.tell('import.cancel', { importId: one.id }),
    onSettled: () => queries.invalidateQueries({ queryKey: importQuery(one.id).queryKey }),
  })
  return (
    <>
      <ProgressNotice
        label={label}
        done={one.progress.done}
        total={one.progress.total}
        finished={false}
        {...(stoppable && { onCancel: () => stop.mutate() })}
      />
      <RefusalNotice error={stop.error} />
    </>
  )
}

/** What came of it, where it stands now, and the way to take it back. */
function Done({ one }: { one: Import }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const mayWithdraw = useMayAny()(['import.withdraw']) && one.state === 'imported'
  const many = counted(one.items ?? 0, 'item')
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: importQuery(one.id).queryKey })
    await queries.invalidateQueries({ queryKey: importsQuery.queryKey })
  }
  return (
    <>
      <ProgressNotice label="" done={one.items ?? 0} total={one.items ?? 0} finished>
        <p>
          {one.state === 'withdrawn'
            ? t({ zh: `登记过的 ${many}已整批撤回。`, en: `The ${many} that were registered have been withdrawn.` })
            : t({ zh: `${many}已登记。`, en: `${many} registered.` })}
        </p>
      </ProgressNotice>
      <p className="import-acts">
        {one.state === 'imported' && (
          <Link className="button button-seal" to="/intake">
            {t({ zh: '去整理归档', en: 'Go on to intake' })}
          </Link>
        )}
        <Link className="button" to="/import">
          {t({ zh: '再导入一个', en: 'Import another' })}
        </Link>
        {mayWithdraw && (
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {t({ zh: '撤回这次导入', en: 'Withdraw this import' })}
          </button>
        )}
      </p>
      {asking && <WithdrawDialog one={one} onClose={() => setAsking(false)} onDone={refresh} />}
    </>
  )
}
