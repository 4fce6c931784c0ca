import { z } from 'zod'
import { secrecyOf } from '../../domain/access/secrecy.ts'
import { query } from '../platform/operation.ts'
import { divide, facetsOfSeries } from './facets.sql.ts'
import { find } from './search.sql.ts'
import { searchInput } from './search-input.ts'
import { hasWords, type Wanted, wantedOf } from './search-wanted.sql.ts'

const counted = z.array(z.object({ value: z.string(), count: z.number() }))
const mostCounted = 1000

/**
 * Facets 分面: how what is found divides by fonds, kind, year, retention, unit, secrecy, state and files. Without words or conditions the tallies
 * of the series answer exactly. Else the newest thousand found are counted: each figure is exact where `whole` says that no more were found,
 * and else the least there are.
 */
export const searchFacets = query({
  name: 'item.facets',
  title: '分面统计',
  titleEn: 'Facets of a search',
  permission: 'item.search',
  rules: ['S1.2', 'S17.4'],
  input: z.strictObject(searchInput),
  output: z.object({
    /** How many were found; at most 1001, which reads "more than 1000", unless the tallies know. */
    total: z.number(),
    /** False where more were found than counted. */
    whole: z.boolean(),
    fonds: counted,
    kind: counted,
    year: counted,
    retention: counted,
    unit: counted,
    secrecy: counted,
    state: counted,
    /** `true` with files, `false` without; empty where only the tallies were asked. */
    files: counted,
  }),
  async run({ tx, actor }, asked) {
    const wanted = await wantedOf(tx, actor, asked)
    if (!wanted) return { total: 0, whole: true, ...nothing }
    if (isTallied(wanted)) {
      const { total, ...facets } = await facetsOfSeries(tx, wanted)
      return { total, whole: true, ...named(facets) }
    }
    const found = await find(tx, wanted, { need: mostCounted + 1 })
    const facets = divide(found.slice(0, mostCounted).map(row => ({ ...row, count: 1 })))
    return { total: found.length, whole: found.length <= mostCounted, ...named(facets) }
  },
})

/** Whether every condition is one that the tallies of series know. */
const isTallied = (wanted: Wanted): boolean =>
  !hasWords(wanted) && Object.keys(wanted.points).length === 0 && wanted.asked.files === undefined

const nothing = { fonds: [], kind: [], year: [], retention: [], unit: [], secrecy: [], state: [], files: [] }

/** Most first; a level of secrecy by its name. */
function named<F extends Record<keyof typeof nothing, Map<string, number>>>(facets: F) {
  const list = (counts: Map<string, number>) =>
    [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
  return {
    fonds: list(facets.fonds),
    kind: list(facets.kind),
    year: list(facets.year).sort((a, b) => Number(b.value) - Number(a.value)),
    retention: list(facets.retention),
    unit: list(facets.unit),
    secrecy: list(facets.secrecy).map(({ value, count }) => ({ value: secrecyOf(Number(value)), count })),
    state: list(facets.state),
    files: list(facets.files),
  }
}
