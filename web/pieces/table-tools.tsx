import { useLanguage } from '../language.ts'
import { Icon } from './icon.tsx'
import { Popup } from './popup.tsx'
import type { Column, TableChoice } from './table-column.ts'

interface TableToolsProps<Row> {
  columns: readonly Column<Row>[]
  choice: TableChoice<Row>
}

/** Chooses columns and density of a table. */
export function TableTools<Row>({ columns, choice }: TableToolsProps<Row>) {
  const { t } = useLanguage()
  const densities = [
    { density: 'close', title: t({ zh: '紧凑', en: 'Close' }) },
    { density: 'roomy', title: t({ zh: '宽松', en: 'Roomy' }) },
  ] as const
  return (
    <Popup
      className="button button-quiet button-icon"
      align="end"
      name={t({ zh: '列与行距', en: 'Columns and density' })}
      label={<Icon name="columns" />}
    >
      {() => (
        <>
          {columns.map(column => (
            <label key={column.key} className="popup-line">
              <input
                type="checkbox"
                checked={choice.isShown(column)}
                disabled={column.frozen}
                onChange={() => choice.toggle(column)}
              />
              {column.title}
            </label>
          ))}
          <hr className="popup-rule" />
          {densities.map(({ density, title }) => (
            <label key={density} className="popup-line">
              <input
                type="radio"
                name="density"
                checked={choice.density === density}
                onChange={() => choice.setDensity(density)}
              />
              {title}
            </label>
          ))}
        </>
      )}
    </Popup>
  )
}
