import { readRetention, retentionTitle, yearsOf } from '../../domain/holdings/retention.ts'
import type { Wording } from '../language.ts'
import type { Classification, Series } from './classification.ts'

/** A place in the tree, as the address has it: the levels above a series, or the series itself. */
export interface Place {
  readonly fonds?: string
  readonly kind?: string
  readonly year?: string
  readonly retention?: string
  readonly series?: string
}

/** A branch of the tree 分类树 with everything below it. */
export interface Branch {
  readonly key: string
  readonly title: Wording
  readonly place: Place
  /** How many items this person may see here. */
  readonly items: number
  readonly series: readonly Series[]
  readonly branches: readonly Branch[]
}

/** Name of a place among all places. */
export const keyOf = ({ series, fonds, kind, year, retention }: Place): string =>
  series ?? [fonds, kind, year, retention].filter(level => level !== undefined).join('/')

/** Grows the tree of every fonds: kind 门类, year 年度, retention 保管期限, unit 机构. */
export function growTree({ fonds, seriesOf, kindTitle }: Classification): Branch[] {
  const levels = levelsWith(kindTitle)
  return fonds.map(({ id, code, name }) => {
    const series = seriesOf.get(id) ?? []
    const title = `${code} ${name}`
    const place = { fonds: id }
    return branchOf({ title: { zh: title, en: title }, place, series, branches: grow(series, place, levels) })
  })
}

/** The way from a root to a place, both included; empty when the tree does not have it. */
export function wayTo(roots: readonly Branch[], key: string): Branch[] {
  for (const root of roots) {
    if (root.key === key) return [root]
    const rest = wayTo(root.branches, key)
    if (rest.length > 0) return [root, ...rest]
  }
  return []
}

interface Level {
  readonly of: (series: Series) => string
  readonly name: keyof Place
  readonly title: (value: string, series: Series) => Wording
  readonly order: (a: string, b: string) => number
}

const levelsWith = (kindTitle: Classification['kindTitle']): Level[] => [
  { of: ({ kind }) => kind, name: 'kind', title: kindTitle, order: () => 0 },
  {
    of: ({ year }) => String(year),
    name: 'year',
    title: year => ({ zh: `${year}年`, en: year }),
    order: (a, b) => Number(b) - Number(a),
  },
  { of: ({ retention }) => retention, name: 'retention', title: titleOfRetention, order: longestFirst },
  { of: ({ id }) => id, name: 'series', title: (_id, { unitName }) => titleOfUnit(unitName), order: () => 0 },
]

function grow(series: readonly Series[], above: Place, [level, ...below]: readonly Level[]): Branch[] {
  if (!level) return []
  const values = [...new Set(series.map(level.of))].sort(level.order)
  return values.map(value => {
    const members = series.filter(one => level.of(one) === value)
    const [only] = members
    const title = level.title(value, only!)
    // A level that divides nothing is not shown: what is not kept by unit ends at its retention.
    if (level.name === 'series' || (level.name === 'retention' && members.length === 1 && only?.unitId === null))
      return branchOf({ title, place: { series: only!.id }, series: members, branches: [] })
    const place = { ...above, [level.name]: value }
    return branchOf({ title, place, series: members, branches: grow(members, place, below) })
  })
}

const branchOf = (branch: Omit<Branch, 'key' | 'items'>): Branch => ({
  ...branch,
  key: keyOf(branch.place),
  items: branch.series.reduce((sum, { items }) => sum + items, 0),
})

/** Name of a stored retention in both languages; what cannot be read stands as it is. */
export function titleOfRetention(retention: string): Wording {
  const code = readRetention(retention)
  if (!code) return { zh: retention, en: retention }
  const { title, titleEn } = retentionTitle(code)
  return { zh: title, en: titleEn }
}

const titleOfUnit = (name: string | null): Wording =>
  name === null ? { zh: '不分机构', en: 'No unit' } : { zh: name, en: name }

/** Catalogues begin with what is kept for ever. */
export function longestFirst(a: string, b: string): number {
  const years = (text: string) => yearsOf(readRetention(text) ?? 'D1')
  return a === b ? 0 : years(b) - years(a)
}
