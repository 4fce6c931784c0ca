import { z } from 'zod'

interface JsonSchema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

const schemas = new WeakMap<z.ZodType, JsonSchema>()

function schemaOf(type: z.ZodType): JsonSchema {
  const known = schemas.get(type)
  if (known) return known
  const made = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  schemas.set(type, made)
  return made
}

/**
 * Reads text values (a query string, command-line flags) as the input type expects them: `3` becomes a number where a number is wanted,
 * a repeated name becomes a list. What does not fit stays text, so that the type's own error speaks of it.
 */
export function fromText(
  type: z.ZodType,
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, unknown> {
  const { properties = {} } = schemaOf(type)
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) read[name] = convert(properties[name] ?? {}, value)
  }
  return read
}

function convert(schema: JsonSchema, value: string | readonly string[]): unknown {
  if (schema.type === 'array') return [value].flat().map(each => convert(schema.items ?? {}, each))
  if (typeof value !== 'string') return value
  if (schema.anyOf)
    return value === '' ? null : convert(schema.anyOf.find(option => option.type !== 'null') ?? {}, value)
  if (schema.type === 'number' || schema.type === 'integer')
    return value.trim() === '' || Number.isNaN(Number(value)) ? value : Number(value)
  if (schema.type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  if (schema.type === 'object') return parseOr(value)
  return value
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
