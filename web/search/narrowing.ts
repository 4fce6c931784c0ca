import { useNavigate } from '@tanstack/react-router'
import type { Input } from '../../client/client.ts'
import { type Secrecy, secrecyLevels } from '../../domain/access/secrecy.ts'
import { type ItemState, itemStates } from '../../domain/holdings/item-life.ts'
import type { Wording } from '../language.ts'
import type { Classification } from './classification.ts'
import { titleOfRetention } from './series-tree.ts'

/** What a search is narrowed to, as the address has it: one value of each. */
export interface Narrowing {
  readonly fonds?: string
  readonly kind?: string
  readonly year?: string
  readonly retention?: string
  readonly unit?: string
  readonly secrecy?: string
  readonly state?: string
  readonly files?: string
}

/** A facet 分面 by its name in the address. */
export type FacetName = keyof Narrowing

export const facetTitles: Readonly<Record<FacetName, Wording>> = {
  fonds: { zh: '全宗', en: 'Fonds' },
  kind: { zh: '门类', en: 'Kind' },
  year: { zh: '年度', en: 'Year' },
  retention: { zh: '保管期限', en: 'Retention' },
  unit: { zh: '机构', en: 'Unit' },
  secrecy: { zh: '密级', en: 'Secrecy' },
  state: { zh: '状态', en: 'State' },
  files: { zh: '电子文件', en: 'Files' },
}
export const facetNames = Object.keys(facetTitles) as FacetName[]

export const orderTitles = {
  newest: { zh: '最近登记在前', en: 'Newest first' },
  oldest: { zh: '最早登记在前', en: 'Oldest first' },
  code: { zh: '按档号', en: 'By code' },
  date: { zh: '按日期', en: 'By date' },
} as const

export type Order = keyof typeof orderTitles
export const orders = Object.keys(orderTitles) as Order[]

/** Everything the address of the search page may say. */
export interface SearchAddress extends Narrowing {
  readonly q?: string
  readonly order?: string
}

/** The question that an address stands for; what cannot be meant is left out. */
export function askedOf({ q = '', ...narrowing }: SearchAddress): Input<'item.facets'> {
  const { fonds, kind, year, retention, unit, secrecy, state, files } = narrowing
  return {
    ...(q.trim() && { text: q.trim() }),
    ...(fonds && { fondsId: fonds }),
    ...(kind && { kind }),
    ...(year && /^\d{4}$/.test(year) && { year: Number(year) }),
    ...(retention && { retention }),
    ...(unit && { unitId: unit }),
    ...(secrecy && Object.hasOwn(secrecyLevels, secrecy) && { secrecy: secrecy as Secrecy }),
    ...(state && Object.hasOwn(itemStates, state) && { state: state as ItemState }),
    ...(files && { files: files === 'true' }),
  }
}

export const orderOf = (order: string | undefined): Order => orders.find(one => one === order) ?? 'newest'

/** How a value of a facet is called. */
export function valueTitle(facet: FacetName, value: string, { fonds, seriesOf, kindTitle }: Classification): Wording {
  const plain = { zh: value, en: value }
  const titled = (table: Readonly<Record<string, { title: string; titleEn: string }>>): Wording => {
    const one = Object.hasOwn(table, value) ? table[value] : undefined
    return one ? { zh: one.title, en: one.titleEn } : plain
  }
  switch (facet) {
    case 'fonds': {
      const one = fonds.find(({ id }) => id === value)
      return one ? { zh: `${one.code} ${one.name}`, en: `${one.code} ${one.name}` } : plain
    }
    case 'kind':
      return kindTitle(value)
    case 'year':
      return { zh: `${value}年`, en: value }
    case 'retention':
      return titleOfRetention(value)
    case 'unit': {
      const name = [...seriesOf.values()].flat().find(({ unitId }) => unitId === value)?.unitName ?? value
      return { zh: name, en: name }
    }
    case 'secrecy':
      return titled(secrecyLevels)
    case 'state':
      return titled(itemStates)
    case 'files':
      return value === 'true' ? { zh: '有电子文件', en: 'With files' } : { zh: '没有电子文件', en: 'Without files' }
  }
}

/** Drops or sets a facet in the address; going back undoes it. */
export function useNarrowing(): (facet: FacetName, value: string | undefined) => void {
  const navigate = useNavigate({ from: '/search' })
  return (facet, value) =>
    void navigate({ search: ({ [facet]: _before, ...others }) => (value ? { ...others, [facet]: value } : others) })
}
