import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { client } from '../../client/client.ts'
import type { ItemState } from '../../domain/holdings/item-life.ts'
import { useLanguage } from '../language.ts'
import { CodeCell } from '../pieces/code-cell.tsx'
import { DateText } from '../pieces/date-text.tsx'
import { Empty } from '../pieces/empty.tsx'
import { useKeyset } from '../pieces/keyset.ts'
import { KeysetTable } from '../pieces/keyset-table.tsx'
import { useSelection } from '../pieces/selection.ts'
import type { ItemRow } from '../search/browse-legs.ts'
import { ItemStateTag, ItemTitle } from '../search/item-columns.tsx'
import { useOpenItem, useReturnToRow } from '../search/item-link.tsx'
import { BulkActs } from './bulk-acts.tsx'
import { Lacks, useIntakeColumns } from './intake-columns.tsx'
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
        columns={useIntakeColumns({ rows: list.rows, coded: show !== 'draft', stated: show === 'all', beside })}
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
