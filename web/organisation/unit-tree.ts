import type { Output } from '../../client/client.ts'

/** A unit 机构 of the organisation. */
export type Unit = Output<'unit.list'>['units'][number]

/** A unit with the units under it. */
export interface UnitBranch {
  readonly unit: Unit
  readonly below: readonly UnitBranch[]
}

/** The flat list as a tree; a unit whose parent is not in the list stands at the top. */
export function growUnits(units: readonly Unit[]): UnitBranch[] {
  const known = new Set(units.map(({ id }) => id))
  const under = Map.groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const grow = (parentId: string | null): UnitBranch[] =>
    (under.get(parentId) ?? []).map(unit => ({ unit, below: grow(unit.id) }))
  return grow(null)
}

/** The unit itself and all below it, by id. */
export function withBelow(units: readonly Unit[], id: string): ReadonlySet<string> {
  const found = new Set([id])
  for (const branch of flat(growUnits(units))) {
    if (branch.unit.parentId !== null && found.has(branch.unit.parentId)) found.add(branch.unit.id)
  }
  return found
}

/** A line of the tree drawn from top to bottom, with how deep it lies. */
interface UnitLine extends UnitBranch {
  readonly depth: number
}

/** The branches in reading order, each after the one it lies under. */
export const flat = (branches: readonly UnitBranch[], depth = 0): UnitLine[] =>
  branches.flatMap(branch => [{ ...branch, depth }, ...flat(branch.below, depth + 1)])
