import type { Plan } from './queries.ts'

type Place = Plan['places'][number]

export interface PlanShelf extends Place {
  readonly capacityMm: number
  readonly usedMm: number
  readonly slots: number
  readonly things: number
}

export interface PlanBay extends Place {
  readonly shelves: readonly PlanShelf[]
}

export interface PlanRowOf extends Place {
  readonly bays: readonly PlanBay[]
}

const nothing = { capacityMm: 0, usedMm: 0, slots: 0, things: 0 }

/** The plan as one sees it: rows of bays of shelves, in walking order. */
export function rowsOfPlan({ places, shelves }: Plan): PlanRowOf[] {
  const under = Map.groupBy(places, ({ parentId }) => parentId)
  const below = (id: string) => under.get(id) ?? []
  return places
    .filter(({ level }) => level === 'row')
    .map(row => ({
      ...row,
      bays: below(row.id).map(bay => ({
        ...bay,
        shelves: below(bay.id).map(shelf => ({ ...shelf, ...(shelves[shelf.id] ?? nothing) })),
      })),
    }))
}

/** The shelf that an arrow key leads to from another: sideways over bays and rows, up and down in a bay. */
export function nextCell(rows: readonly PlanRowOf[], from: string, key: string): string | undefined {
  const bays = rows.flatMap(({ bays }) => bays)
  const at = bays.findIndex(({ shelves }) => shelves.some(({ id }) => id === from))
  const level = bays[at]?.shelves.findIndex(({ id }) => id === from) ?? -1
  const sideways = (bay: PlanBay | undefined) => bay?.shelves[Math.min(level, bay.shelves.length - 1)]?.id
  switch (key) {
    case 'ArrowLeft':
      return sideways(bays[at - 1])
    case 'ArrowRight':
      return sideways(bays[at + 1])
    case 'ArrowUp':
      return bays[at]?.shelves[level - 1]?.id
    case 'ArrowDown':
      return bays[at]?.shelves[level + 1]?.id
    default:
      return undefined
  }
}
