import type { Input, Output } from '../../../client/client.ts'
import type { ItemDescription } from '../../../domain/holdings/description.ts'
import type { RetentionCode } from '../../../domain/holdings/retention.ts'
import type { FieldDefinition, FieldValue, KindDefinition } from '../../../domain/kinds/index.ts'

/** What stands in one control: typed text, a chosen code, or several chosen codes. */
export type Entry = string | readonly string[]

/** Everything a description form holds, as it is typed; nothing is judged or changed before it is sent. */
export interface ItemForm {
  readonly fondsId: string
  readonly kind: string
  /** Empty: the proposed year. */
  readonly year: string
  /** Empty: no unit. */
  readonly unitId: string
  readonly title: string
  readonly selfMadeTitle: boolean
  readonly documentNo: string
  readonly creator: string
  readonly date: string
  readonly pages: string
  readonly copies: string
  readonly secrecy: string
  readonly openness: string
  readonly retention: string
  readonly note: string
  /** By the field's name in the kind; entries of another kind stay until it is chosen again. */
  readonly fields: Readonly<Record<string, Entry>>
}

/** Name of a control: a column every item has, or `fields.` and the name of a kind's field. */
export type Path = Exclude<keyof ItemForm, 'fields' | 'selfMadeTitle'> | `fields.${string}`

/** An empty description; where it belongs is filled in by who opens it. */
export const emptyForm: ItemForm = {
  fondsId: '',
  kind: 'document',
  year: '',
  unitId: '',
  title: '',
  selfMadeTitle: false,
  documentNo: '',
  creator: '',
  date: '',
  pages: '',
  copies: '1',
  secrecy: 'internal',
  openness: 'unreviewed',
  retention: '',
  note: '',
  fields: {},
}

type Shown = Output<'item.show'>

/** The form of an item as it stands. */
export function formOf({ item, kind }: Shown): ItemForm {
  return {
    fondsId: item.fonds.id,
    kind: item.kind,
    year: String(item.year),
    unitId: item.unitId ?? '',
    title: item.title,
    selfMadeTitle: item.selfMadeTitle,
    documentNo: item.documentNo,
    creator: item.creator,
    date: item.date,
    pages: item.pages === null ? '' : String(item.pages),
    copies: String(item.copies),
    secrecy: item.secrecy,
    openness: item.openness,
    retention: item.retention,
    note: item.note,
    fields: Object.fromEntries(
      Object.entries(kind.fields).map(([name, field]) => [name, entryOf(field, item.fields[name])]),
    ),
  }
}

function entryOf(field: FieldDefinition, value: unknown): Entry {
  if (field.type === 'choices') return Array.isArray(value) ? value.map(String) : []
  if (field.type === 'boolean') return value === true ? 'yes' : value === false ? 'no' : ''
  return value === undefined || value === null ? '' : String(value)
}

/** What stands at a path. */
export function entryAt(form: ItemForm, path: Path): Entry {
  const name = fieldName(path)
  return name === undefined ? (form[path as Exclude<Path, `fields.${string}`>] ?? '') : (form.fields[name] ?? '')
}

/** The change that puts an entry at a path; a kind's date that is called like the item's own follows it while they agree. */
export function withEntry(form: ItemForm, path: Path, entry: Entry, twins: readonly string[] = []): Partial<ItemForm> {
  const name = fieldName(path)
  if (name !== undefined) return { fields: { ...form.fields, [name]: entry } }
  const followers = path === 'date' ? twins.filter(twin => (form.fields[twin] ?? '') === form.date) : []
  return {
    [path]: entry,
    ...(followers.length > 0 && {
      fields: { ...form.fields, ...Object.fromEntries(followers.map(twin => [twin, entry])) },
    }),
  }
}

const fieldName = (path: Path): string | undefined => (path.startsWith('fields.') ? path.slice(7) : undefined)

/** The form as the server takes it. Texts that are no number go as they are and are found wrong by the same schema here and there. */
export function inputOf(form: ItemForm, kind: KindDefinition): Omit<Input<'item.register'>, 'uploadIds'> {
  return {
    fondsId: form.fondsId,
    kind: form.kind,
    year: numberIn(form.year) ?? Number.NaN,
    unitId: form.unitId || null,
    retention: form.retention as RetentionCode,
    ...writtenIn(form, kind),
  }
}

/** What is written about an item apart from its place: what a correction sends. */
export function writtenIn(form: ItemForm, kind: KindDefinition) {
  const fields = Object.entries(kind.fields).flatMap(([name, field]) => {
    const value = answerIn(field, form.fields[name] ?? '')
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    title: form.title,
    selfMadeTitle: form.selfMadeTitle,
    documentNo: form.documentNo,
    creator: form.creator,
    date: form.date,
    pages: numberIn(form.pages) ?? null,
    copies: numberIn(form.copies) ?? Number.NaN,
    secrecy: form.secrecy as ItemDescription['secrecy'],
    openness: form.openness as ItemDescription['openness'],
    note: form.note,
    fields: Object.fromEntries(fields),
  }
}

function answerIn(field: FieldDefinition, entry: Entry): FieldValue | undefined {
  if (typeof entry !== 'string') return entry.length > 0 ? [...entry] : undefined
  if (field.type === 'number') return numberIn(entry)
  if (field.type === 'boolean') return entry === '' ? undefined : entry === 'yes'
  if (field.type === 'money') return plainFigures(entry) || undefined
  return entry.trim() || undefined
}

const plainFigures = (typed: string) => typed.normalize('NFKC').replace(/[,\s¥]/g, '')

function numberIn(typed: string): number | undefined {
  const figures = plainFigures(typed)
  return figures === '' ? undefined : Number(figures)
}
