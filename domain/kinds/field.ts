import { z } from 'zod'

const named = { title: z.string().min(1).max(50), titleEn: z.exactOptional(z.string().min(1).max(80)) }

/** Chinese title and, where somebody wrote one, the English: `{ title, titleEn }`. */
export const namedThing = z.strictObject(named).readonly()

/** Code of a choice, a section or a checklist entry, e.g. `guarantee-contract`. */
export const entryCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/)

const common = {
  ...named,
  required: z.exactOptional(z.boolean()),
  /** Personal or business data that is masked until somebody opens it with a reason. */
  sensitive: z.exactOptional(z.boolean()),
  section: z.exactOptional(entryCode),
  /** No longer asked for; what was written under it stays and is shown. */
  retired: z.exactOptional(z.boolean()),
  /** Completes 「应为…」 when the value is not acceptable, and helps whoever fills in the form. */
  hint: z.exactOptional(z.string().max(100)),
  hintEn: z.exactOptional(z.string().max(100)),
}
const titles = z.record(entryCode, z.string().min(1).max(50)).readonly()
const choosing = {
  ...common,
  options: titles.refine(options => Object.keys(options).length > 0, {
    params: { zh: '至少要有一项', en: 'needs at least one entry' },
  }),
  optionsEn: z.exactOptional(titles),
}
const maxLength = z.exactOptional(z.int().min(1).max(20_000))

const pattern = z
  .string()
  .max(100)
  .refine(isHarmless, { params: { zh: '不是可用的格式', en: 'is not a usable pattern' } })

/** One field of a kind, as data: the closed vocabulary that forms, checks, imports and prints are drawn from. */
export const fieldDefinition = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), ...common, maxLength, pattern: z.exactOptional(pattern) }).readonly(),
  z.strictObject({ type: z.literal('longtext'), ...common, maxLength }).readonly(),
  z
    .strictObject({
      type: z.literal('number'),
      ...common,
      unit: z.exactOptional(z.string().max(10)),
      unitEn: z.exactOptional(z.string().max(20)),
      min: z.exactOptional(z.number()),
      max: z.exactOptional(z.number()),
      decimals: z.exactOptional(z.int().min(0).max(6)),
    })
    .readonly(),
  z.strictObject({ type: z.literal('date'), ...common }).readonly(),
  z.strictObject({ type: z.literal('choice'), ...choosing }).readonly(),
  z.strictObject({ type: z.literal('choices'), ...choosing }).readonly(),
  z.strictObject({ type: z.literal('person'), ...common }).readonly(),
  z.strictObject({ type: z.literal('unit'), ...common }).readonly(),
  z.strictObject({ type: z.literal('money'), ...common }).readonly(),
  z.strictObject({ type: z.literal('boolean'), ...common }).readonly(),
])

export type FieldDefinition = z.infer<typeof fieldDefinition>
export type FieldType = FieldDefinition['type']

/**
 * Value a field holds in `item.fields`: dates are ISO texts, money is an exact decimal text in the unit of its currency
 * (`'12800.50'`), persons and units are names as the document gives them.
 */
export type ValueOf<F extends FieldDefinition> = F extends { readonly type: 'choice' }
  ? keyof F['options'] & string
  : F extends { readonly type: 'choices' }
    ? (keyof F['options'] & string)[]
    : F extends { readonly type: 'number' }
      ? number
      : F extends { readonly type: 'boolean' }
        ? boolean
        : string

/** Any value a field of any kind may hold. */
export type FieldValue = ValueOf<FieldDefinition>

/**
 * Patterns come from administrators and run in the server: no repeated groups and at most three variable quantifiers, so that no
 * input makes one run for minutes.
 */
function isHarmless(source: string): boolean {
  if (/\)[*+{]/.test(source) || (source.match(/(?<![(\\])[*+?]|\{\d*,\d*\}/g) ?? []).length > 3) return false
  try {
    return new RegExp(source, 'u') instanceof RegExp
  } catch {
    return false
  }
}
