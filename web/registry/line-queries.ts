import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { client, type Output } from '../../client/client.ts'

export type ShownLine = Output<'line.show'>
export type Forward = ShownLine['forwards'][number]
export type LineEntry = Output<'line.history'>['entries'][number]

/** A line with its files, forwardings and links. */
export const lineQuery = (lineId: string) =>
  queryOptions({ queryKey: ['line.show', lineId], queryFn: () => client.ask('line.show', { lineId }) })

/** What happened to a line, oldest first: two hundred steps are more than any letter has. */
export const lineHistoryQuery = (lineId: string) =>
  queryOptions({
    queryKey: ['line.history', lineId],
    queryFn: () => client.ask('line.history', { lineId, limit: 200 }),
  })

/** After something was done to a line, everything that shows lines is asked for anew. */
export const refreshLines = (queryClient: QueryClient) =>
  Promise.all(
    ['line.show', 'line.history', 'line.list', 'line.tasks', 'line.count'].map(name =>
      queryClient.invalidateQueries({ queryKey: [name] }),
    ),
  )
