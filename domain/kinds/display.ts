import type { FieldDefinition, FieldValue, ValueOf } from './field.ts'

export type Language = 'zh' | 'en'

/** What a form or a column heading needs to know of a field, in one language. */
export interface FieldDescription {
  readonly title: string
  readonly unit: string
  readonly hint: string
  readonly options: readonly { readonly value: string; readonly title: string }[]
}

/** Describes a field in the reader's language; where no English was written, the Chinese stands. */
export function describeField(field: FieldDefinition, language: Language): FieldDescription {
  const pick = (zh: string | undefined, en: string | undefined) => (language === 'en' && en) || zh || ''
  const [options, optionsEn] = 'options' in field ? [field.options, field.optionsEn] : [{}, {}]
  return {
    title: pick(field.title, field.titleEn),
    unit: field.type === 'number' ? pick(field.unit, field.unitEn) : '',
    hint: pick(field.hint, field.hintEn),
    options: Object.entries(options).map(([value, title]) => ({ value, title: pick(title, optionsEn?.[value]) })),
  }
}

/** Writes a field's value as a person reads it; no value is an empty text, an unknown choice stands as it was stored. */
export function formatField<F extends FieldDefinition>(
  field: F,
  value: ValueOf<F> | null | undefined,
  language: Language,
): string {
  return value === undefined || value === null ? '' : write(field, value, language)
}

function write(field: FieldDefinition, value: FieldValue, language: Language): string {
  const { options, unit } = describeField(field, language)
  switch (field.type) {
    case 'boolean':
      return language === 'en' ? (value ? 'Yes' : 'No') : value ? '是' : '否'
    case 'choice':
    case 'choices':
      return [value]
        .flat()
        .map(code => options.find(option => option.value === code)?.title ?? String(code))
        .join(language === 'en' ? ', ' : '、')
    case 'money':
      return grouped(String(value), 2)
    case 'number':
      return [grouped(String(value), field.decimals ?? 0), unit].filter(Boolean).join(' ')
    default:
      return String(value)
  }
}

/** Groups thousands and fills decimals on the text itself, so that no amount passes through binary fractions. */
function grouped(text: string, decimals: number): string {
  const [whole = '', fraction = ''] = text.split('.')
  const shown = fraction.padEnd(decimals, '0')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (shown && `.${shown}`)
}
