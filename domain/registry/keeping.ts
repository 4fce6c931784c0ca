import type { Actor } from '../access/actor.ts'
import { refuseRegistry } from './refusals.ts'

/** Whether somebody keeps the whole book 登记簿: who works for all units, or gives lines to the units that answer them. */
export const keepsWholeBook = (actor: Actor): boolean => actor.worksForAllUnits || actor.permissions.has('line.assign')

/** Whether somebody keeps a line: one of the own unit, or any where they keep the whole book (S5.2). */
export const keepsLine = (actor: Actor, unitId: string | null): boolean =>
  keepsWholeBook(actor) || (unitId !== null && actor.unitIds.includes(unitId))

/** Refuses to keep a line of another unit (S5.2). */
export function assertKeepsLine(actor: Actor, unitId: string | null): void {
  if (!keepsLine(actor, unitId)) refuseRegistry('line.foreign')
}

/**
 * Units whose lines somebody reads without having them forwarded (S17.4): all of them for who keeps the book or oversees every unit,
 * the own ones for who leads a department or keeps its register; none for everybody else.
 */
export function unitsRead(actor: Actor): 'all' | readonly string[] {
  const grants = actor.reads.filter(grant => grant.kinds === 'all' && !grant.publicOnly)
  if (keepsWholeBook(actor) || grants.some(grant => grant.units === 'all')) return 'all'
  return grants.flatMap(grant => (grant.units === 'all' || grant.filedOnly ? [] : grant.units))
}
