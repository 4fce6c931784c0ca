import { useLanguage } from '../language.ts'
import { percentFull } from './fullness.ts'
import type { PlanRowOf } from './plan.ts'

/** The plan in figures: one line for each shelf. */
export function PlanTable({ rows, onOpen }: { rows: readonly PlanRowOf[]; onOpen: (id: string) => void }) {
  const { t } = useLanguage()
  const shelves = rows.flatMap(({ bays }) => bays.flatMap(bay => bay.shelves))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by keyboard
    <div className="table-pane plan-table" tabIndex={0}>
      <table className="table">
        <caption className="aside-from-sight">{t({ zh: '各层已用长度', en: 'How full each shelf is' })}</caption>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '层', en: 'Shelf' })}</th>
            <th scope="col" data-align="end">
              {t({ zh: '盒卷件数', en: 'Things' })}
            </th>
            <th scope="col" data-align="end">
              {t({ zh: '已用（毫米）', en: 'Used (mm)' })}
            </th>
            <th scope="col" data-align="end">
              {t({ zh: '共长（毫米）', en: 'Length (mm)' })}
            </th>
            <th scope="col" data-align="end">
              %
            </th>
          </tr>
        </thead>
        <tbody>
          {shelves.map(shelf => (
            <tr key={shelf.id}>
              <th scope="row">
                <button type="button" className="button-link tabular" onClick={() => onOpen(shelf.id)}>
                  {shelf.code}
                </button>
                {!shelf.active && <span className="faint"> {t({ zh: '已停用', en: 'closed' })}</span>}
              </th>
              <td data-align="end">{shelf.things}</td>
              <td data-align="end">{shelf.usedMm}</td>
              <td data-align="end">{shelf.capacityMm}</td>
              <td data-align="end">{percentFull(shelf.usedMm, shelf.capacityMm)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
