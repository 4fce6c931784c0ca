import type { Wording } from '../language.ts'

/** The part of JSON Schema that the description of the API uses, with the titles that fields say about themselves. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly titleEn?: string
  readonly hint?: string
  readonly hintEn?: string
  readonly options?: Readonly<Record<string, string>>
  readonly optionsEn?: Readonly<Record<string, string>>
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
}

/** A field as one line of a table: `organisation.name`, `people[].id`. */
export interface Field {
  readonly path: string
  readonly depth: number
  readonly title: Wording
  readonly required: boolean
  readonly type: Wording
  readonly limits: readonly Wording[]
}

/** The fields of an object from top to bottom, what lies inside after what holds it. */
export function fieldsOf(schema: Schema, within = '', depth = 0): Field[] {
  const { shape } = unwrap(schema)
  return Object.entries(shape.properties ?? {}).flatMap(([name, field]) => {
    const { shape: inner } = unwrap(field)
    const path = `${within}${name}`
    const inside = inner.items ? fieldsOf(inner.items, `${path}[].`, depth + 1) : fieldsOf(inner, `${path}.`, depth + 1)
    return [
      {
        path,
        depth,
        title: { zh: field.title ?? '', en: field.titleEn ?? field.title ?? '' },
        required: shape.required?.includes(name) ?? false,
        type: typeOf(field),
        limits: limitsOf(field),
      },
      ...inside,
    ]
  })
}

interface Unwrapped {
  /** The schema without the choice of leaving it empty. */
  readonly shape: Schema
  readonly nullable: boolean
}

/** Looks through “this or null” and “this or empty”; what the field says about itself stays with it. */
export function unwrap(schema: Schema): Unwrapped {
  const types = [schema.type ?? []].flat()
  if (schema.anyOf) {
    const meant = schema.anyOf.filter(option => option.type !== 'null' && option.const !== '')
    const { anyOf: _options, ...own } = schema
    const nullable = schema.anyOf.some(option => option.type === 'null')
    return meant.length === 1 && meant[0] ? { shape: { ...meant[0], ...own }, nullable } : { shape: own, nullable }
  }
  const meant = types.filter(type => type !== 'null')
  return types.length > meant.length && meant[0]
    ? { shape: { ...schema, type: meant[0] }, nullable: true }
    : { shape: schema, nullable: false }
}

const types: Readonly<Record<string, Wording>> = {
  string: { zh: '文字', en: 'text' },
  integer: { zh: '整数', en: 'integer' },
  number: { zh: '数字', en: 'number' },
  boolean: { zh: '是或否', en: 'boolean' },
  object: { zh: '一组字段', en: 'object' },
  array: { zh: '列表', en: 'list' },
}
const formats: Readonly<Record<string, Wording>> = {
  date: { zh: '日期', en: 'date' },
  'date-time': { zh: '时刻', en: 'instant' },
}

/** The prefix of the ids a pattern allows, such as `item`. */
export const idPrefix = (pattern: string | undefined): string | undefined =>
  /^\^([a-z]+)_\[0-9/.exec(pattern ?? '')?.[1]

function typeOf(schema: Schema): Wording {
  const { shape, nullable } = unwrap(schema)
  const base = baseTypeOf(shape)
  return nullable ? { zh: `${base.zh}，可为 null`, en: `${base.en} or null` } : base
}

function baseTypeOf(shape: Schema): Wording {
  const prefix = idPrefix(shape.pattern)
  if (prefix) return { zh: `编号 ${prefix}_…`, en: `id ${prefix}_…` }
  if (shape.enum) return { zh: '选一个', en: 'one of' }
  if (shape.items) {
    const { zh, en } = typeOf(shape.items)
    return { zh: `列表：${zh}`, en: `list of ${en}` }
  }
  return formats[shape.format ?? ''] ?? types[[shape.type ?? ''].flat()[0] ?? ''] ?? { zh: '任意值', en: 'any value' }
}

const isBound = (value: number | undefined): value is number =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER

/** `1 到 60` in words, open at either end. */
function between(least: number | undefined, most: number | undefined, unit: Wording): Wording[] {
  const [from, to] = [isBound(least) ? least : undefined, isBound(most) ? most : undefined]
  if (from !== undefined && to !== undefined)
    return [{ zh: `${from} 到 ${to}${unit.zh}`, en: `${from} to ${to}${unit.en}` }]
  if (from !== undefined) return [{ zh: `至少 ${from}${unit.zh}`, en: `at least ${from}${unit.en}` }]
  return to === undefined ? [] : [{ zh: `最多 ${to}${unit.zh}`, en: `at most ${to}${unit.en}` }]
}

const none = { zh: '', en: '' }
const characters = { zh: ' 个字', en: ' characters' }
const entries = { zh: ' 项', en: ' entries' }

/** What a value must keep to: how long, how large, which choices, and what it is when left out. */
function limitsOf(schema: Schema): Wording[] {
  const { shape } = unwrap(schema)
  const choices = shape.enum ?? shape.items?.enum
  const readable = idPrefix(shape.pattern) !== undefined || shape.format !== undefined
  return [
    ...(choices ? [choicesIn(choices, shape)] : []),
    ...(readable ? [] : between(shape.minLength, shape.maxLength, characters)),
    ...between(shape.minimum, shape.maximum, none),
    ...between(shape.minItems, shape.maxItems, entries),
    ...(shape.hint ? [{ zh: shape.hint, en: shape.hintEn ?? shape.hint }] : []),
    ...(shape.pattern && !readable && !shape.hint ? [{ zh: shape.pattern, en: shape.pattern }] : []),
    ...(schema.default === undefined ? [] : [defaultIn(schema.default)]),
  ]
}

function choicesIn(choices: readonly unknown[], { options, optionsEn }: Schema): Wording {
  const named = (names: Schema['options']) =>
    choices.map(choice => {
      const name = names?.[String(choice)]
      return name ? `${String(choice)} ${name}` : String(choice)
    })
  return { zh: named(options).join('、'), en: named(optionsEn ?? options).join(', ') }
}

function defaultIn(value: unknown): Wording {
  const text = JSON.stringify(value)
  return { zh: `不填为 ${text}`, en: `${text} if left out` }
}
