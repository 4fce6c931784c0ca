import { sql } from 'kysely'
import { rankOf } from '../../domain/access/secrecy.ts'
import type { Db } from '../platform/db.ts'
import type { Wanted } from './search-wanted.sql.ts'
import { visibleTallies } from './visible.sql.ts'

const facetNames = ['fonds', 'kind', 'year', 'retention', 'unit', 'secrecy', 'state', 'files'] as const
type Counts = Map<string, number>
export type Facets = Record<(typeof facetNames)[number], Counts>

/** What is counted by: an item has all of it, a row of the tallies only what it sums up. */
interface Row {
  readonly fonds_id: string | null
  readonly kind: string | null
  readonly year: number | null
  readonly retention: string | null
  readonly unit_id: string | null
  readonly secrecy: number | null
  readonly state: string | null
  readonly files: boolean | null
  readonly count: number
}

/** Divides all that stands in the series, from their tallies, so that no item is read. */
export async function facetsOfSeries(tx: Db, { actor, asked }: Wanted): Promise<Facets & { readonly total: number }> {
  const { fondsId, kind, year, retention, unitId, secrecy, state } = asked
  const rows = await tx
    .selectFrom('series_tally')
    .innerJoin('series', 'series.id', 'series_tally.series_id')
    .select(['series.fonds_id', 'series.kind', 'series.year', 'series.retention', 'series.unit_id'])
    .select(['series_tally.secrecy', 'series_tally.state'])
    .select([sql<number>`sum(series_tally.count)::int`.as('count'), sql<null>`null`.as('files')])
    .where(visibleTallies(actor))
    .where('series_tally.count', '>', 0)
    .$if(fondsId !== undefined, on => on.where('series.fonds_id', '=', fondsId ?? ''))
    .$if(kind !== undefined, on => on.where('series.kind', '=', kind ?? ''))
    .$if(year !== undefined, on => on.where('series.year', '=', year ?? 0))
    .$if(retention !== undefined, on => on.where('series.retention', '=', retention ?? ''))
    .$if(unitId !== undefined, on => on.where('series.unit_id', '=', unitId ?? ''))
    .$if(secrecy !== undefined, on => on.where('series_tally.secrecy', '=', rankOf(secrecy ?? 'public')))
    .$if(state !== undefined, on => on.where('series_tally.state', '=', state ?? ''))
    // Each facet by itself: a row has the value of one of them, and nothing of the others.
    .groupBy(
      sql`grouping sets ((series.fonds_id), (series.kind), (series.year), (series.retention), (series.unit_id),
        (series_tally.secrecy), (series_tally.state))`,
    )
    .execute()
  const facets = divide(rows)
  return { ...facets, total: [...facets.kind.values()].reduce((sum, count) => sum + count, 0) }
}

/** Counts rows by each of the facets; what a row does not have is not counted there. */
export function divide(rows: readonly Row[]): Facets {
  const facets = Object.fromEntries(facetNames.map(name => [name, new Map()])) as Facets
  for (const row of rows) {
    for (const name of facetNames) {
      const value = name === 'fonds' ? row.fonds_id : name === 'unit' ? row.unit_id : row[name]
      if (value === null) continue
      const counts = facets[name]
      counts.set(String(value), (counts.get(String(value)) ?? 0) + row.count)
    }
  }
  return facets
}
