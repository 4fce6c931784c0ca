import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { client, type Input, type Output } from '../../client/client.ts'
import type { KeysetList } from '../pieces/keyset.ts'

export type Hit = Output<'item.search'>['items'][number]

const mostCounted = 1000

/** What a search finds, a page at a time; while the next answer is on its way the last one stays, so that typing does not flicker. */
export function useHits(
  asked: Omit<Input<'item.search'>, 'after' | 'limit'>,
): KeysetList<Hit> & { readonly stale: boolean } {
  const query = useInfiniteQuery({
    queryKey: ['item.search', asked],
    queryFn: ({ pageParam, signal }) =>
      client.ask('item.search', { ...asked, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const total = query.data?.pages[0]?.total ?? null
  return {
    rows: query.data?.pages.flatMap(page => page.items) ?? [],
    total: total !== null && total > mostCounted ? `${mostCounted}+` : total,
    loading: query.isPending,
    loadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    error: query.error,
    stale: query.isPlaceholderData,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    again: () => void query.refetch(),
  }
}
