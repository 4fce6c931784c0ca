import type { Secrecy } from '../../domain/access/secrecy.ts'
import type { FieldDefinition, FieldType, KindDefinition } from '../../domain/kinds/index.ts'

/** A field as it is typed into its dialog. */
export interface FieldForm {
  readonly name: string
  readonly title: string
  readonly titleEn: string
  readonly type: FieldType
  readonly required: boolean
  readonly section: string
  readonly hint: string
  readonly unit: string
  /** Choices to add, one on each line. */
  readonly newOptions: string
  readonly retired: boolean
}

/** A kind an administrator begins: by item, numbered as documents are. */
export const blankKind: KindDefinition = {
  code: '',
  title: '',
  categoryCode: '',
  unit: 'item',
  codePattern: 'WS22',
  secrecy: 'internal' satisfies Secrecy,
  fields: {},
}

/** The first of `prefix1`, `prefix2`, … that is not taken: a code nobody has to think of. */
export function freeCode(prefix: string, taken: object): string {
  let number = 1
  while (Object.hasOwn(taken, `${prefix}${number}`)) number += 1
  return `${prefix}${number}`
}

/** The dialog of a field as it stands, or of a new one. */
export function fieldForm(kind: KindDefinition, name?: string): FieldForm {
  const field = name === undefined ? undefined : kind.fields[name]
  return {
    name: name ?? freeCode('field', kind.fields),
    title: field?.title ?? '',
    titleEn: field?.titleEn ?? '',
    type: field?.type ?? 'text',
    required: field?.required ?? false,
    section: field?.section ?? '',
    hint: field?.hint ?? '',
    unit: (field?.type === 'number' && field.unit) || '',
    newOptions: '',
    retired: field?.retired ?? false,
  }
}

/** The field that a dialog describes; what the dialog does not speak of stays as it was. */
export function fieldOf(form: FieldForm, before?: FieldDefinition): FieldDefinition {
  const {
    required: _,
    retired: __,
    section: ___,
    hint: ____,
    titleEn: _____,
    ...kept
  } = (before ?? {}) as Partial<FieldDefinition>
  const common = {
    ...kept,
    title: form.title.trim(),
    ...(form.titleEn.trim() && { titleEn: form.titleEn.trim() }),
    ...(form.required && { required: true }),
    ...(form.section && { section: form.section }),
    ...(form.hint.trim() && { hint: form.hint.trim() }),
    ...(form.retired && { retired: true }),
  }
  if (form.type === 'choice' || form.type === 'choices') {
    const options = before && 'options' in before ? before.options : {}
    return { ...common, type: form.type, options: withOptions(options, form.newOptions) } as FieldDefinition
  }
  if (form.type === 'number' && form.unit.trim())
    return { ...common, type: form.type, unit: form.unit.trim() } as FieldDefinition
  return { ...common, type: form.type } as FieldDefinition
}

/** Choices with those that were typed added, each under a free code; one that is there already is not added again. */
export function withOptions(options: Readonly<Record<string, string>>, typed: string): Record<string, string> {
  const all = { ...options }
  for (const line of typed.split('\n').map(one => one.trim())) {
    if (line && !Object.values(all).includes(line)) all[freeCode('option', all)] = line
  }
  return all
}

/** A kind with one field put in its place; a new one comes last. */
export const withField = (kind: KindDefinition, name: string, field: FieldDefinition): KindDefinition => ({
  ...kind,
  fields: { ...kind.fields, [name]: field },
})

/** A kind without a field that is not saved yet. */
export function withoutField(kind: KindDefinition, name: string): KindDefinition {
  const { [name]: _, ...fields } = kind.fields
  return { ...kind, fields }
}
