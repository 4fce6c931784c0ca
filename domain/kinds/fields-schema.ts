import { z } from 'zod'
import type { FieldMeta } from '../shared/issues.ts'
import type { FieldsOf, KindDefinition } from './define-kind.ts'
import type { FieldDefinition } from './field.ts'

const longest = { text: 500, longtext: 5_000, person: 100, unit: 200 } as const

/**
 * Schema that checks `item.fields` against a kind; an empty box on a form is the same as no answer. Read it with `readInput` to have
 * the issues in words.
 */
export function fieldsSchema<K extends KindDefinition>(kind: K): z.ZodType<FieldsOf<K>> {
  const shape = Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, fieldSchema(field)]))
  // The shape is only known when the kind is; FieldsOf and fieldSchema read the same definition.
  return z.preprocess(withoutEmpty, z.strictObject(shape)) as unknown as z.ZodType<FieldsOf<K>>
}

function fieldSchema(field: FieldDefinition): z.ZodType {
  const schema = valueSchema(field)
  return (field.required && !field.retired ? schema : schema.exactOptional()).meta({ ...metaOf(field) })
}

function valueSchema(field: FieldDefinition) {
  switch (field.type) {
    case 'text': {
      const line = z
        .string()
        .trim()
        .max(field.maxLength ?? longest.text)
        .regex(/^\P{Cc}*$/u)
      return field.pattern ? line.regex(new RegExp(`^(?:${field.pattern})$`, 'u')) : line
    }
    case 'longtext':
      return z
        .string()
        .trim()
        .max(field.maxLength ?? longest.longtext)
    case 'person':
    case 'unit':
      return z
        .string()
        .trim()
        .max(longest[field.type])
        .regex(/^\P{Cc}*$/u)
    case 'date':
      return z.iso.date()
    case 'money':
      return z.string().regex(/^-?(0|[1-9]\d{0,14})(\.\d{1,2})?$/)
    case 'boolean':
      return z.boolean()
    case 'choice':
      return z.enum(Object.keys(field.options))
    case 'choices':
      return z.array(z.enum(Object.keys(field.options)))
    case 'number':
      return numberSchema(field)
  }
}

function numberSchema({ min, max, decimals }: Extract<FieldDefinition, { type: 'number' }>) {
  const number = decimals === 0 ? z.int() : decimals ? z.number().multipleOf(10 ** -decimals) : z.number()
  return number.min(min ?? -Number.MAX_SAFE_INTEGER).max(max ?? Number.MAX_SAFE_INTEGER)
}

function metaOf(field: FieldDefinition): FieldMeta {
  return {
    title: field.title,
    titleEn: field.titleEn ?? field.title,
    ...(field.type === 'money' ? { hint: '最多两位小数的数字，如 12800.50', hintEn: 'a number such as 12800.50' } : {}),
    ...(field.hint ? { hint: field.hint, hintEn: field.hintEn ?? field.hint } : {}),
    ...('options' in field ? { options: field.options, optionsEn: { ...field.options, ...field.optionsEn } } : {}),
  }
}

function withoutEmpty(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  return Object.fromEntries(Object.entries(input).filter(([, value]) => !isEmpty(value)))
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}
