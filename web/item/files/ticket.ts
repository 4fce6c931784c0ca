import { queryOptions } from '@tanstack/react-query'
import { client } from '../../../client/client.ts'

/** A link lasts ten minutes; it is asked for again before that. */
const freshMs = 9 * 60_000

/** The link to a file's bytes. Asking for it leaves a trace, so it is asked once and not again at every glance. */
export const ticketQuery = (componentId: string) =>
  queryOptions({
    queryKey: ['component.open', componentId],
    queryFn: () => client.tell('component.open', { componentId }),
    staleTime: freshMs,
    gcTime: freshMs,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
