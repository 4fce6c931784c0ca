import { formatField, type KindDefinition } from '../../domain/kinds/index.ts'
import { normalizeText, searchGrams } from '../../domain/shared/text.ts'
import { initialsOf, initialsOfName } from '../text/pinyin.ts'

/** What the search box looks through for one item: pairs of its characters, its whole text, and the words of each field. */
export interface SearchEntry {
  readonly grams: readonly string[]
  readonly folded: string
  readonly described: Readonly<Record<string, string>>
}

/** The lines of a description that are searched. */
interface Described {
  readonly title: string
  readonly document_no: string
  readonly creator: string
  readonly code: string | null
  readonly note: string
  readonly fields: unknown
}

/** Folds what is written about an item, and in its files, into what the index keeps; touches nothing. */
export function searchEntry(item: Described, kind: KindDefinition, inFiles: readonly string[] = []): SearchEntry {
  const described = {
    title: item.title,
    documentNo: item.document_no,
    creator: item.creator,
    code: item.code ?? '',
    note: item.note,
    ...ownFields(item, kind),
  }
  const parts = [
    ...Object.values(described),
    ...textsIn(item.fields),
    initialsOf(item.title),
    initialsOfName(item.creator),
    ...inFiles,
  ]
  // A line between parts keeps the end of one and the start of the next from making a word that nobody wrote.
  const folded = parts
    .map(normalizeText)
    .filter(part => part !== '')
    .join('\n')
  const words = Object.entries(described).map(([field, text]) => [field, normalizeText(text)] as const)
  return {
    grams: [...new Set(parts.flatMap(searchGrams))],
    folded,
    described: Object.fromEntries(words.filter(([, text]) => text !== '')),
  }
}

/** The fields of the item's own kind as they are read: the title of a choice, not its code. */
function ownFields({ fields }: Described, { fields: forms }: KindDefinition): Record<string, string> {
  const values = fields as Record<string, Parameters<typeof formatField>[1]>
  return Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [`fields.${name}`, formatField(form, values[name], 'zh')]),
  )
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}
