import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { client, type Output } from '../../client/client.ts'
import { outcomes, type Property, properties } from '../../domain/arrangement/quality/checks.ts'
import { momentOf } from '../dates.ts'
import { counted, useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { Page } from '../pieces/page.tsx'
import { ProgressNotice } from '../pieces/progress-notice.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { StatusTag, type Tone } from '../pieces/status-tag.tsx'
import { useOpenItem } from '../search/item-link.tsx'
import './arrangement.css'

type Report = Output<'check.show'>
type Result = Report['results'][number]
type Fault = Output<'check.faults'>['faults'][number]

const soonMs = 1_000
const tones: Readonly<Record<Result['outcome'], Tone>> = {
  pass: 'done',
  fail: 'late',
  manual: 'due',
  'not-applicable': 'plain',
}

/** Report 四性检测报告 of one check: how far it is, how each check ended and why, and every fault with its item. */
export function CheckPage() {
  const { t } = useLanguage()
  const { checkId } = useParams({ from: '/shell/checks/$checkId' })
  const { data, error } = useQuery({
    queryKey: ['check.show', checkId],
    queryFn: () => client.ask('check.show', { checkId }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' && !state.data.progress.failure ? soonMs : false),
  })
  return (
    <Page
      title={t({ zh: '四性检测报告', en: 'Check before filing' })}
      crumbs={[{ title: t({ zh: '组卷装盒', en: 'Volumes and boxes' }), to: '/arrange' }]}
      {...(data?.series && {
        acts: (
          <Link to="/arrange" search={{ series: data.series.id }} className="button">
            {t({ zh: '去整理', en: 'Arrange' })}
          </Link>
        ),
      })}
    >
      <RefusalNotice error={error} />
      {data && <Shown report={data} />}
    </Page>
  )
}

function Shown({ report }: { report: Report }) {
  const { t } = useLanguage()
  if (report.state !== 'finished')
    return (
      <ProgressNotice
        label={t({ zh: '正在检测', en: 'Checking' })}
        done={report.progress.done}
        total={report.progress.total}
        finished={false}
        failure={
          report.progress.failure ??
          (report.state === 'failed'
            ? t({ zh: '检测没有做完，请再检测一次。', en: 'The check did not finish; run it again.' })
            : null)
        }
      />
    )
  const failed = report.results.filter(({ outcome }) => outcome === 'fail')
  return (
    <>
      <p className={`notice ${failed.length > 0 ? 'notice-late' : 'notice-done'}`} role="status">
        {failed.length > 0
          ? t({
              zh: `${failed.length} 项不通过。标“必”的改好并重新检测后才能归档。`,
              en: `${failed.length} checks failed. What is marked “must” is put right and checked again before filing.`,
            })
          : t({ zh: '自动检测的各项没有不通过的。', en: 'Nothing failed of what is checked by itself.' })}
      </p>
      <p className="faint small">
        {t({
          zh: `${report.fonds.code} ${report.fonds.name} · ${counted(report.items, 'item')} · 电子文件 ${report.files} 个 · ${report.plan} · ${report.startedBy} ${momentOf(report.startedAt)}`,
          en: `${report.fonds.code} ${report.fonds.name} · ${counted(report.items, 'item')} · ${report.files} files · ${report.plan} · ${report.startedBy} ${momentOf(report.startedAt)}`,
        })}
      </p>
      <Results results={report.results} />
      <Faults checkId={report.id} />
    </>
  )
}

function Results({ results }: { results: readonly Result[] }) {
  const { t } = useLanguage()
  const groups = Object.entries(properties) as [Property, (typeof properties)[Property]][]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by keyboard
    <section className="lying-scroll" tabIndex={0} aria-label={t({ zh: '各项结果', en: 'Results' })}>
      <table className="lying-table check-table">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '编号', en: 'No.' })}</th>
            <th scope="col">{t({ zh: '检测项', en: 'Check' })}</th>
            <th scope="col">{t({ zh: '结果', en: 'Result' })}</th>
            <th scope="col">{t({ zh: '依据', en: 'Evidence' })}</th>
          </tr>
        </thead>
        {groups.map(([property, name]) => (
          <tbody key={property}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                {t({ zh: name.title, en: name.titleEn })}
              </th>
            </tr>
            {results
              .filter(result => result.property === property)
              .map(result => (
                <tr key={result.code}>
                  <td className="tabular">{result.code}</td>
                  <td>
                    {t({ zh: result.title, en: result.titleEn })}
                    {result.must && <span className="check-must">{t({ zh: '必', en: 'must' })}</span>}
                  </td>
                  <td>
                    <StatusTag tone={tones[result.outcome]}>
                      {t({ zh: outcomes[result.outcome].title, en: outcomes[result.outcome].titleEn })}
                    </StatusTag>
                  </td>
                  <td className="small">{t({ zh: result.evidenceZh, en: result.evidenceEn })}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Faults({ checkId }: { checkId: string }) {
  const { t } = useLanguage()
  const open = useOpenItem()
  const list = useKeyset<Fault>({
    key: ['check.faults', checkId],
    load: async after => {
      const { faults, next } = await client.ask('check.faults', { checkId, ...(after && { after }) })
      return { rows: faults, next }
    },
  })
  if (list.rows.length === 0) return null
  return (
    <div className="check-faults">
      <KeysetTable
        name="check-faults"
        caption={t({ zh: '检出的问题', en: 'Faults' })}
        columns={[
          { key: 'item', title: t({ zh: '档案', en: 'Item' }), cell: row => <FaultItem row={row} /> },
          {
            key: 'code',
            title: t({ zh: '检测项', en: 'Check' }),
            width: 260,
            cell: row => `${row.code} ${t({ zh: row.title, en: row.titleEn })}`,
          },
          { key: 'what', title: t({ zh: '问题', en: 'Fault' }), cell: row => <span title={t(row)}>{t(row)}</span> },
        ]}
        list={list}
        rowId={row => `${row.itemId} ${row.code}`}
        rowName={row => row.itemTitle}
        measure="entry"
        tools={<b>{t({ zh: '检出的问题', en: 'Faults' })}</b>}
        empty={<Empty title="" />}
        brief={row => (
          <div className="item-brief">
            <FaultItem row={row} />
            <div>{t(row)}</div>
          </div>
        )}
        onOpen={id => open(id.split(' ')[0] ?? '')}
      />
    </div>
  )
}

const FaultItem = ({ row }: { row: Fault }) => (
  <Link to="/items/$itemId" params={{ itemId: row.itemId }} tabIndex={-1}>
    {row.itemCode ?? row.itemTitle}
  </Link>
)
