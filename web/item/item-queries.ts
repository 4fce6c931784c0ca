import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { client, type Output } from '../../client/client.ts'

export type ShownItem = Output<'item.show'>
export type HistoryEntry = Output<'item.history'>['entries'][number]

/** An item with all that is written about it. */
export const itemQuery = (itemId: string) =>
  queryOptions({ queryKey: ['item.show', itemId], queryFn: () => client.ask('item.show', { itemId }) })

/** The whole history of an item, oldest first. */
export const historyQuery = (itemId: string) =>
  queryOptions({ queryKey: ['item.history', itemId], queryFn: () => readHistory(itemId) })

async function readHistory(itemId: string): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = []
  let after: string | null = null
  do {
    const page: Output<'item.history'> = await client.ask('item.history', {
      itemId,
      limit: 200,
      ...(after && { after }),
    })
    entries.push(...page.entries)
    after = page.next
  } while (after !== null)
  return entries
}

/** After something was done to an item, everything that shows it is asked for anew. */
export const refreshItem = (queryClient: QueryClient, itemId: string) =>
  Promise.all(
    [['item.show', itemId], ['item.history', itemId], ['item.list'], ['item.search'], ['series.tree']].map(queryKey =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
