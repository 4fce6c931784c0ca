import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { client } from '../../client/client.ts'
import { type ItemState, missingForFiling } from '../../domain/holdings/item-life.ts'
import { useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { DateText } from '../pieces/date-text.tsx'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { useSelection } from '../pieces/selection.ts'
import { StatusTag } from '../pieces/status-tag.tsx'
import type { Column } from '../pieces/table-column.ts'
import type { ItemRow } from '../search/browse-legs.ts'
import { ItemStateTag, ItemTitle } from '../search/item-columns.tsx'
import { useOpenItem, useReturnToRow } from '../search/item-link.tsx'
import { titleOfRetention } from '../search/series-tree.ts'
import { BulkActs } from './bulk-acts.tsx'
import { OutcomePanel } from './outcome-panel.tsx'
import { useIntakeActs } from './use-intake-acts.tsx'

export type Show = 'draft' | 'numbered' | 'all'

const states: Readonly<Record<Show, ItemState[]>> = {
  draft: ['draft'],
  numbered: ['numbered'],
  all: ['draft', 'numbered'],
}

interface IntakeListProps {
  show: Show
  tabs: ReactNode
  /** The form stands beside it: only the columns one goes by. */
  beside: boolean
  /** Begins registering, from an empty list. */
  onRegister: (() => void) | undefined
  acts: ReturnType<typeof useIntakeList>
}

/** The rows that are not filed yet, what is selected of them, and the acts on it. */
export function useIntakeList(show: Show) {
  const list = useKeyset<ItemRow>({
    key: ['item.list', 'intake', show],
    load: async after => {
      const page = await client.ask('item.list', { states: states[show], ...(after && { after }) })
      return { rows: page.items, next: page.next }
    },
  })
  const selection = useSelection()
  return { list, selection, ...useIntakeActs(list.rows, selection) }
}

/** What is not filed yet 未归档, the newest first, each with what it still lacks; numbered and filed many at a time. */
export function IntakeList({ show, tabs, beside, onRegister, acts }: IntakeListProps) {
  const { t } = useLanguage()
  const open = useOpenItem()
  const { list, selection, outcome } = acts
  useReturnToRow(list.rows.length > 0)
  return (
    <div className="intake-list">
      {outcome && <OutcomePanel outcome={outcome} onClose={() => acts.show(null)} />}
      <KeysetTable
        name={beside ? 'intake-beside' : 'intake'}
        caption={t({ zh: '未归档的档案', en: 'Items not filed' })}
        columns={useIntakeColumns(list.rows, show, beside)}
        list={list}
        rowId={row => row.id}
        rowName={row => row.title}
        measure="item"
        empty={<NothingHere show={show} onRegister={onRegister} />}
        brief={row => <IntakeBrief row={row} />}
        onOpen={open}
        tools={tabs}
        selection={selection}
        bulkActs={ids => <BulkActs ids={ids} acts={acts} />}
      />
      {acts.dialogs}
    </div>
  )
}

/** Pixels for the longest code listed. */
const codeWidth = (rows: readonly ItemRow[]) =>
  Math.max(112, 26 + 7.7 * Math.max(0, ...rows.map(({ code }) => code?.length ?? 0)))

function useIntakeColumns(rows: readonly ItemRow[], show: Show, beside: boolean): Column<ItemRow>[] {
  const { language, t } = useLanguage()
  const columns: (Column<ItemRow> & { besideToo?: boolean })[] = [
    ...(show === 'draft'
      ? []
      : [
          {
            key: 'code',
            title: t({ zh: '档号', en: 'Code' }),
            width: codeWidth(rows),
            besideToo: true,
            cell: (row: ItemRow) => <CodeCell code={row.code} />,
          },
        ]),
    { key: 'title', title: t({ zh: '题名', en: 'Title' }), besideToo: true, cell: row => <ItemTitle row={row} /> },
    {
      key: 'creator',
      title: t({ zh: '责任者', en: 'Creator' }),
      width: 128,
      cell: row => <span title={row.creator}>{row.creator}</span>,
    },
    {
      key: 'date',
      title: t({ zh: '日期', en: 'Date' }),
      width: 96,
      besideToo: true,
      cell: row => <DateText date={row.date} />,
    },
    {
      key: 'documentNo',
      title: t({ zh: '文号', en: 'Document no.' }),
      width: 140,
      spare: true,
      cell: row => row.documentNo,
    },
    { key: 'year', title: t({ zh: '年度', en: 'Year' }), width: 60, cell: row => row.year },
    {
      key: 'retention',
      title: t({ zh: '期限', en: 'Retention' }),
      width: language === 'zh' ? 64 : 92,
      cell: row => t(titleOfRetention(row.retention)),
    },
    { key: 'unit', title: t({ zh: '机构', en: 'Unit' }), width: 104, spare: true, cell: row => row.unitName },
    { key: 'pages', title: t({ zh: '页数', en: 'Pages' }), width: 60, align: 'end', cell: row => row.pages },
    {
      key: 'components',
      title: t({ zh: '文件', en: 'Files' }),
      width: 56,
      align: 'end',
      cell: row => row.components || '',
    },
    {
      key: 'registered',
      title: t({ zh: '登记于', en: 'Registered' }),
      width: 100,
      spare: true,
      cell: row => <DateText date={row.registeredAt} />,
    },
    ...(show === 'all'
      ? [
          {
            key: 'state',
            title: t({ zh: '状态', en: 'State' }),
            width: 88,
            cell: (row: ItemRow) => <ItemStateTag state={row.state} />,
          },
        ]
      : []),
    {
      key: 'lacks',
      title: t({ zh: '还缺', en: 'Lacks' }),
      width: language === 'zh' ? 164 : 176,
      besideToo: true,
      cell: row => <Lacks row={row} />,
    },
  ]
  return columns.filter(({ besideToo }) => !beside || besideToo)
}

/** What is still to be written before an item can be filed. */
function Lacks({ row }: { row: ItemRow }) {
  const { t } = useLanguage()
  const missing = missingForFiling({ ...row, dated_on: row.date || null })
  if (missing.length === 0) return <StatusTag tone="done">{t({ zh: '齐', en: 'complete' })}</StatusTag>
  const names = t({ zh: missing.map(({ zh }) => zh).join('、'), en: missing.map(({ en }) => en).join(', ') })
  return (
    <span title={names}>
      <StatusTag tone="due">{names}</StatusTag>
    </span>
  )
}

function IntakeBrief({ row }: { row: ItemRow }) {
  return (
    <div className="item-brief">
      <ItemTitle row={row} />
      <div>
        {row.code && <CodeCell code={row.code} />}
        <DateText date={row.date} />
        <ItemStateTag state={row.state} />
        <Lacks row={row} />
      </div>
    </div>
  )
}

const nothing = {
  draft: { zh: '没有草稿', en: 'No drafts' },
  numbered: { zh: '没有等着归档的', en: 'Nothing waits to be filed' },
  all: { zh: '没有未归档的', en: 'Everything is filed' },
} as const

const hints = {
  draft: {
    zh: '登记进来的材料，编号以前都在这里：一件一件补全著录，选中后一起编号。',
    en: 'What is registered lies here until it is numbered: complete each description, then select and number them together.',
  },
  numbered: {
    zh: '编了号的在这里等归档：责任者、日期、页数齐了就能选中，一起归档。',
    en: 'What has a number waits here to be filed: with creator, date and pages complete, select and file them together.',
  },
  all: {
    zh: '草稿和已编号的都列在这里。已归档的到检索里找。',
    en: 'Drafts and numbered items are listed here. What is filed is found by search.',
  },
} as const

function NothingHere({ show, onRegister }: Pick<IntakeListProps, 'show' | 'onRegister'>) {
  const { t } = useLanguage()
  return (
    <Empty
      title={t(nothing[show])}
      hint={t(hints[show])}
      act={
        show === 'numbered' ? (
          <Link to="/intake" className="button">
            {t({ zh: '看草稿', en: 'See the drafts' })}
          </Link>
        ) : (
          onRegister && (
            <button type="button" className="button" onClick={onRegister}>
              {t({ zh: '登记', en: 'Register' })}
            </button>
          )
        )
      }
    />
  )
}
