import { titleOf } from './titles.ts'

/** One question put to the product, again and again with other values. */
export interface Case {
  readonly name: string
  readonly operation: string
  /** The query of call number `at`, over this many items. */
  query(at: number, items: number): Record<string, string>
}

const idOf = (at: number): string => `item_${String(at).padStart(26, '0')}`
const spread = (at: number, items: number): number => (at * 104_729) % items

/** What people do all day: look one up, page through a list, search by words, in a field and in a year, and see how it divides. */
export const cases: readonly Case[] = [
  {
    name: '查看一件 point',
    operation: 'item.show',
    query: (at, items) => ({ itemId: idOf(visible(spread(at, items))) }),
  },
  { name: '列表 list', operation: 'item.list', query: () => ({ limit: '50' }) },
  {
    name: '深页 deep page',
    operation: 'item.list',
    query: (at, items) => ({ limit: '50', after: idOf(Math.floor(items / 2) + (at % 100)) }),
  },
  {
    name: '检索 1 字',
    operation: 'item.search',
    query: at => ({ text: pick(['牛', '苜', '检', '档'], at), limit: '20' }),
  },
  {
    name: '检索 2 字',
    operation: 'item.search',
    query: at => ({ text: pick(['苜蓿', '检疫', '产房', '冻精', '租赁'], at), limit: '20' }),
  },
  {
    name: '检索 4 字',
    operation: 'item.search',
    query: at => ({ text: pick(['挤奶设备', '原料奶采', '消防安全', '会议纪要'], at), limit: '20' }),
  },
  {
    name: '检索两词 two terms',
    operation: 'item.search',
    query: at => ({ text: pick(['苜蓿 招标', '兽药 盘点', '产房 改造'], at), limit: '20' }),
  },
  {
    name: '检索一件 rare',
    operation: 'item.search',
    query: (at, items) => ({ text: titleOf(visible(spread(at, items))).slice(-6), limit: '20' }),
  },
  {
    name: '一栏 in a field',
    operation: 'item.search',
    query: at => ({ text: `责任者:产房 ${pick(['改造', '盘点', '节约'], at)}`, limit: '20' }),
  },
  {
    name: '一年之内 in a year',
    operation: 'item.search',
    query: at => ({ text: pick(['苜蓿', '检疫', '产房'], at), year: String(1990 + (at % 37)), limit: '20' }),
  },
  { name: '分面 all', operation: 'item.facets', query: () => ({}) },
  {
    name: '分面 common',
    operation: 'item.facets',
    query: at => ({ text: pick(['苜蓿', '检疫', '挤奶设备'], at) }),
  },
  {
    name: '分面 two terms',
    operation: 'item.facets',
    query: at => ({ text: pick(['苜蓿 招标', '兽药 盘点', '产房 改造'], at) }),
  },
]

/** Every tenth item is the most secret; an ordinary clerk looks at one that is not. */
const visible = (at: number): number => (at % 10 < 7 ? at : at - (at % 10))
const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
