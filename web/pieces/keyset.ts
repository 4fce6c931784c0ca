import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

/** One page of a list: its rows, the key that the next page starts after, and on the first page how many there are. */
export interface KeysetPage<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
  /** Counted up to 1001 by the server, which reads as `1000+`. */
  readonly total?: number | null
}

/** A list being read page by page. */
export interface KeysetList<Row> {
  readonly rows: readonly Row[]
  /** Null while it is not known. */
  readonly total: number | string | null
  readonly loading: boolean
  readonly loadingMore: boolean
  readonly hasMore: boolean
  readonly error: unknown
  readonly more: () => void
  readonly again: () => void
}

const mostCounted = 1000

interface KeysetOptions<Row> {
  /** The operation and every filter, so that another filter is another list. */
  key: QueryKey
  load: (after: string | undefined) => Promise<KeysetPage<Row>>
}

/** Reads a list by key, a page at a time; rows already read stay while more come. */
export function useKeyset<Row>({ key, load }: KeysetOptions<Row>): KeysetList<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
  const rows = useMemo(() => query.data?.pages.flatMap(page => page.rows) ?? [], [query.data])
  const total = query.data?.pages[0]?.total ?? (query.data && !query.hasNextPage ? rows.length : null)
  return {
    rows,
    total: total !== null && total > mostCounted ? `${mostCounted}+` : total,
    loading: query.isPending,
    loadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    error: query.error,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    again: () => void query.refetch(),
  }
}
