import { useMemo } from 'react'
import { client, type Output } from '../../client/client.ts'
import { momentOf } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import type { Column } from '../pieces/table-column.ts'

type Logged = Output<'place.log'>['entries'][number]

/** What came into the store or left it in a month. */
export function PlaceLog({ direction, month }: { direction: 'in' | 'out'; month: string }) {
  const { t } = useLanguage()
  const list = useKeyset<Logged>({
    key: ['place.log', direction, month],
    load: async after => {
      const page = await client.ask('place.log', { direction, month, limit: 100, ...(after && { after }) })
      return { rows: page.entries, next: page.next }
    },
  })
  return (
    <KeysetTable
      name="place-log"
      caption={direction === 'in' ? t({ zh: '入库', en: 'In' }) : t({ zh: '出库', en: 'Out' })}
      columns={useColumns()}
      list={list}
      rowId={({ id }) => id}
      rowName={({ code, id }) => code ?? id}
      measure="entry"
      brief={row => (
        <>
          <b className="tabular">{row.code ?? t({ zh: '（无权查看）', en: '(not for you to see)' })}</b> {row.title}
          <br />
          <span className="small faint tabular">
            {momentOf(row.at)} {row.location} {row.by} {row.reason}
          </span>
        </>
      )}
      empty={
        <Empty
          title={t({ zh: '这个月没有', en: 'Nothing in this month' })}
          hint={t({
            zh: '上架就登记入库，下架就登记出库，不用另填。',
            en: 'Shelving and taking off write this register by themselves.',
          })}
        />
      }
    />
  )
}

function useColumns(): readonly Column<Logged>[] {
  const { t, language } = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: t speaks the language that is listed
  return useMemo(
    () => [
      { key: 'at', title: t({ zh: '时间', en: 'Time' }), width: 150, cell: row => momentOf(row.at) },
      {
        key: 'code',
        title: t({ zh: '盒号、档号', en: 'Code' }),
        width: 240,
        cell: row => (
          <span className="tabular">{row.code ?? t({ zh: '（无权查看）', en: '(not for you to see)' })}</span>
        ),
      },
      { key: 'title', title: t({ zh: '题名', en: 'Title' }), cell: row => row.title },
      { key: 'location', title: t({ zh: '库位', en: 'Place' }), width: 140, cell: row => row.location },
      { key: 'reason', title: t({ zh: '原因', en: 'Reason' }), cell: row => row.reason },
      { key: 'by', title: t({ zh: '经手人', en: 'By' }), width: 90, cell: row => row.by },
    ],
    [language],
  )
}
