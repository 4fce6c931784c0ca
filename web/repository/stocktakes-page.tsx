import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { client } from '../../client/client.ts'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { NotPermitted } from '../organisation/not-permitted.tsx'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { Page } from '../pieces/page.tsx'
import { StatusTag } from '../pieces/status-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import { useMayAny } from '../session.ts'
import type { Stocktake } from './queries.ts'
import { RepositoryTabs } from './repository-tabs.tsx'
import { StartStocktake } from './start-stocktake.tsx'

/** All stock-takes 盘点, newest first; another is begun here. */
export function StocktakesPage() {
  const { t } = useLanguage()
  const may = useMayAny()(['stocktake.list'])
  const title = t({ zh: '库房', en: 'Repository' })
  return may ? (
    <Stocktakes title={title} />
  ) : (
    <Page title={title}>
      <NotPermitted permission="stocktake.list" />
    </Page>
  )
}

function Stocktakes({ title }: { title: string }) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  const navigate = useNavigate()
  const [starting, setStarting] = useState(false)
  const list = useKeyset<Stocktake>({
    key: ['stocktake.list'],
    load: async after => {
      const { stocktakes, next } = await client.ask('stocktake.list', { ...(after && { after }) })
      return { rows: stocktakes, next }
    },
  })
  const start = mayAny(['stocktake.start']) && (
    <button type="button" className="button button-seal" onClick={() => setStarting(true)}>
      {t({ zh: '开始盘点', en: 'Start a stock-take' })}
    </button>
  )
  const columns = useColumns()
  return (
    <Page title={title} acts={start} filled>
      <RepositoryTabs />
      <KeysetTable
        name="stocktakes"
        caption={t({ zh: '盘点', en: 'Stock-takes' })}
        columns={columns}
        list={list}
        rowId={({ id }) => id}
        rowName={({ location }) => location}
        measure="entry"
        onOpen={stocktakeId => void navigate({ to: '/repository/stocktakes/$stocktakeId', params: { stocktakeId } })}
        brief={row => (
          <>
            <StocktakeLink row={row} /> {row.name}
            <br />
            <StocktakeState row={row} /> <span className="small faint tabular">{momentOf(row.startedAt)}</span>
          </>
        )}
        empty={
          <Empty
            title={t({ zh: '还没有盘点过', en: 'Nothing has been counted yet' })}
            hint={t({
              zh: '选一间库房或一列，把应在的定下来，拿扫码枪或手机走一遍。',
              en: 'Choose a room or a row; what should stand there is frozen, then walk past it with a scanner or a phone.',
            })}
            act={start}
          />
        }
      />
      {starting && <StartStocktake onClose={() => setStarting(false)} />}
    </Page>
  )
}

function useColumns(): readonly Column<Stocktake>[] {
  const { t, language } = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: t speaks the language that is listed
  return useMemo(
    () => [
      { key: 'location', title: t({ zh: '范围', en: 'Place' }), width: 160, cell: row => <StocktakeLink row={row} /> },
      { key: 'name', title: t({ zh: '名称', en: 'Name' }), cell: row => row.name },
      { key: 'state', title: t({ zh: '状态', en: 'State' }), width: 110, cell: row => <StocktakeState row={row} /> },
      { key: 'started', title: t({ zh: '开始', en: 'Begun' }), width: 150, cell: row => momentOf(row.startedAt) },
      { key: 'by', title: t({ zh: '开始人', en: 'By' }), width: 100, cell: row => row.startedBy },
      {
        key: 'closed',
        title: t({ zh: '结束', en: 'Closed' }),
        width: 150,
        cell: row => row.closedAt && momentOf(row.closedAt),
      },
      { key: 'note', title: t({ zh: '说明', en: 'Note' }), cell: row => row.note },
    ],
    [language],
  )
}

function StocktakeLink({ row }: { row: Stocktake }) {
  return (
    <Link to="/repository/stocktakes/$stocktakeId" params={{ stocktakeId: row.id }} className="tabular">
      {row.location}
    </Link>
  )
}

/** Whether a stock-take goes on or is closed. */
export function StocktakeState({ row }: { row: Pick<Stocktake, 'closedAt'> }) {
  const { t } = useLanguage()
  return row.closedAt ? (
    <StatusTag tone="done">{t({ zh: '已结束', en: 'Closed' })}</StatusTag>
  ) : (
    <StatusTag tone="due">{t({ zh: '进行中', en: 'Under way' })}</StatusTag>
  )
}
