import type { Series } from '../search/classification.ts'
import { longestFirst } from '../search/series-tree.ts'

/** Which catalogue 目录 the address asks for. */
export interface Asked {
  readonly fonds?: string
  readonly kind?: string
  readonly year?: string
  readonly retention?: string
  readonly unit?: string
}

/** Something a catalogue can be narrowed to, with the series that then remain. */
export interface Option {
  readonly value: string
  readonly series: readonly Series[]
}

/** A level of the choice: what exists there, and what is chosen; nothing chosen takes all of them. */
export interface Choice {
  readonly options: readonly Option[]
  readonly value: string | undefined
}

export interface CatalogueChoice {
  readonly fonds: Choice
  readonly kind: Choice
  readonly year: Choice
  readonly retention: Choice
  readonly unit: Choice
  /** The series the catalogue will list. */
  readonly series: readonly Series[]
}

/** Goes down the levels: each offers only what exists under the ones before it, and what is asked for but does not exist is not chosen. */
export function chooseCatalogue(seriesOf: ReadonlyMap<string, readonly Series[]>, asked: Asked): CatalogueChoice {
  const everyFonds = [...seriesOf]
    .map(([value, series]) => ({ value, series }))
    .filter(({ series }) => series.length > 0)
  const fonds = choose(everyFonds, asked.fonds) ?? everyFonds[0]
  const kinds = split(fonds?.series ?? [], one => one.kind)
  const kind = choose(kinds, asked.kind) ?? largest(kinds)
  const years = split(kind?.series ?? [], one => String(one.year)).sort((a, b) => Number(b.value) - Number(a.value))
  const year = choose(years, asked.year) ?? years.find(hasFiled) ?? years[0]
  const retentions = split(year?.series ?? [], one => one.retention).sort((a, b) => longestFirst(a.value, b.value))
  const retention = choose(retentions, asked.retention)
  const units = split((retention ?? year)?.series ?? [], one => one.unitId)
  const unit = choose(units, asked.unit)
  return {
    fonds: { options: everyFonds, value: fonds?.value },
    kind: { options: kinds, value: kind?.value },
    year: { options: years, value: year?.value },
    retention: { options: retentions, value: retention?.value },
    unit: { options: units, value: unit?.value },
    series: (unit ?? retention ?? year)?.series ?? [],
  }
}

const choose = (options: readonly Option[], value: string | undefined) => options.find(option => option.value === value)

/** What there is most of is what is mostly printed. */
const largest = ([first, ...others]: readonly Option[]) =>
  others.reduce((best, one) => (best && tally(one.series).items <= tally(best.series).items ? best : one), first)

const hasFiled = ({ series }: Option) => series.some(({ filed }) => filed > 0)

function split(series: readonly Series[], by: (one: Series) => string | null): Option[] {
  const values = new Set(series.map(by).filter(value => value !== null))
  return [...values].map(value => ({ value, series: series.filter(one => by(one) === value) }))
}

/** How many items some series hold, and how many of them are filed. */
export const tally = (series: readonly Series[]): { items: number; filed: number } => ({
  items: series.reduce((sum, { items }) => sum + items, 0),
  filed: series.reduce((sum, { filed }) => sum + filed, 0),
})
