import { useMemo } from 'react'
import { client } from '../../client/client.ts'
import { fixityStates } from '../../domain/preservation/fixity.ts'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import { type FixityRun, fixityKey } from './fixity-queries.ts'

/** Every fixity check, newest first, with its report. */
export function FixityRuns() {
  const { t } = useLanguage()
  const list = useKeyset<FixityRun>({
    key: [...fixityKey, 'list'],
    load: async after => {
      const { runs, next } = await client.ask('fixity.list', { ...(after && { after }) })
      return { rows: runs, next }
    },
  })
  return (
    <KeysetTable
      name="fixity"
      caption={t({ zh: '固化检查', en: 'Fixity checks' })}
      columns={useColumns()}
      list={list}
      rowId={({ id }) => id}
      rowName={({ startedAt }) => momentOf(startedAt)}
      measure="entry"
      brief={row => (
        <>
          <span className="tabular">{momentOf(row.startedAt)}</span> <RunState row={row} />
          <br />
          <span className="small faint tabular">
            {t({ zh: `${row.objects} 个对象、${row.files} 个文件`, en: `${row.objects} objects, ${row.files} files` })}
          </span>{' '}
          <Report row={row} />
        </>
      )}
      empty={
        <Empty
          title={t({ zh: '还没有检查过', en: 'Nothing has been checked yet' })}
          hint={t({
            zh: '每天夜里自动检查一部分；也可以点“现在检查”。',
            en: 'A part is checked every night by itself; “Check now” does it at once.',
          })}
        />
      }
    />
  )
}

function useColumns(): readonly Column<FixityRun>[] {
  const { t, language } = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: t speaks the language that is listed
  return useMemo(
    () => [
      { key: 'started', title: t({ zh: '开始', en: 'Begun' }), width: 150, cell: row => momentOf(row.startedAt) },
      {
        key: 'ended',
        title: t({ zh: '结束', en: 'Ended' }),
        width: 150,
        cell: row => row.endedAt && momentOf(row.endedAt),
      },
      {
        key: 'whole',
        title: t({ zh: '范围', en: 'Extent' }),
        width: 110,
        cell: row => (row.whole ? t({ zh: '全部', en: 'whole store' }) : t({ zh: '一份', en: 'a share' })),
      },
      { key: 'state', title: t({ zh: '结果', en: 'Result' }), width: 180, cell: row => <RunState row={row} /> },
      {
        key: 'objects',
        title: t({ zh: '对象', en: 'Objects' }),
        width: 100,
        cell: row => <span className="tabular">{row.objects.toLocaleString('en')}</span>,
      },
      {
        key: 'files',
        title: t({ zh: '文件', en: 'Files' }),
        width: 100,
        cell: row => <span className="tabular">{row.files.toLocaleString('en')}</span>,
      },
      {
        key: 'bytes',
        title: t({ zh: '数据量', en: 'Amount' }),
        width: 110,
        cell: row => <span className="tabular">{megabytes(row.bytes)}</span>,
      },
      {
        key: 'by',
        title: t({ zh: '发起', en: 'By' }),
        width: 100,
        cell: row => row.startedBy ?? <span className="faint">{t({ zh: '按日程', en: 'schedule' })}</span>,
      },
      { key: 'report', title: t({ zh: '报告', en: 'Report' }), width: 90, cell: row => <Report row={row} /> },
    ],
    [language],
  )
}

const megabytes = (bytes: number) =>
  `${(bytes / 1_000_000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`

function RunState({ row: { state, damaged } }: { row: FixityRun }) {
  const { t } = useLanguage()
  if (damaged > 0) return <StatusTag tone="late">{t({ zh: `损坏 ${damaged} 个`, en: `${damaged} damaged` })}</StatusTag>
  if (state === 'finished') return <StatusTag tone="done">{t({ zh: '全部相符', en: 'all sound' })}</StatusTag>
  return <StatusTag tone={state === 'absent' ? 'late' : 'due'}>{t(fixityStates[state])}</StatusTag>
}

function Report({ row }: { row: FixityRun }) {
  const { t } = useLanguage()
  return row.endedAt ? (
    <a href={client.fileUrl('fixity.print', { runId: row.id })} target="_blank" rel="noreferrer">
      {t({ zh: '打印', en: 'Print' })}
    </a>
  ) : null
}
