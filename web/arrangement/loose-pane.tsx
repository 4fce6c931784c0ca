import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { client } from '../../client/client.ts'
import { counted, useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { DateText } from '../pieces/date-text.tsx'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { SecrecyTag } from '../pieces/secrecy-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import type { ItemRow } from '../search/browse-legs.ts'
import { ItemStateTag, ItemTitle } from '../search/item-columns.tsx'
import { useOpenItem, useReturnToRow } from '../search/item-link.tsx'
import { volumesQuery } from './arranging.ts'
import { CheckButton } from './check-button.tsx'
import type { Arranging } from './use-arranging.tsx'

/** Loose papers 散件 of a series, in the order in which they were registered: bound into volumes, or numbered and boxed. */
export function LoosePane({ arranging, byVolume }: { arranging: Arranging; byVolume: boolean }) {
  const { t } = useLanguage()
  const { series, selection } = arranging
  const open = useOpenItem()
  const list = useKeyset<ItemRow>({
    key: ['item.list', 'loose', series.id],
    load: async after => {
      const input = { seriesId: series.id, loose: true, order: 'oldest', limit: 200 } as const
      const page = await client.ask('item.list', { ...input, ...(after && { after }) })
      return { rows: page.items, next: page.next }
    },
  })
  useReturnToRow(list.rows.length > 0)
  useDigits(arranging, byVolume)
  return (
    <section className="arrange-left" aria-label={t({ zh: '散件', en: 'Loose papers' })}>
      <RefusalNotice error={arranging.error} />
      <KeysetTable
        name="arrange"
        caption={t({ zh: '散件', en: 'Loose papers' })}
        columns={useColumns(byVolume)}
        list={list}
        rowId={row => row.id}
        rowName={row => row.title}
        measure="item"
        tools={
          <>
            <b>{t({ zh: '散件', en: 'Loose' })}</b>
            <CheckButton arranging={arranging} />
          </>
        }
        empty={<Empty title={t({ zh: '没有散件', en: 'Nothing is loose' })} hint={t(hint(byVolume))} />}
        brief={row => <LooseBrief row={row} />}
        onOpen={open}
        selection={selection}
        bulkActs={ids => <LooseActs ids={ids} arranging={arranging} byVolume={byVolume} />}
      />
    </section>
  )
}

const hint = (byVolume: boolean) =>
  byVolume
    ? {
        zh: '这一类的文件都已入卷。新登记的会出现在这里。',
        en: 'Everything of this series is bound. What is registered next appears here.',
      }
    : {
        zh: '这一类的都已装盒。新登记的会出现在这里。',
        en: 'Everything of this series is boxed. What is registered next appears here.',
      }

function useColumns(byVolume: boolean): Column<ItemRow>[] {
  const { t } = useLanguage()
  const code: Column<ItemRow> = {
    key: 'code',
    title: t({ zh: '档号', en: 'Code' }),
    width: 208,
    cell: row => <CodeCell code={row.code} />,
  }
  return [
    ...(byVolume ? [] : [code]),
    { key: 'title', title: t({ zh: '题名', en: 'Title' }), cell: row => <ItemTitle row={row} /> },
    { key: 'date', title: t({ zh: '日期', en: 'Date' }), width: 96, cell: row => <DateText date={row.date} /> },
    { key: 'pages', title: t({ zh: '页数', en: 'Pages' }), width: 60, align: 'end', cell: row => row.pages },
    { key: 'creator', title: t({ zh: '责任者', en: 'Creator' }), width: 112, spare: true, cell: row => row.creator },
    {
      key: 'secrecy',
      title: t({ zh: '密级', en: 'Secrecy' }),
      width: 96,
      spare: true,
      cell: row => <SecrecyTag secrecy={row.secrecy} />,
    },
    ...(byVolume
      ? []
      : [
          {
            key: 'state',
            title: t({ zh: '状态', en: 'State' }),
            width: 88,
            cell: (row: ItemRow) => <ItemStateTag state={row.state} />,
          },
        ]),
  ]
}

function LooseBrief({ row }: { row: ItemRow }) {
  return (
    <div className="item-brief">
      <ItemTitle row={row} />
      <div>
        {row.code && <CodeCell code={row.code} />}
        <DateText date={row.date} />
        <ItemStateTag state={row.state} />
      </div>
    </div>
  )
}

interface LooseActsProps {
  ids: readonly string[]
  arranging: Arranging
  byVolume: boolean
}

function LooseActs({ ids, arranging, byVolume }: LooseActsProps) {
  const { t } = useLanguage()
  const { busy, openVolume } = arranging
  if (!byVolume)
    return (
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() =>
          void arranging
            .act(() => client.tell('item.number', { ids: [...ids].sort() }))
            .then(done => done && arranging.selection.clear())
        }
      >
        {t({ zh: '编号', en: 'Number' })} {counted(ids.length, 'item')}
      </button>
    )
  return (
    <>
      {openVolume && (
        <button type="button" className="button" disabled={busy} onClick={() => void arranging.put(openVolume, ids)}>
          {t({ zh: '放入打开的案卷', en: 'Put into the open volume' })}
        </button>
      )}
      <button
        type="button"
        className="button button-seal"
        aria-keyshortcuts="n"
        disabled={busy}
        onClick={() => void arranging.begin(ids)}
      >
        {t({ zh: '立新卷', en: 'New volume' })}
        <kbd className="kbd">N</kbd>
      </button>
    </>
  )
}

/** With papers selected, a digit puts them into that volume of the list, N begins a new one. */
function useDigits(arranging: Arranging, enabled: boolean): void {
  const { data: volumes = [] } = useQuery({ ...volumesQuery(arranging.series.id), enabled })
  const press = useEffectEvent((event: KeyboardEvent) => {
    const ids = [...arranging.selection.ids]
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || ids.length === 0 || arranging.busy)
      return
    if (
      event.target instanceof Element &&
      event.target.closest('input:not([type="checkbox"]), textarea, select, dialog')
    )
      return
    const target = volumes[Number(event.key) - 1]
    if (event.key === 'n') void arranging.begin(ids)
    else if (target?.state === 'draft') void arranging.put(target.id, ids)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    if (!enabled) return
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [enabled])
}
