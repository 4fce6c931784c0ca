import { refuseRepository } from './refusals.ts'

/** What can stand on a shelf by itself: a box, a volume without a box, an object. */
export type ThingKind = 'box' | 'volume' | 'item'

/** Thickness in millimetres that is taken where nobody measured; a box always states its own. */
export const assumedThicknessMm = { volume: 20, item: 50 } as const

/** A slot as placing looks at it. */
export interface SlotFacts {
  readonly id: string
  readonly code: string
  readonly level: string
  readonly active: boolean
  readonly capacityMm: number
  readonly usedMm: number
}

/** Refuses a place that holds nothing, is closed, or has less length left than the thing is thick (S1.4). */
export function assertHolds(slot: SlotFacts, thicknessMm: number): void {
  if (slot.level !== 'slot') refuseRepository('place.not-slot', { code: slot.code })
  if (!slot.active) refuseRepository('location.closed', { code: slot.code })
  const freeMm = slot.capacityMm - slot.usedMm
  if (freeMm < thicknessMm) refuseRepository('place.full', { code: slot.code, free: freeMm, needed: thicknessMm })
}

/** Refuses a place of its own to what lies in a box or a volume: it stands where that stands. */
export function assertLoose(thing: { readonly inside: string | null; readonly code: string }): void {
  if (thing.inside) refuseRepository('place.inside', { code: thing.code, inside: thing.inside })
}

/** Why a place is proposed: beside its own class, behind the class before it, or simply the first that is free. */
export const proposalReasons = {
  'same-class': { title: '同类相邻', titleEn: 'beside its own class' },
  'class-before': { title: '接在前一类之后', titleEn: 'behind the class before it' },
  'first-free': { title: '第一个空位', titleEn: 'the first free place' },
} as const

export type ProposalReason = keyof typeof proposalReasons

/** What the system found on its walk: the next free slot behind its own class, behind the class before, and the first free at all. */
export interface FreeSlots {
  readonly afterSameClass: string | undefined
  readonly afterClassBefore: string | undefined
  readonly first: string | undefined
}

/** The system tells the place (S14.1): by class first (S1.4), so that what belongs together stands together. */
export function proposePlace(free: FreeSlots): { locationId: string; because: ProposalReason } | undefined {
  if (free.afterSameClass) return { locationId: free.afterSameClass, because: 'same-class' }
  if (free.afterClassBefore) return { locationId: free.afterClassBefore, because: 'class-before' }
  return free.first ? { locationId: free.first, because: 'first-free' } : undefined
}

/**
 * Where each thing of a whole shelf or row comes to stand when it is moved together: slot by slot as it stood where the lengths allow
 * that, else closed up from the first slot on. `slots` holds the thicknesses by slot, `freeMm` what each new slot has left; the answer
 * is the index of the new slot for each thing, or undefined when not all of it fits.
 */
export function spread(slots: readonly (readonly number[])[], freeMm: readonly number[]): number[][] | undefined {
  return fill(slots, freeMm, true) ?? fill(slots, freeMm, false)
}

function fill(slots: readonly (readonly number[])[], freeMm: readonly number[], asItStood: boolean) {
  const left = [...freeMm]
  const placed: number[][] = []
  let at = 0
  for (const [index, things] of slots.entries()) {
    if (asItStood) at = Math.max(at, index)
    const into: number[] = []
    for (const thicknessMm of things) {
      while (at < left.length && (left[at] ?? 0) < thicknessMm) at++
      if (at >= left.length) return undefined
      left[at] = (left[at] ?? 0) - thicknessMm
      into.push(at)
    }
    placed.push(into)
  }
  return placed
}

/** Orders things as somebody walks who fetches or shelves them: by room, row, bay, shelf, slot, then from the left. */
export function byWalk(
  a: { readonly sortKey: string; readonly position: number },
  b: { readonly sortKey: string; readonly position: number },
): number {
  return a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.position - b.position
}
