import { z } from 'zod'
import type { InputIssue } from './refusal.ts'

/**
 * What a schema may say about itself with `.meta(…)`, so that a person reads 「页数应为 0 到 100000 的整数」: the field's name, what a
 * good value looks like (`hint` completes 「应为…」), and the names of the choices.
 */
export interface FieldMeta {
  readonly title?: string
  readonly titleEn?: string
  readonly hint?: string
  readonly hintEn?: string
  readonly options?: Readonly<Record<string, string>>
  readonly optionsEn?: Readonly<Record<string, string>>
}

type Schema = z.core.$ZodTypes
type Issue = z.core.$ZodIssue
type Words = { readonly zh: string; readonly en: string }

/** Checks an input against a schema: the parsed value, or every issue in words a person understands. */
export function readInput<T>(
  schema: z.ZodType<T>,
  input: unknown,
): { value: T; issues: [] } | { issues: InputIssue[] } {
  const result = schema.safeParse(input, { reportInput: true })
  return result.success ? { value: result.data, issues: [] } : { issues: issuesOf(result.error, schema) }
}

/** Says what is wrong in Chinese and English, one issue per field; with the schema, fields are called by their titles. */
export function issuesOf(error: z.ZodError, schema?: z.ZodType): InputIssue[] {
  const found = new Map<string, InputIssue>()
  for (const issue of error.issues.flatMap(splitKeys)) {
    const field = issue.path.map(String).join('.')
    if (!found.has(field)) found.set(field, { field, ...sentence(issue, schema as Schema | undefined) })
  }
  return [...found.values()]
}

function splitKeys(issue: Issue): Issue[] {
  if (issue.code !== 'unrecognized_keys') return [issue]
  return issue.keys.map(key => ({ ...issue, keys: [key], path: [...issue.path, key] }))
}

function sentence(issue: Issue, root: Schema | undefined): Words {
  if (issue.code === 'unrecognized_keys')
    return words(`没有“${issue.keys[0]}”这个字段`, `There is no field “${issue.keys[0]}”`)
  const { schema, meta } = issue.path.reduce<Place>((place, key) => step(place, key), peel(root))
  const key = String(issue.path.at(-1) ?? '')
  const { zh, en } = complaint(issue, schema, meta)
  return words(spaced(meta.title ?? (key || '输入'), zh), `${meta.titleEn ?? meta.title ?? (key || 'The input')} ${en}`)
}

function complaint(issue: Issue, schema: Schema | undefined, meta: FieldMeta): Words {
  if (isMissing(issue)) return words('不能为空', 'must not be empty')
  if (issue.code === 'custom' && issue.params?.zh) return words(String(issue.params.zh), String(issue.params.en))
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return words(`不能超过 ${issue.maximum} 个字`, `must not exceed ${issue.maximum} characters`)
  }
  if (meta.hint) return words(spaced('应为', meta.hint), `must be ${meta.hintEn ?? meta.hint}`)
  switch (issue.code) {
    case 'invalid_value':
      return oneOf(issue.values.map(String), meta)
    case 'too_small':
    case 'too_big':
      return schema instanceof z.ZodNumber ? aNumber(schema) : amount(issue)
    case 'not_multiple_of':
      return decimals(Number(issue.divisor))
    case 'invalid_type':
      return schema instanceof z.ZodNumber ? aNumber(schema) : ofType(issue.expected)
    case 'invalid_format':
      return formats[issue.format] ?? words('的格式不对', 'has the wrong form')
    default:
      return words('不合要求', 'is not acceptable')
  }
}

/** A required text left blank counts as missing, and so does a value that was not sent at all. */
function isMissing(issue: Issue): boolean {
  if (issue.code === 'too_small') return (issue.origin === 'string' || issue.origin === 'array') && issue.minimum === 1
  if ('input' in issue) return issue.input === undefined || (issue.input === null && issue.code === 'invalid_type')
  return issue.code === 'invalid_type' && /received (undefined|null)$/.test(issue.message)
}

function oneOf(values: readonly string[], meta: FieldMeta): Words {
  const names = (titles: FieldMeta['options']) => values.map(value => titles?.[value] ?? value)
  return words(
    `应为以下之一：${names(meta.options).join('、')}`,
    `must be one of: ${names(meta.optionsEn ?? meta.options).join(', ')}`,
  )
}

function aNumber({ minValue, maxValue, format }: z.ZodNumber): Words {
  const noun = format?.includes('int') ? words('整数', 'a whole number') : words('数字', 'a number')
  const bounded = (value: number | null) => value !== null && Math.abs(value) < Number.MAX_SAFE_INTEGER
  const [hasMin, hasMax] = [bounded(minValue), bounded(maxValue)]
  if (hasMin && hasMax)
    return words(`应为 ${minValue} 到 ${maxValue} 的${noun.zh}`, `must be ${noun.en} from ${minValue} to ${maxValue}`)
  if (hasMin) return words(`应为不小于 ${minValue} 的${noun.zh}`, `must be ${noun.en} of at least ${minValue}`)
  if (hasMax) return words(`应为不大于 ${maxValue} 的${noun.zh}`, `must be ${noun.en} of at most ${maxValue}`)
  return words(`应为${noun.zh}`, `must be ${noun.en}`)
}

function amount(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Words {
  const [unit, units] =
    issue.origin === 'string' ? [' 个字', ' characters'] : issue.origin === 'array' ? [' 项', ' entries'] : ['', '']
  return issue.code === 'too_small'
    ? words(`不能少于 ${issue.minimum}${unit}`, `must be at least ${issue.minimum}${units}`)
    : words(`不能多于 ${issue.maximum}${unit}`, `must be at most ${issue.maximum}${units}`)
}

function decimals(divisor: number): Words {
  if (divisor >= 1) return words(`应为 ${divisor} 的倍数`, `must be a multiple of ${divisor}`)
  const places = Math.round(-Math.log10(divisor))
  return words(`最多 ${places} 位小数`, `must have at most ${places} decimal places`)
}

const types: Readonly<Record<string, Words>> = {
  string: words('应为文字', 'must be text'),
  number: words('应为数字', 'must be a number'),
  int: words('应为整数', 'must be a whole number'),
  boolean: words('应为是或否', 'must be yes or no'),
  array: words('应为列表', 'must be a list'),
  object: words('应为一组字段', 'must be a set of fields'),
  record: words('应为一组字段', 'must be a set of fields'),
}
const ofType = (expected: string): Words => types[expected] ?? words('的类型不对', 'has the wrong type')

const formats: Readonly<Record<string, Words>> = {
  date: words('应为年月日，如 2026-03-01', 'must be a date such as 2026-03-01'),
  datetime: words('应为日期和时间', 'must be a date and time'),
  email: words('应为电子邮箱地址', 'must be an e-mail address'),
  url: words('应为网址', 'must be a web address'),
}

interface Place {
  readonly schema: Schema | undefined
  readonly meta: FieldMeta
}

const nowhere: Place = { schema: undefined, meta: {} }

/** Unwraps optional, default, nullable and the like; the outermost meta wins. */
function peel(wrapped: z.core.$ZodType | undefined): Place {
  let meta: FieldMeta = {}
  for (let schema = wrapped as Schema | undefined; schema; ) {
    meta = { ...(z.globalRegistry.get(schema) as FieldMeta | undefined), ...meta }
    const inside = insideOf(schema)
    if (!inside) return { schema, meta }
    schema = inside as Schema
  }
  return nowhere
}

function insideOf(schema: Schema): z.core.$ZodType | undefined {
  const def = schema._zod.def
  if (def.type === 'pipe') return def.in._zod.def.type === 'transform' ? def.out : def.in
  return 'innerType' in def ? def.innerType : undefined
}

function step({ schema }: Place, key: PropertyKey): Place {
  const def = schema?._zod.def
  if (def?.type === 'object') return peel(Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined)
  if (def?.type === 'array') return peel(def.element)
  if (def?.type === 'record') return peel(def.valueType)
  if (def?.type === 'union')
    return def.options.map(option => step(peel(option), key)).find(place => place.schema) ?? nowhere
  return nowhere
}

function words(zh: string, en: string): Words {
  return { zh, en }
}

/** Sets a space where Chinese meets a letter or a digit. */
function spaced(before: string, after: string): string {
  return `${before}${/\w$/.test(before) || /^\w/.test(after) ? ' ' : ''}${after}`
}
