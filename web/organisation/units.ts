import { queryOptions, useQuery } from '@tanstack/react-query'
import { client } from '../../client/client.ts'

/** All units 机构 of the organisation. */
export const unitsQuery = queryOptions({ queryKey: ['unit.list'], queryFn: () => client.ask('unit.list', {}) })

/** The units, empty until they are there. */
export const useUnits = () => useQuery(unitsQuery).data?.units ?? none

const none: never[] = []
