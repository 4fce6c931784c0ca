import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { client, type Output } from '../../client/client.ts'

export type ShownKind = Output<'kind.show'>['kinds'][number]

/** Every kind with its version and how many items it has. */
export const shownKindsQuery = queryOptions({
  queryKey: ['kind.show'],
  queryFn: () => client.ask('kind.show', {}),
})

/** Reads anew whatever is drawn from kinds and from the fonds' templates. */
export function useRefreshKinds(): () => Promise<unknown> {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(['kind.show', 'kind.list', 'fonds.list'].map(key => queryClient.invalidateQueries({ queryKey: [key] })))
}
