import type { KindDefinition } from '../kinds/index.ts'

/** Fields every item has that words can be looked for in. */
export const wordFields = {
  title: { title: '题名', titleEn: 'title' },
  documentNo: { title: '文号', titleEn: 'number' },
  creator: { title: '责任者', titleEn: 'creator' },
  note: { title: '备注', titleEn: 'note' },
} as const

/** Conditions that are not words: where the code begins, when, and where it lies. */
export const pointFields = {
  code: { title: '档号', titleEn: 'code' },
  year: { title: '年度', titleEn: 'year' },
  date: { title: '日期', titleEn: 'date' },
  box: { title: '盒号', titleEn: 'box' },
  volume: { title: '案卷', titleEn: 'volume' },
} as const

type PointField = keyof typeof pointFields

/** A stretch of days or years, both ends included; an open end is absent. */
export interface Stretch<T> {
  readonly from?: T
  readonly to?: T
}

/** What a search box asks: words anywhere, words in one field, and conditions. */
export interface SearchRequest {
  /** Words that may stand anywhere, as they were typed. */
  readonly words: string
  /** Words that must stand in one field; a field of a kind is named `fields.` and its name. */
  readonly inFields: readonly { readonly field: string; readonly text: string }[]
  /** Beginning of the archival code 档号. */
  readonly code?: string
  readonly years?: Stretch<number>
  /** Days as `YYYY-MM-DD`. */
  readonly dates?: Stretch<string>
  readonly box?: number
  /** Beginning of the code of a volume 案卷. */
  readonly volume?: string
}

const token = /(?:([^\s:：""“”「」]+)[:：])?(?:"([^"]*)"?|“([^”]*)”?|「([^」]*)」?|(\S+))/g

/** Field that a kind's own form calls by this title or name, as `fields.counterparty`. */
function kindField(name: string, kinds: readonly Pick<KindDefinition, 'fields'>[]): string | undefined {
  const called = name.toLowerCase()
  for (const { fields } of kinds)
    for (const [code, { title, titleEn }] of Object.entries(fields))
      if ([title, titleEn, code].some(one => one?.toLowerCase() === called)) return `fields.${code}`
  return undefined
}

const named = <T extends string>(name: string, fields: Record<T, { title: string; titleEn: string }>): T | undefined =>
  (Object.keys(fields) as T[]).find(key =>
    [key, fields[key].title, fields[key].titleEn].some(one => one.toLowerCase() === name.toLowerCase()),
  )

/**
 * Reads what somebody typed: `题名:防疫 日期:2024-03..2024-06 春季`. What is before a colon is a condition only where it names a field;
 * else the whole is words, since titles have colons too.
 */
export function readSearch(box: string, kinds: readonly Pick<KindDefinition, 'fields'>[]): SearchRequest {
  const words: string[] = []
  const inFields: { field: string; text: string }[] = []
  let points: Partial<SearchRequest> = {}
  for (const [whole, name = '', ...texts] of box.matchAll(token)) {
    const text = texts.find(one => one !== undefined) ?? ''
    const field = name && (named(name, wordFields) ?? kindField(name, kinds))
    const point = name ? readPoint(named(name, pointFields), text) : undefined
    if (point) points = { ...points, ...point }
    else if (field && text) inFields.push({ field, text })
    else words.push(whole)
  }
  return { words: words.join(' '), inFields, ...points }
}

function readPoint(field: PointField | undefined, text: string): Partial<SearchRequest> | undefined {
  if (!field || !text) return undefined
  if (field === 'code' || field === 'volume') return { [field]: codeAsWritten(text) }
  if (field === 'box') return /^[1-9]\d{0,6}$/.test(text) ? { box: Number(text) } : undefined
  const ends = text.split(/\.\.|~|～|至/)
  if (ends.length > 2) return undefined
  const [first = '', last = first] = ends
  if (field === 'year') {
    if (![first, last].every(end => /^(\d{4})?$/.test(end))) return undefined
    return { years: { ...(first && { from: Number(first) }), ...(last && { to: Number(last) }) } }
  }
  const [from, to] = [dayOf(first, 'first'), dayOf(last, 'last')]
  if (from === undefined || to === undefined) return undefined
  return { dates: { ...(from && { from }), ...(to && { to }) } }
}

/** A code as it is given: capitals, the one middle dot, and no asterisk at the end, which says only that more may follow. */
const codeAsWritten = (text: string): string => text.toUpperCase().replace(/[・•]/g, '·').replace(/\*$/, '')

/** First or last day of `2024`, `2024-05` or `2024-05-01`; empty for an open end, undefined for what is no date. */
function dayOf(text: string, end: 'first' | 'last'): string | undefined {
  if (text === '') return ''
  const [, year = '', month, day] = /^(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?$/.exec(text) ?? []
  if (!year) return undefined
  const date = new Date(0)
  const wanted = [Number(month ?? (end === 'first' ? 1 : 12)), Number(day ?? 1)] as const
  date.setUTCFullYear(Number(year), wanted[0] - 1, wanted[1])
  if (date.getUTCMonth() !== wanted[0] - 1 || date.getUTCDate() !== wanted[1]) return undefined
  if (day === undefined && end === 'last') date.setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)
  return date.toISOString().slice(0, 10)
}

/** Words in quotes where they would not be read back as one. */
const whole = (text: string): string => (/[\s:：""“”「」]/.test(text) ? `"${text.replaceAll('"', '')}"` : text)

const span = <T extends string | number>({ from, to }: Stretch<T>): string =>
  from === to ? String(from) : `${from ?? ''}..${to ?? ''}`

/** How a field is called before a colon; a field of a kind by its name where its title would not be read back. */
export function searchTitle(
  field: string,
  language: 'zh' | 'en' = 'zh',
  kinds: readonly Pick<KindDefinition, 'fields'>[] = [],
): string {
  const fixed: Readonly<Record<string, { title: string; titleEn: string }>> = { ...wordFields, ...pointFields }
  const known = Object.hasOwn(fixed, field) ? fixed[field] : undefined
  if (known) return language === 'en' ? known.titleEn : known.title
  const name = field.replace('fields.', '')
  const own = kinds.flatMap(({ fields }) => (Object.hasOwn(fields, name) ? [fields[name]] : []))[0]
  const title = (language === 'en' && own?.titleEn) || own?.title || name
  return /[\s:：""“”「」]/.test(title) ? name : title
}

/** Writes a request the way it is typed, so that a form and the box are two ways to say one thing. */
export function writeSearch(
  { words, inFields, code, years, dates, box, volume }: SearchRequest,
  titleOf: (field: string) => string = searchTitle,
): string {
  const point = (field: PointField, value: string) => (value ? [`${titleOf(field)}:${whole(value)}`] : [])
  return [
    ...(words ? [words] : []),
    ...inFields.filter(({ text }) => text !== '').map(({ field, text }) => `${titleOf(field)}:${whole(text)}`),
    ...point('code', code ?? ''),
    ...point('volume', volume ?? ''),
    ...point('box', box === undefined ? '' : String(box)),
    ...point('year', years ? span(years) : ''),
    ...point('date', dates ? span(dates) : ''),
  ].join(' ')
}
