import { type ReactNode, useMemo } from 'react'
import { counted, type Measure, useLanguage } from '../language.ts'
import { BulkBar } from './bulk-bar.tsx'
import type { KeysetList } from './keyset.ts'
import { useNarrow } from './narrow.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import type { Selection } from './selection.ts'
import { type Column, type Sort, useTableChoice } from './table-column.ts'
import { TablePane } from './table-pane.tsx'
import { TableTools } from './table-tools.tsx'
import './table.css'

export interface KeysetTableProps<Row> {
  /** What columns and density are remembered under. */
  name: string
  /** Spoken title of the table. */
  caption: string
  columns: readonly Column<Row>[]
  list: KeysetList<Row>
  rowId: (row: Row) => string
  /** How a row is called, for its box. */
  rowName: (row: Row) => string
  measure: Measure
  /** Shown instead when there is no row: see `Empty`. */
  empty: ReactNode
  /** A row in a few lines, for phones; without it the table is scrolled sideways. */
  brief?: (row: Row) => ReactNode
  onOpen?: (id: string) => void
  /** Id of the row whose details are open. */
  current?: string | undefined
  sort?: Sort
  onSort?: (sort: Sort) => void
  selection?: Selection
  /** Acts on all that is selected. */
  bulkActs?: (ids: readonly string[]) => ReactNode
  /** Filters and other things above the table. */
  tools?: ReactNode
}

/** A list for all-day work: sticky head, frozen columns, arrow keys, selection over many pages, more rows as one goes. */
export function KeysetTable<Row>(props: KeysetTableProps<Row>) {
  const { name, columns, list, rowId, measure, brief, selection, tools, empty } = props
  const { t } = useLanguage()
  const choice = useTableChoice(name, columns)
  const narrow = useNarrow() && brief !== undefined
  const briefly = useMemo<Column<Row>[]>(
    () => [{ key: 'brief', title: props.caption, cell: row => brief?.(row) }],
    [brief, props.caption],
  )
  const shown = narrow ? briefly : choice.shown
  const hasRows = list.loading || list.rows.length > 0
  const count = list.total ?? (list.hasMore ? `${list.rows.length}+` : list.rows.length)
  return (
    <div className="table-frame" data-density={choice.density} data-narrow={narrow || undefined}>
      <div className="table-tools">
        {tools}
        <span className="table-count tabular" role="status">
          {!list.loading && !list.error && t({ zh: `共 ${counted(count, measure)}`, en: counted(count, measure) })}
        </span>
        {!narrow && <TableTools columns={columns} choice={choice} />}
      </div>
      {list.error !== null && (
        <div className="table-failed">
          <RefusalNotice error={list.error} />
          <button type="button" className="button" onClick={list.again}>
            {t({ zh: '再试一次', en: 'Try again' })}
          </button>
        </div>
      )}
      {hasRows ? <TablePane {...props} shown={shown} /> : list.error === null && empty}
      {selection && selection.ids.size > 0 && (
        <BulkBar selection={selection} listed={list.rows.map(rowId)} measure={measure} acts={props.bulkActs} />
      )}
    </div>
  )
}
