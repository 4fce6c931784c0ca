import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../client/client.ts'
import { worksForAllUnits } from '../../domain/access/grants.ts'
import type { RoleCode } from '../../domain/access/roles.ts'
import { unitsQuery } from '../organisation/units.ts'
import { type Fonds, fondsQuery } from '../search/classification.ts'
import { useMayAny, useMe } from '../session.ts'

type Unit = Output<'unit.list'>['units'][number]

/** Whose register somebody sits at: the fonds, the units they may register for, and the way to any unit's name. */
export interface Desk {
  readonly fonds: readonly Fonds[]
  /** Units this person keeps the register of. */
  readonly units: readonly Unit[]
  readonly everyUnit: readonly Unit[]
  readonly ownUnits: readonly Unit[]
  /** Whether they keep the whole book, and a line need not belong to a unit. */
  readonly keepsAll: boolean
}

/** Reads whose register it is; undefined until all of it has come. */
export function useDesk(): { desk: Desk | undefined; error: unknown } {
  const { posts } = useMe()
  const assigns = useMayAny()(['line.assign'])
  const fonds = useQuery(fondsQuery)
  const units = useQuery(unitsQuery)
  if (!fonds.data || !units.data) return { desk: undefined, error: fonds.error ?? units.error }
  const keepsAll = assigns || worksForAllUnits(posts as readonly { role: RoleCode; unitId: string }[])
  const everyUnit = units.data.units
  const ownUnits = everyUnit.filter(({ own }) => own)
  return {
    desk: { fonds: fonds.data.fonds, units: keepsAll ? everyUnit : ownUnits, everyUnit, ownUnits, keepsAll },
    error: null,
  }
}
