import { queryOptions } from '@tanstack/react-query'
import { client, type Output } from '../../client/client.ts'

/** An import as the server tells it. */
export type Import = Output<'import.show'>
export type ImportState = Import['state']
export type SheetView = Import['sheets'][number]
export type Cell = SheetView['rows'][number]['cells'][number]

const atWork: readonly ImportState[] = ['reading', 'checking', 'importing']

/** Whether the server is at work on it, so that the page asks again by itself. */
export const isAtWork = (state: ImportState): boolean => atWork.includes(state)

/** One import, asked again while work goes on. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['import.show', importId],
    queryFn: () => client.ask('import.show', { importId }),
    refetchInterval: query => (query.state.data && isAtWork(query.state.data.state) ? 700 : false),
  })

/** One's own imports, the last first. */
export const importsQuery = queryOptions({
  queryKey: ['import.list'],
  queryFn: () => client.ask('import.list', { limit: 50 }),
  refetchInterval: query => (query.state.data?.imports.some(({ state }) => isAtWork(state)) ? 2000 : false),
})

/** Mappings that were saved for these heads. */
export const mappingsQuery = (signature: string) =>
  queryOptions({
    queryKey: ['mapping.list', signature],
    queryFn: () => client.ask('mapping.list', { signature }),
    enabled: signature !== '',
  })
