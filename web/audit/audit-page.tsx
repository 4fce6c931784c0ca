import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { client } from '../../client/client.ts'
import { useLanguage } from '../language.ts'
import { NotPermitted } from '../organisation/not-permitted.tsx'
import { Page } from '../pieces/page.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { EntryPanel } from './entry-panel.tsx'
import { useNames } from './names.ts'
import { TrailExport } from './trail-export.tsx'
import { TrailFacts } from './trail-facts.tsx'
import { TrailList } from './trail-list.tsx'
import { TrailTerms } from './trail-terms.tsx'
import { TrailVerdict } from './trail-verdict.tsx'
import './audit.css'

/** The trail 审计 for the auditor: who did what, when and from where, and the proof that nothing of it was altered (S17.4). */
export function AuditPage() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  if (mayAny(['audit.list'])) return <Trail />
  return (
    <Page title={t({ zh: '审计', en: 'Audit' })}>
      <NotPermitted permission="audit.list" />
    </Page>
  )
}

function Trail() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const names = useNames()
  const { entry } = useSearch({ from: '/shell/audit' })
  const navigate = useNavigate({ from: '/audit' })
  const check = useCheck()
  const open = (seq: string | undefined) =>
    void navigate({ search: ({ entry: _before, ...others }) => (seq ? { ...others, entry: seq } : others) })
  return (
    <Page
      title={t({ zh: '审计', en: 'Audit' })}
      lead={<TrailFacts names={names} />}
      filled
      acts={
        <>
          {mayAny(['audit.export']) && <TrailExport />}
          {mayAny(['audit.check']) && (
            <button
              type="button"
              className="button button-seal"
              disabled={check.isPending}
              onClick={() => check.mutate()}
            >
              {check.isPending
                ? t({ zh: '正在逐条核验…', en: 'Checking every entry…' })
                : t({ zh: '核验审计链', en: 'Check the trail' })}
            </button>
          )}
        </>
      }
    >
      <TrailTerms />
      <RefusalNotice error={check.error} />
      {check.data && <TrailVerdict verdict={check.data} onClose={check.reset} />}
      <div className="beside">
        <TrailList names={names} onOpen={open} />
        {entry !== undefined && <EntryPanel key={entry} seq={Number(entry)} names={names} onOpen={open} />}
      </div>
    </Page>
  )
}

/** Recomputes the whole chain; the check itself then stands in it. */
function useCheck() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => client.tell('audit.check', {}),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['audit.list'] }),
  })
}
