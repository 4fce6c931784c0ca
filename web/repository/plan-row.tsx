import { useLanguage } from '../language.ts'
import { fullnessOf, percentFull } from './fullness.ts'
import type { PlanRowOf, PlanShelf } from './plan.ts'

interface PlanRowProps {
  row: PlanRowOf
  open: string | undefined
  /** Id of the one shelf that Tab stops at; arrows go on from there. */
  stop: string | undefined
  onOpen: (id: string) => void
  onLook: (id: string | undefined) => void
}

/** One row of shelving, its bays side by side. */
export function PlanRow({ row, ...rest }: PlanRowProps) {
  const { t } = useLanguage()
  const used = row.bays.flatMap(({ shelves }) => shelves).reduce((sum, { usedMm }) => sum + usedMm, 0)
  const capacity = row.bays.flatMap(({ shelves }) => shelves).reduce((sum, { capacityMm }) => sum + capacityMm, 0)
  return (
    <section className="plan-row" aria-label={row.code}>
      <h3 title={row.name || undefined}>
        {t({ zh: `${row.ordinal} 列`, en: `Row ${row.ordinal}` })}
        {row.name && <span className="plan-name">{row.name}</span>}
        <span className="faint small tabular">{percentFull(used, capacity)}%</span>
      </h3>
      <div className="plan-bays">
        {row.bays.map(bay => (
          <div key={bay.id} className="plan-bay">
            {bay.shelves.map(shelf => (
              <Shelf key={shelf.id} shelf={shelf} {...rest} />
            ))}
            <span className="plan-bay-number tabular" aria-hidden="true">
              {bay.ordinal}
            </span>
          </div>
        ))}
      </div>
    </section>
  )
}

interface ShelfProps extends Omit<PlanRowProps, 'row'> {
  shelf: PlanShelf
}

function Shelf({ shelf, open, stop, onOpen, onLook }: ShelfProps) {
  const { t } = useLanguage()
  const percent = percentFull(shelf.usedMm, shelf.capacityMm)
  const state = shelf.active ? t(fullnessOf(shelf)) : t({ zh: '已停用', en: 'closed' })
  return (
    <button
      type="button"
      className="plan-shelf"
      data-shelf={shelf.id}
      data-closed={!shelf.active || undefined}
      tabIndex={shelf.id === stop ? 0 : -1}
      aria-label={`${shelf.code} ${state}`}
      aria-pressed={shelf.id === open}
      onClick={() => onOpen(shelf.id)}
      onFocus={() => onLook(shelf.id)}
      onMouseEnter={() => onLook(shelf.id)}
    >
      <i style={{ inlineSize: `${percent}%` }} data-full={percent >= 90 || undefined} />
    </button>
  )
}
