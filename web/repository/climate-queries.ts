import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { client } from '../../client/client.ts'

/** What a room keeps, with the beginning of a month's readings. */
export const climateQuery = (locationId: string, month: string) =>
  queryOptions({
    queryKey: ['climate.list', locationId, month, 'head'],
    queryFn: () => client.ask('climate.list', { locationId, month, limit: 1 }),
  })

/** After something was noted, readings are asked for anew. */
export const refreshClimate = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({ queryKey: ['climate.list'] })
