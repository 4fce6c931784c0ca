import type { FieldDefinition } from './field.ts'

interface Incoherence {
  readonly path: string[]
  readonly zh: string
  readonly en: string
}

interface Whole {
  readonly sections?: Readonly<Record<string, unknown>>
  readonly fields: Readonly<Record<string, FieldDefinition>>
  readonly checklist?: readonly {
    readonly code: string
    readonly when?: Readonly<Record<string, string | boolean | readonly string[]>>
  }[]
  readonly fileWithin?: { readonly of: string }
  readonly retention?: { readonly from?: string }
}

/** What a stored kind says of itself that is not so: a section, a date, a choice that no field of its has. */
export function* incoherences({ sections, fields, checklist, fileWithin, retention }: Whole): Generator<Incoherence> {
  const has = (table: object | undefined, key: string) => table !== undefined && Object.hasOwn(table, key)
  for (const [name, field] of Object.entries(fields)) {
    if (field.section && !has(sections, field.section)) yield unknown(['fields', name, 'section'], field.section)
    if (!('options' in field)) continue
    for (const code of Object.keys(field.optionsEn ?? {})) {
      if (!has(field.options, code)) yield unknown(['fields', name, 'optionsEn', code], code)
    }
  }
  const dates = { fileWithin: fileWithin?.of, retention: retention?.from }
  for (const [part, name] of Object.entries(dates)) {
    if (name && !(has(fields, name) && fields[name]?.type === 'date')) yield unknown([part], name)
  }
  const seen = new Set<string>()
  for (const { code, when } of checklist ?? []) {
    if (seen.has(code)) yield { path: ['checklist', code], zh: '重复', en: 'is listed twice' }
    seen.add(code)
    for (const [name, wanted] of Object.entries(when ?? {})) {
      if (!has(fields, name) || !answers(fields[name], wanted))
        yield unknown(['checklist', code, 'when', name], String(wanted))
    }
  }
}

function answers(field: FieldDefinition | undefined, wanted: string | boolean | readonly string[]): boolean {
  if (field?.type === 'boolean') return typeof wanted === 'boolean'
  if (!field || !('options' in field) || typeof wanted === 'boolean') return false
  return [wanted].flat().every(code => Object.hasOwn(field.options, code))
}

const unknown = (path: string[], code: string): Incoherence => ({
  path,
  zh: `指向了不存在的“${code}”`,
  en: `refers to “${code}”, which is not there`,
})
