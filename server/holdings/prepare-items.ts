import { descriptionOf, type ItemInput } from '../../domain/holdings/item-input.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import { newId } from '../platform/ids.ts'
import { descriptionColumns } from './items.sql.ts'
import { searchEntry } from './search-entry.ts'

/** An item to register with many others: its input as the rules have passed it, and the code it already carries. */
export interface NewItem {
  readonly input: ItemInput
  readonly given: { readonly code: string; readonly scope: string; readonly serial: number } | undefined
}

/** Items ready for the database: rows of the items and of their search index as JSON. */
export interface PreparedItems {
  readonly count: number
  /** In the order given. */
  readonly ids: readonly string[]
  readonly items: string
  readonly search: string
}

/** The series an item goes to inside its fonds and kind, as a text. */
export const placeKeyOf = ({ year, retention, unitId }: Pick<ItemInput, 'year' | 'retention' | 'unitId'>): string =>
  `${year} ${retention} ${unitId ?? ''}`

/** Prepares items for `registerMany`; touches nothing, so that a thread of its own can do it. */
export function prepareItems(
  list: readonly NewItem[],
  { kind, version }: { readonly kind: KindDefinition; readonly version: number },
): PreparedItems {
  const ids = list.map(() => newId('item'))
  const rows = list.map((item, at) => ({ ...rowOf(item, ids[at]!), kind_version: version }))
  const search = rows.map(row => {
    const { grams, ...entry } = searchEntry(row, kind)
    return { item_id: row.id, grams: grams.map(lexeme).join(' '), ...entry }
  })
  return { count: list.length, ids, items: JSON.stringify(rows), search: JSON.stringify(search) }
}

function rowOf({ input, given }: NewItem, id: string) {
  return {
    id,
    place: placeKeyOf(input),
    kind: input.kind,
    year: input.year,
    unit_id: input.unitId,
    ...descriptionColumns(descriptionOf(input)),
    fields: input.fields,
    state: given ? 'numbered' : 'draft',
    code: given?.code ?? null,
    code_scope: given?.scope ?? null,
    serial: given?.serial ?? null,
  }
}

/** A lexeme as the text form of a tsvector has it. */
const lexeme = (gram: string): string => `'${gram.replace(/['\\]/g, '$&$&')}'`
