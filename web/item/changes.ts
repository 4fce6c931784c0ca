import { secrecyLevels, secrecyOf } from '../../domain/access/secrecy.ts'
import {
  describeField,
  type FieldDefinition,
  type FieldValue,
  formatField,
  type KindDefinition,
  type Language,
} from '../../domain/kinds/index.ts'
import { type Entry, entryAt, type ItemForm } from './form/item-form.ts'
import { columnPart, kindSections, type Part } from './form/item-parts.ts'

/** One thing that became another. */
export interface Change {
  readonly title: string
  readonly from: string
  readonly to: string
}

/** What names are needed to read a stored change. */
export interface Names {
  readonly kind: KindDefinition
  readonly unitName: (id: string) => string
  readonly kindTitle: (code: string) => string
  readonly language: Language
}

type Facts = Readonly<Record<string, unknown>>

const columns = {
  title: 'title',
  document_no: 'documentNo',
  creator: 'creator',
  dated_on: 'date',
  pages: 'pages',
  copies: 'copies',
  secrecy: 'secrecy',
  openness: 'openness',
  retention: 'retention',
  note: 'note',
} as const

const places: Readonly<Record<string, { zh: string; en: string }>> = {
  kind: { zh: '门类', en: 'Kind' },
  year: { zh: '年度', en: 'Year' },
  unit_id: { zh: '机构', en: 'Unit' },
  self_made_title: { zh: '自拟题名', en: 'Self-made title' },
}

/** Reads the columns that an entry of the history says were changed, each by its name and in words. */
export function changesBetween(before: Facts, after: Facts, names: Names): Change[] {
  const inOrder = Object.keys(after).sort((a, b) => rank(a) - rank(b))
  return inOrder.flatMap((column): Change[] => {
    if (column === 'fields') return fieldChanges(asFacts(before['fields']), asFacts(after['fields']), names)
    return [
      {
        title: titleOf(column, names),
        from: readValue(column, before[column], names),
        to: readValue(column, after[column], names),
      },
    ]
  })
}

/** The trail keeps facts in no order; they are read in the order of a description. */
const rank = (column: string): number => {
  const known = [...Object.keys(columns), ...Object.keys(places), 'fields']
  return known.indexOf(column) + (known.includes(column) ? 0 : known.length)
}

const asFacts = (value: unknown): Facts => (typeof value === 'object' && value !== null ? (value as Facts) : {})

const isColumn = (name: string): name is keyof typeof columns => Object.hasOwn(columns, name)

function titleOf(column: string, { kind, language }: Names): string {
  if (isColumn(column)) return describeField(columnPart(kind, columns[column]).field, language).title
  return places[column]?.[language] ?? column
}

function readValue(column: string, value: unknown, names: Names): string {
  const { kind, language } = names
  if (value === null || value === undefined || value === '') return ''
  if (column === 'unit_id') return names.unitName(String(value))
  if (column === 'kind') return names.kindTitle(String(value))
  if (column === 'secrecy' && typeof value === 'number') {
    const level = secrecyLevels[secrecyOf(value)]
    return language === 'en' ? level.titleEn : level.title
  }
  if (typeof value === 'boolean') return formatField({ type: 'boolean', title: '' }, value, language)
  if (!isColumn(column)) return String(value)
  return format(columnPart(kind, columns[column], String(value)).field, value as FieldValue, language)
}

function fieldChanges(before: Facts, after: Facts, { kind, language }: Names): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map(name => {
      const field = kind.fields[name] ?? { type: 'text', title: name }
      const { title } = describeField(field, language)
      const text = (value: unknown) => format(field, value as FieldValue | undefined, language)
      return { title, from: text(before[name]), to: text(after[name]) }
    })
}

const format = (field: FieldDefinition, value: FieldValue | undefined, language: Language) =>
  formatField(field, value, language)

/** Every part of a description but its place, with the item's own columns first. */
export const writtenParts = (kind: KindDefinition): Part[] => [
  ...Object.values(columns)
    .filter(column => column !== 'retention')
    .map(column => columnPart(kind, column)),
  ...kindSections(kind).flatMap(({ parts }) => parts),
]

/** What stands in a form, as a person reads it. */
export function readEntry({ field }: Part, entry: Entry, language: Language): string {
  if (field.type === 'boolean') return entry === '' ? '' : formatField(field, entry === 'yes', language)
  if (typeof entry !== 'string') return format(field, [...entry], language)
  return field.type === 'choice' ? format(field, entry || undefined, language) : entry
}

/** What a form would change of an item, for looking over before it is sent. */
export function formChanges(base: ItemForm, form: ItemForm, parts: readonly Part[], language: Language): Change[] {
  const changed = parts
    .filter(({ path }) => String(entryAt(base, path)) !== String(entryAt(form, path)))
    .map(part => ({
      title: describeField(part.field, language).title,
      from: readEntry(part, entryAt(base, part.path), language),
      to: readEntry(part, entryAt(form, part.path), language),
    }))
  if (base.selfMadeTitle === form.selfMadeTitle) return changed
  const yesNo = (value: boolean) => formatField({ type: 'boolean', title: '' }, value, language)
  return [
    ...changed,
    {
      title: places['self_made_title']?.[language] ?? '',
      from: yesNo(base.selfMadeTitle),
      to: yesNo(form.selfMadeTitle),
    },
  ]
}
