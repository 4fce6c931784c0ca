import type { ApiOperation } from './description.ts'
import { idPrefix, type Schema, unwrap } from './schema.ts'

const telling: Readonly<Record<string, string>> = {
  login: 'zhangmin',
  name: '张敏',
  code: 'BGS',
  fondsCode: 'A001',
  fondsName: '青原奶牛场',
  retention: 'D30',
  reason: '按原件更正',
  title: '关于秋季防疫工作的通知',
  text: '防疫',
  kind: 'document',
  sha256: 'a'.repeat(64),
}

/** A value that a field would take, for people to see its form; ids end in zeros, since nobody has those. */
function valueFor(schema: Schema, name: string): unknown {
  const { shape } = unwrap(schema)
  const prefix = idPrefix(shape.pattern)
  if (prefix) return `${prefix}_${'0'.repeat(26)}`
  if (shape.enum) return shape.enum[0]
  if (shape.items) return [valueFor(shape.items, name)]
  if (shape.properties) return exampleOf(shape)
  if (shape.type === 'integer' || shape.type === 'number')
    return shape.maximum && shape.maximum < 3000 && shape.minimum && shape.minimum > 1000 ? 2026 : (shape.minimum ?? 1)
  if (shape.type === 'boolean') return true
  if (shape.format === 'date') return '2026-11-24'
  if (shape.type === 'string') return telling[name] ?? '…'
  return {}
}

/** The smallest input an operation takes: its required fields alone. */
export function exampleOf(schema: Schema): Record<string, unknown> {
  const required = new Set(schema.required)
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => required.has(name))
      .map(([name, field]) => [name, valueFor(field, name)]),
  )
}

/** Text between single quotes of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A call of an operation from a shell, with the token in `LANTAI_TOKEN`. */
export function curlFor(operation: ApiOperation, origin: string): string {
  const { name, type, permission, input } = operation
  const example = exampleOf(input)
  const bearer = permission === 'anyone' ? [] : [`-H "Authorization: Bearer $LANTAI_TOKEN"`]
  const lines =
    type === 'command'
      ? [
          `curl ${origin}/api/${name}`,
          ...bearer,
          `-H 'Content-Type: application/json'`,
          `-H "Idempotency-Key: $(uuidgen)"`,
          `-d ${quoted(JSON.stringify(example, null, 2))}`,
        ]
      : [
          `curl -G${type === 'file' ? ' -OJ' : ''} ${origin}/api/${name}`,
          ...bearer,
          ...Object.entries(example).flatMap(([field, value]) =>
            [value].flat().map(one => `--data-urlencode ${quoted(`${field}=${textOf(one)}`)}`),
          ),
        ]
  return lines.join(' \\\n  ')
}

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))
