import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { recall, remember } from '../device.ts'
import { useLanguage } from '../language.ts'
import { RefusalNotice } from '../pieces/refusal-notice.tsx'
import { fullnessOf } from './fullness.ts'
import { nextCell, rowsOfPlan } from './plan.ts'
import { PlanRow } from './plan-row.tsx'
import { PlanTable } from './plan-table.tsx'
import { planQuery } from './queries.ts'

interface RoomPlanProps {
  roomId: string
  /** Id of the shelf or slot that is open beside the plan. */
  open: string | undefined
  onOpen: (placeId: string) => void
}

/** A room seen from the front of its rows: bay beside bay, shelf above shelf, each filled as far as it is full; the same as a table on request. */
export function RoomPlan({ roomId, open, onOpen }: RoomPlanProps) {
  const { t } = useLanguage()
  const { data: plan, error } = useQuery(planQuery(roomId))
  const [asTable, setAsTable] = useState(() => recall<boolean>('plan-as-table') ?? false)
  const [looking, setLooking] = useState<string>()
  if (!plan) return <RefusalNotice error={error} />
  const rows = rowsOfPlan(plan)
  const shelfIds = rows.flatMap(({ bays }) => bays.flatMap(({ shelves }) => shelves.map(({ id }) => id)))
  const stop = looking ?? (open && shelfIds.includes(open) ? open : shelfIds[0])
  const toldId = looking ?? open
  const told = toldId ? plan.shelves[toldId] : undefined
  const toldCode = plan.places.find(({ id }) => id === toldId)?.code
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['shelf'] : undefined
    const next = id && nextCell(rows, id, event.key)
    if (!next) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>(`[data-shelf="${next}"]`)?.focus()
  }
  return (
    <section className="room-plan" aria-label={t({ zh: '库房平面', en: 'Plan of the room' })}>
      <header>
        <p className="tabular" aria-live="polite">
          {told && toldCode
            ? t({
                zh: `${toldCode}：${fullnessOf(told).zh}，${told.things} 盒（卷、件）`,
                en: `${toldCode}: ${fullnessOf(told).en}, ${told.things} standing there`,
              })
            : t({
                zh: '每一小块是一层；点开看里面放着什么。',
                en: 'Each block is a shelf; open one to see what stands there.',
              })}
        </p>
        <label className="plan-choice">
          <input
            type="checkbox"
            checked={asTable}
            onChange={event => {
              setAsTable(event.target.checked)
              remember('plan-as-table', event.target.checked)
            }}
          />
          {t({ zh: '用表格看', en: 'As a table' })}
        </label>
      </header>
      {asTable ? (
        <PlanTable rows={rows} onOpen={onOpen} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go from shelf to shelf, and each shelf is a button
        <div className="plan-rows" onKeyDown={onKeyDown} onMouseLeave={() => setLooking(undefined)}>
          {rows.map(row => (
            <PlanRow key={row.id} row={row} open={open} stop={stop} onOpen={onOpen} onLook={setLooking} />
          ))}
        </div>
      )}
    </section>
  )
}
