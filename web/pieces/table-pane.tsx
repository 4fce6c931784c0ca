import { useCallback, useMemo, useRef, useState } from 'react'
import { useLanguage } from '../language.ts'
import type { KeysetTableProps } from './keyset-table.tsx'
import type { Selection } from './selection.ts'
import type { Column } from './table-column.ts'
import { TableHead } from './table-head.tsx'
import { pressTableKey } from './table-keys.ts'
import { TableRow } from './table-row.tsx'

const boxPx = 40
const nearEndPx = 400
/** Least room for a column that has no width of its own. */
const flexiblePx = 160

/** The scrolling part of a list: head, rows and the way to more of them. */
export function TablePane<Row>(props: KeysetTableProps<Row> & { shown: readonly Column<Row>[] }) {
  const { caption, list, rowId, shown, selection } = props
  const { t } = useLanguage()
  const begin = selection ? boxPx : 0
  const offsets = useMemo(() => offsetsOf(shown, begin), [shown, begin])
  const ids = list.rows.map(rowId)
  return (
    <div
      className="table-pane"
      onScroll={({ currentTarget: pane }) => {
        if (pane.scrollHeight - pane.scrollTop - pane.clientHeight < nearEndPx) list.more()
      }}
    >
      <table className="table" aria-busy={list.loading} style={{ minWidth: widthOf(shown) }}>
        <caption className="aside-from-sight">{caption}</caption>
        <colgroup>
          {selection && <col style={{ width: boxPx }} />}
          {shown.map(column => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
        </colgroup>
        <TableHead
          columns={shown}
          offsets={offsets}
          sort={props.sort}
          onSort={props.onSort}
          all={
            selection && {
              checked: ids.length > 0 && ids.every(id => selection.ids.has(id)),
              some: ids.some(id => selection.ids.has(id)),
              onChange: on => selection.set(ids, on),
            }
          }
        />
        <TableBody {...props} ids={ids} offsets={offsets} />
      </table>
      {list.hasMore && (
        <button
          type="button"
          className="button button-quiet table-more"
          disabled={list.loadingMore}
          onClick={list.more}
        >
          {list.loadingMore ? t({ zh: '正在取…', en: 'Fetching…' }) : t({ zh: '再取一些', en: 'More' })}
        </button>
      )}
    </div>
  )
}

interface TableBodyProps<Row> extends KeysetTableProps<Row> {
  shown: readonly Column<Row>[]
  ids: readonly string[]
  offsets: ReadonlyMap<string, number>
}

function TableBody<Row>(props: TableBodyProps<Row>) {
  const { list, shown, ids, offsets, selection, onOpen, current, rowName } = props
  const { t } = useLanguage()
  const [reached, setReached] = useState<string | null>(null)
  const reachable = [reached, current].find(id => id && ids.includes(id)) ?? ids[0]
  const select = useRangeSelect(ids, selection)
  const open = useCallback((id: string) => onOpen?.(id), [onOpen])
  return (
    <tbody
      onKeyDown={event =>
        pressTableKey(event, {
          onOpen,
          onSelect: selection?.set,
          isSelected: id => selection?.ids.has(id) ?? false,
          onEnd: list.more,
        })
      }
    >
      {list.rows.map((row, index) => {
        const id = ids[index] ?? ''
        return (
          <TableRow
            key={id}
            row={row}
            id={id}
            boxName={t({ zh: `选择 ${rowName(row)}`, en: `Select ${rowName(row)}` })}
            columns={shown}
            offsets={offsets}
            selectable={selection !== undefined}
            selected={selection?.ids.has(id) ?? false}
            reachable={id === reachable}
            current={id === current}
            opens={onOpen !== undefined}
            onSelect={select}
            onOpen={open}
            onReach={setReached}
          />
        )
      })}
      {list.loading && <Skeleton columns={shown.length + (selection ? 1 : 0)} />}
    </tbody>
  )
}

/** Selecting with Shift takes everything since the row selected last. */
function useRangeSelect(ids: readonly string[], selection: Selection | undefined) {
  const listed = useRef(ids)
  listed.current = ids
  const last = useRef<string | null>(null)
  const set = selection?.set
  return useCallback(
    (id: string, on: boolean, asRange: boolean) => {
      const [from, to] = [listed.current.indexOf(last.current ?? ''), listed.current.indexOf(id)].sort((a, b) => a - b)
      const range = asRange && from !== undefined && from >= 0 ? listed.current.slice(from, (to ?? 0) + 1) : [id]
      set?.(range, on)
      last.current = id
    },
    [set],
  )
}

function Skeleton({ columns }: { columns: number }) {
  return Array.from({ length: 8 }, (_row, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
    <tr key={row} className="table-skeleton">
      {Array.from({ length: columns }, (_column, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <td key={column}>
          <i />
        </td>
      ))}
    </tr>
  ))
}

function offsetsOf<Row>(columns: readonly Column<Row>[], begin: number): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>()
  let left = begin
  for (const column of columns.filter(one => one.frozen)) {
    offsets.set(column.key, left)
    left += column.width ?? 0
  }
  return offsets
}

const widthOf = <Row,>(columns: readonly Column<Row>[]): number =>
  columns.length > 1 ? columns.reduce((sum, { width = flexiblePx }) => sum + width, boxPx) : 0
