import { queryOptions, useQuery } from '@tanstack/react-query'
import { client, type Output } from '../../../client/client.ts'
import { worksForAllUnits } from '../../../domain/access/grants.ts'
import type { RoleCode } from '../../../domain/access/roles.ts'
import type { KindDefinition } from '../../../domain/kinds/index.ts'
import { type Fonds, fondsQuery, kindsQuery } from '../../search/classification.ts'
import { useMe } from '../../session.ts'

type Unit = Output<'unit.list'>['units'][number]

const unitsQuery = queryOptions({
  queryKey: ['unit.list'],
  queryFn: () => client.ask('unit.list', {}),
  staleTime: 60_000,
})

/** What a form offers for choosing where an item belongs. */
export interface FormChoices {
  /** Fonds that still take something in. */
  readonly fonds: readonly Fonds[]
  readonly kinds: readonly KindDefinition[]
  /** Units this person may work for. */
  readonly units: readonly Unit[]
  /** Whether an item need not belong to a unit. */
  readonly unitOptional: boolean
  /** Name of any unit, also of one this person does not work for. */
  readonly unitName: (id: string) => string
}

/** The kinds a fonds uses, and the one that is chosen already. */
export const kindsOf = ({ fonds, kinds }: FormChoices, fondsId: string, chosen = ''): readonly KindDefinition[] => {
  const used = fonds.find(({ id }) => id === fondsId)?.kinds
  return used ? kinds.filter(({ code }) => code === chosen || used.includes(code)) : kinds
}

/** Reads what a form offers; undefined until all of it has come, and the error when it does not. */
export function useFormChoices(): { choices: FormChoices | undefined; error: unknown } {
  const me = useMe()
  const fonds = useQuery(fondsQuery)
  const kinds = useQuery(kindsQuery)
  const units = useQuery(unitsQuery)
  const all = worksForAllUnits(me.posts as readonly { role: RoleCode; unitId: string }[])
  if (!fonds.data || !kinds.data || !units.data)
    return { choices: undefined, error: fonds.error ?? kinds.error ?? units.error }
  const known = units.data.units
  return {
    choices: {
      fonds: fonds.data.fonds.filter(({ closedAt }) => closedAt === null),
      kinds: kinds.data.kinds,
      units: all ? known : known.filter(({ own }) => own),
      unitOptional: all,
      unitName: id => known.find(unit => unit.id === id)?.name ?? id,
    },
    error: null,
  }
}
