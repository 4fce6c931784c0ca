import { type MouseEvent, memo } from 'react'
import type { Column } from './table-column.ts'

interface TableRowProps<Row> {
  row: Row
  id: string
  /** Spoken name of the row's box: `选择 <row>`. */
  boxName: string
  columns: readonly Column<Row>[]
  offsets: ReadonlyMap<string, number>
  selectable: boolean
  selected: boolean
  /** The one row that Tab reaches; arrows go on from it. */
  reachable: boolean
  /** The row whose details are shown beside the list. */
  current: boolean
  opens: boolean
  onSelect: (id: string, on: boolean, asRange: boolean) => void
  onOpen: (id: string) => void
  onReach: (id: string) => void
}

const own = 'a, button, input, select, label'

/** A click meant for the row itself, not for a control in it and not the end of marking text. */
const meansRow = (event: MouseEvent) =>
  event.target instanceof Element && !event.target.closest(own) && window.getSelection()?.type !== 'Range'

function Row<Row>(props: TableRowProps<Row>) {
  const { row, id, columns, offsets, selectable, selected, reachable, current, opens } = props
  return (
    <tr
      data-id={id}
      data-selected={selected || undefined}
      data-opens={opens || undefined}
      tabIndex={reachable ? 0 : -1}
      aria-current={current || undefined}
      onFocus={() => props.onReach(id)}
      onClick={event => {
        if (opens && meansRow(event)) props.onOpen(id)
      }}
    >
      {selectable && (
        <td className="table-box">
          <label>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={props.boxName}
              checked={selected}
              onChange={event =>
                props.onSelect(
                  id,
                  event.target.checked,
                  event.nativeEvent instanceof PointerEvent && event.nativeEvent.shiftKey,
                )
              }
            />
          </label>
        </td>
      )}
      {columns.map(column => (
        <td
          key={column.key}
          data-align={column.align}
          data-frozen={column.frozen}
          style={column.frozen ? { left: offsets.get(column.key) } : undefined}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

/** One row of a table; drawn anew only when something about it changed, so that long lists stay quick. */
export const TableRow = memo(Row) as typeof Row
