import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { client, type Output } from '../../client/client.ts'
import type { Wording } from '../language.ts'

export type Fonds = Output<'fonds.list'>['fonds'][number]
export type Series = Output<'series.tree'>['series'][number]

/** The fonds 全宗 of the organisation. */
export const fondsQuery = queryOptions({
  queryKey: ['fonds.list'],
  queryFn: () => client.ask('fonds.list', {}),
  staleTime: 60_000,
})

/** The kinds 门类 with their names. */
export const kindsQuery = queryOptions({
  queryKey: ['kind.list'],
  queryFn: () => client.ask('kind.list', {}),
  staleTime: 60_000,
})

/** The series 类别 of one fonds that hold something this person may see. */
export const seriesQuery = (fondsId: string) =>
  queryOptions({ queryKey: ['series.tree', fondsId], queryFn: () => client.ask('series.tree', { fondsId }) })

/** How the holdings are divided, as far as this person may see them. */
export interface Classification {
  readonly fonds: readonly Fonds[]
  readonly seriesOf: ReadonlyMap<string, readonly Series[]>
  readonly kindTitle: (kind: string) => Wording
  readonly loading: boolean
  readonly error: unknown
}

/** Reads the whole division: an organisation has a handful of fonds, and each answers with its series and their counts. */
export function useClassification(): Classification {
  const fonds = useQuery(fondsQuery)
  const kinds = useQuery(kindsQuery)
  const listed = fonds.data?.fonds ?? []
  const series = useQueries({ queries: listed.map(({ id }) => seriesQuery(id)) })
  return {
    fonds: listed,
    seriesOf: new Map(listed.map(({ id }, index) => [id, series[index]?.data?.series ?? []])),
    kindTitle(code) {
      const kind = kinds.data?.kinds.find(one => one.code === code)
      return { zh: kind?.title ?? code, en: kind?.titleEn ?? code }
    },
    loading: fonds.isPending || kinds.isPending || series.some(one => one.isPending),
    error: fonds.error ?? kinds.error ?? series.find(one => one.error)?.error ?? null,
  }
}
