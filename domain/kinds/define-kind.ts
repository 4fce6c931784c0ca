import { z } from 'zod'
import { incoherences } from './coherence.ts'
import { entryCode, type FieldDefinition, type FieldType, fieldDefinition, namedThing, type ValueOf } from './field.ts'

const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
const named = namedThing.unwrap().shape

const answer = z.union([z.string(), z.boolean(), z.array(z.string()).min(1).readonly()])
const checklistEntry = z
  .strictObject({ code: entryCode, ...named, when: z.exactOptional(z.record(fieldName, answer).readonly()) })
  .readonly()

/**
 * An archive kind 门类 as data: what is described, what must be present, who keeps it and how it is numbered. The same shape is
 * written in `*.kind.ts` and stored in a row when an administrator adds a kind (S8.1); it says what, never how.
 */
export const kindDefinition = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    ...named,
    /** 档案门类代码, e.g. `WS`, with its lower levels if it has any: `KJ·JJ`. */
    categoryCode: z.string().regex(/^[A-Z]{2}(·([A-Z]{2}|[0-9]{2})){0,3}$/),
    /** What is managed as one: the item 件 or the volume 卷 (S13.3). */
    unit: z.enum(['item', 'volume']),
    sections: z.exactOptional(z.record(entryCode, namedThing).readonly()),
    fields: z.record(fieldName, fieldDefinition).readonly(),
    /** Papers that have to be present, each always or when the fields say so. */
    checklist: z.exactOptional(z.array(checklistEntry).readonly()),
    /** Filing is due this many working days after the date in the field `of`. */
    fileWithin: z.exactOptional(z.strictObject({ workingDays: z.int().min(1).max(250), of: fieldName }).readonly()),
    /** Period proposed: `Y` or `D` and years, from the year's end, or from the date in the field `from`. */
    retention: z.exactOptional(
      z.strictObject({ code: z.string().regex(/^(Y|D[1-9]\d{0,2})$/), from: z.exactOptional(fieldName) }).readonly(),
    ),
    /** Office that keeps it when it is not the archive room, e.g. `finance` for accounts (S5.1). */
    custodian: z.exactOptional(entryCode),
    /** Secrecy level 密级 proposed. */
    secrecy: z.exactOptional(entryCode),
    /** Name of a shipped template of archival codes 档号, or a template of one's own. */
    codePattern: z.string().min(1).max(200),
    /** Names this kind gives to columns every item has, e.g. the creator 责任者 of a contract. */
    labels: z.exactOptional(z.record(fieldName, namedThing).readonly()),
  })
  .readonly()
  .superRefine((kind, check) => {
    for (const { path, ...params } of incoherences(kind)) check.addIssue({ code: 'custom', path, params })
  })

export type KindDefinition = z.infer<typeof kindDefinition>

/** What a kind's fields hold, inferred: required ones always there, choices as unions of their codes. */
export type FieldsOf<K extends KindDefinition> = Flat<
  { [N in RequiredOf<K>]: ValueOf<K['fields'][N]> } & {
    [N in Exclude<keyof K['fields'], RequiredOf<K>>]?: ValueOf<K['fields'][N]>
  }
>

/** What must agree inside one kind, for the compiler; `kindDefinition` checks the same of a stored one. */
export interface Coherent<K extends KindDefinition> {
  readonly fields: {
    readonly [N in keyof K['fields']]: {
      readonly type: FieldType
      readonly section?: keyof K['sections'] & string
      readonly optionsEn?: K['fields'][N] extends { readonly options: infer O }
        ? { readonly [C in keyof O]?: string }
        : never
    }
  }
  readonly checklist?: readonly { readonly when?: When<K>; readonly [other: string]: unknown }[]
  readonly fileWithin?: { readonly of: NamesOf<K, 'date'> }
  readonly retention?: { readonly from?: NamesOf<K, 'date'> }
}

/** Declares a kind, keeping every code and choice as a literal type; a reference to a field it does not have does not compile. */
export function defineKind<const K extends KindDefinition>(kind: K & Coherent<K>): K {
  return kind
}

type Flat<T> = { [P in keyof T]: T[P] }
type NamesOf<K extends KindDefinition, T extends FieldType> = {
  [N in keyof K['fields']]: K['fields'][N]['type'] extends T ? N : never
}[keyof K['fields']]
type RequiredOf<K extends KindDefinition> = {
  [N in keyof K['fields']]: K['fields'][N] extends { readonly required: true } ? N : never
}[keyof K['fields']]
type AnswerTo<F extends FieldDefinition> = F extends { readonly options: infer O }
  ? (keyof O & string) | readonly (keyof O & string)[]
  : F extends { readonly type: 'boolean' }
    ? boolean
    : never
type When<K extends KindDefinition> = { readonly [N in keyof K['fields']]?: AnswerTo<K['fields'][N]> }
