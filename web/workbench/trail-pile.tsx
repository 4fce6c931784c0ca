import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client } from '../../client/client.ts'
import { counted, useLanguage } from '../language.ts'
import { MomentText } from '../pieces/date-text.tsx'
import { Icon } from '../pieces/icon.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { useMayAny } from '../session.ts'
import { Pile } from './pile.tsx'

const shown = 12

/** The last entries of the trail 审计记录, and the check of the whole chain. */
export function TrailPile() {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const queryClient = useQueryClient()
  const { data, isPending, error } = useQuery({
    queryKey: ['audit.list', { limit: shown }],
    queryFn: () => client.ask('audit.list', { limit: shown }),
  })
  const check = useMutation({
    mutationFn: () => client.tell('audit.check', {}),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['audit.list'] }),
  })
  const entries = data?.entries ?? []
  return (
    <>
      {check.data && <Verdict {...check.data} />}
      <RefusalNotice error={check.error} />
      <Pile
        title={t({ zh: '最近的审计记录', en: 'Latest entries of the trail' })}
        count={<Link to="/audit">{entries[0] ? counted(entries[0].seq, 'entry') : t({ zh: '全部', en: 'All' })}</Link>}
        act={
          mayAny(['audit.check']) && (
            <button
              type="button"
              className="button button-seal"
              disabled={check.isPending}
              onClick={() => check.mutate()}
            >
              {check.isPending
                ? t({ zh: '正在核验…', en: 'Checking…' })
                : t({ zh: '核验审计链', en: 'Check the trail' })}
            </button>
          )
        }
        loading={isPending}
        error={error}
        empty={t({ zh: '还没有记录。', en: 'No entries yet.' })}
      >
        {entries.map(({ seq, at, actorName, title, titleEn, address }) => (
          <tr key={seq}>
            <td className="pile-seq">{seq}</td>
            <td className="pile-moment">
              <MomentText at={at} />
            </td>
            <th scope="row">{t({ zh: title, en: titleEn })}</th>
            <td>{actorName || '—'}</td>
            <td className="pile-aside tabular">{address}</td>
          </tr>
        ))}
      </Pile>
    </>
  )
}

interface VerdictProps {
  entries: number
  sound: boolean
  brokenAt: number | null
  head: string
}

/** What the check found, in words one can write into a report. */
function Verdict({ entries, sound, brokenAt, head }: VerdictProps) {
  const { t } = useLanguage()
  return (
    <div className={`notice ${sound ? 'notice-done' : 'notice-late'}`} role={sound ? 'status' : 'alert'}>
      <Icon name={sound ? 'check' : 'warning'} />
      <div>
        <p>
          {sound
            ? t({
                zh: `审计链完好：${counted(entries, 'entry')}记录逐条重算，条条相符。`,
                en: `The trail is sound: ${counted(entries, 'entry')} recomputed, every one fits.`,
              })
            : t({
                zh: `审计链在第 ${brokenAt} 条断了：它或它前面的记录被改动过。请保留现场，导出记录并报告。`,
                en: `The trail breaks at entry ${brokenAt}: it or one before it was altered. Leave all as it is, export the trail and report.`,
              })}
        </p>
        <p className="faint small trail-head">
          {t({ zh: '链头摘要', en: 'Digest of the head' })} {head}
        </p>
      </div>
    </div>
  )
}
