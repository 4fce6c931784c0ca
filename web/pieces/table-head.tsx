import { useLanguage } from '../language.ts'
import { Icon } from './icon.tsx'
import { Popup } from './popup.tsx'
import type { Column, Sort } from './table-column.ts'

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[]
  /** Where each frozen column begins, in pixels. */
  offsets: ReadonlyMap<string, number>
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
  /** The box that selects all rows shown, where rows can be selected. */
  all: { checked: boolean; some: boolean; onChange: (on: boolean) => void } | undefined
}

/** The head of a table: titles that sort and filter, and the box that selects every row shown. */
export function TableHead<Row>({ columns, offsets, sort, onSort, all }: TableHeadProps<Row>) {
  const { t } = useLanguage()
  return (
    <thead>
      <tr>
        {all && (
          <th className="table-box" scope="col">
            <input
              type="checkbox"
              aria-label={t({ zh: '全选已列出的', en: 'Select all listed' })}
              checked={all.checked}
              ref={box => {
                if (box) box.indeterminate = all.some && !all.checked
              }}
              onChange={event => all.onChange(event.target.checked)}
            />
          </th>
        )}
        {columns.map(column => (
          <th
            key={column.key}
            scope="col"
            data-align={column.align}
            data-frozen={column.frozen}
            style={column.frozen ? { left: offsets.get(column.key) } : undefined}
            aria-sort={sort && sort.by === column.sort ? (sort.descending ? 'descending' : 'ascending') : undefined}
          >
            <span className="table-title">
              <SortTitle column={column} sort={sort} onSort={onSort} />
              {column.filter && (
                <Popup
                  className="table-filter"
                  align={column.align === 'end' ? 'end' : 'start'}
                  name={t({ zh: `筛选${column.title}`, en: `Filter ${column.title}` })}
                  label={<Icon name={column.filter.active ? 'filter-on' : 'filter'} size={14} />}
                >
                  {column.filter.panel}
                </Popup>
              )}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function SortTitle<Row>({
  column,
  sort,
  onSort,
}: { column: Column<Row> } & Pick<TableHeadProps<Row>, 'sort' | 'onSort'>) {
  const by = column.sort
  if (by === undefined || !onSort) return <span>{column.title}</span>
  const sorted = sort?.by === by
  return (
    <button
      type="button"
      className="table-sort"
      onClick={() => onSort({ by, descending: sorted ? !sort.descending : false })}
    >
      {column.title}
      <span aria-hidden="true">{sorted ? (sort.descending ? '↓' : '↑') : '↕'}</span>
    </button>
  )
}
