import { UsageError } from './exit-codes.ts'
import type { Schema } from './remote-operations.ts'

/** Flags that belong to the command line itself, by how many values each takes. */
const own = {
  json: 0,
  help: 0,
  'dry-run': 0,
  language: 1,
  server: 1,
  input: 1,
  output: 1,
  columns: 1,
  'idempotency-key': 1,
} as const

type OwnFlag = keyof typeof own

/** A command line, read: what goes to the server, and what is said to the command line itself. */
export interface ReadFlags {
  readonly input: Readonly<Record<string, unknown>>
  readonly own: Readonly<Partial<Record<OwnFlag, string>>>
}

/**
 * Reads flags by an operation's input: `--upload-ids a --upload-ids b`, `--organisation.name 牧场`, `--no-sample`. A field of the
 * operation goes before a flag of our own with the same name; what does not fit its field stays text, so that the server's own sentence
 * speaks of it.
 */
export function readFlags(args: readonly string[], schema: Schema): ReadFlags {
  const input: Record<string, unknown> = {}
  const mine: Partial<Record<OwnFlag, string>> = {}
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, flag, given] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? []
    if (flag === undefined)
      throw new UsageError(`不认识“${arg}”：参数都写成 --名称 值。`, `“${arg}” is not understood: write --name value.`)
    const path = fieldPath(flag, schema)
    const field = path && fieldAt(path, schema)
    const negated = flag.startsWith('no-') ? fieldPath(flag.slice(3), schema) : undefined
    if (path && field) put(input, path, valueFor(field, { flag, given, rest }))
    else if (negated && isBoolean(fieldAt(negated, schema))) put(input, negated, false)
    else if (Object.hasOwn(own, flag))
      mine[flag as OwnFlag] = own[flag as OwnFlag] === 0 ? 'true' : (given ?? next(rest, flag))
    else
      throw new UsageError(
        `没有“--${flag}”这个参数；加 --help 查看全部。`,
        `There is no flag --${flag}; --help lists them.`,
      )
  }
  return { input, own: mine }
}

interface Given {
  readonly flag: string
  readonly given: string | undefined
  /** What stands after the flag; a value is taken from it. */
  readonly rest: string[]
}

function valueFor(field: Schema, { flag, given, rest }: Given): unknown {
  if (!isBoolean(field)) return convert(field, given ?? next(rest, flag))
  if (given !== undefined) return convert(field, given)
  return rest[0] === 'true' || rest[0] === 'false' ? rest.shift() === 'true' : true
}

function next(rest: string[], flag: string): string {
  const value = rest.shift()
  if (value === undefined) throw new UsageError(`--${flag} 后面缺少值。`, `--${flag} needs a value.`)
  return value
}

/** Where a flag's value goes: `upload-ids` and `uploadIds` are one field, dots lead into nested ones. */
function fieldPath(flag: string, schema: Schema): string[] | undefined {
  const asTyped = flag.split('.')
  const inCamelCase = asTyped.map(part => part.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))
  return [inCamelCase, asTyped].find(path => fieldAt(path, schema) !== undefined)
}

function fieldAt(path: readonly string[], schema: Schema): Schema | undefined {
  return path.reduce<Schema | undefined>((place, key) => {
    const { properties = {}, additionalProperties } = insideOf(place ?? {})
    if (Object.hasOwn(properties, key)) return properties[key]
    return typeof additionalProperties === 'object' ? additionalProperties : undefined
  }, schema)
}

/** A field that may be left empty, as what it is otherwise. */
export function insideOf(field: Schema): Schema {
  return field.anyOf?.find(option => option.type !== 'null') ?? field
}

const isBoolean = (field: Schema | undefined) => field !== undefined && insideOf(field).type === 'boolean'

function convert(field: Schema, value: string): unknown {
  if (field.anyOf) return value === '' ? null : convert(insideOf(field), value)
  if (field.type === 'array') return value.startsWith('[') ? parsed(value) : [convert(field.items ?? {}, value)]
  if (field.type === 'number' || field.type === 'integer')
    return value.trim() === '' || Number.isNaN(Number(value)) ? value : Number(value)
  if (field.type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return field.type === 'object' ? parsed(value) : value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function put(input: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...below] = path
  const before = Object.hasOwn(input, key) ? input[key] : undefined
  if (below.length > 0) {
    const inner = (before ?? {}) as Record<string, unknown>
    put(inner, below, value)
    define(input, key, inner)
  } else define(input, key, Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value)
}

/** Sets an own property whatever its name is. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
}
