import { refuseRepository } from './refusals.ts'

/** Levels of places in a repository, from the room down to where things stand (S1.4). */
export const levels = {
  room: { title: '库房', titleEn: 'Room' },
  row: { title: '列', titleEn: 'Row' },
  bay: { title: '节', titleEn: 'Bay' },
  shelf: { title: '层', titleEn: 'Shelf' },
  slot: { title: '格', titleEn: 'Slot' },
} as const

export type Level = keyof typeof levels
export const levelCodes = Object.keys(levels) as [Level, ...Level[]]

/** How a room or a part of it is made up: how many of each level lie in one of the level above. */
export interface Shape {
  readonly rows: number
  readonly bays: number
  readonly shelves: number
  /** Slots on one side of a shelf. */
  readonly slots: number
  /** Two where a shelf is reached from two aisles: side 面 A and side B. */
  readonly sides: 1 | 2
  /** Length of one slot in millimetres. */
  readonly slotMm: number
}

/** A place as it will be made; its parent is told by that one's code. */
export interface PlannedLocation {
  readonly level: Level
  readonly parentCode: string
  readonly ordinal: number
  readonly side: '' | 'A' | 'B'
  readonly code: string
  readonly sortKey: string
  readonly capacityMm: number | null
}

/** What one step may build: a large room. */
export const mostSlots = 20_000

const counted: Readonly<Record<Exclude<Level, 'room'>, keyof Shape>> = {
  row: 'rows',
  bay: 'bays',
  shelf: 'shelves',
  slot: 'slots',
}

/** The level below a place's own; slots have none. */
export const levelBelow = (level: Level): Exclude<Level, 'room'> | undefined =>
  levelCodes[levelCodes.indexOf(level) + 1] as Exclude<Level, 'room'> | undefined

/** Slots that a shape makes under one place of a level. */
export function slotsUnder(level: Level, shape: Shape): number {
  const below = levelBelow(level)
  if (!below) return 1
  return Number(shape[counted[below]]) * (below === 'slot' ? shape.sides : 1) * slotsUnder(below, shape)
}

interface Parent {
  readonly level: Level
  readonly code: string
  readonly sortKey: string
}

/** All places that a shape makes under a parent, in walking order, numbered from `from`: `1-02-03-04-05` is room, row, bay, shelf, slot. */
export function planUnder(parent: Parent, shape: Shape, from = 1): PlannedLocation[] {
  const slots = slotsUnder(parent.level, shape)
  if (slots > mostSlots) refuseRepository('location.too-many', { slots, most: mostSlots })
  return [...grow(parent, shape, from)]
}

function* grow(parent: Parent, shape: Shape, from: number): Generator<PlannedLocation> {
  const level = levelBelow(parent.level)
  if (!level) return
  for (const side of level === 'slot' && shape.sides === 2 ? (['A', 'B'] as const) : ([''] as const)) {
    for (let ordinal = from; ordinal < from + Number(shape[counted[level]]); ordinal++) {
      const code = `${parent.code}-${side}${String(ordinal).padStart(2, '0')}`
      const sortKey = `${parent.sortKey}.${side}${String(ordinal).padStart(3, '0')}`
      const capacityMm = level === 'slot' ? shape.slotMm : null
      yield { level, parentCode: parent.code, ordinal, side, code, sortKey, capacityMm }
      yield* grow({ level, code, sortKey }, shape, 1)
    }
  }
}

/** Sort key of a room: rooms are walked in the order they were made. */
export const roomKey = (ordinal: number): string => String(ordinal).padStart(4, '0')

/** The half-open range of sort keys of all that lies in a place, itself included: `from` ≤ key < `to`. */
export const keysWithin = (sortKey: string): { from: string; to: string } => ({ from: sortKey, to: `${sortKey}/` })
