import { sql } from 'kysely'
import { formatField } from '../../domain/kinds/index.ts'
import { normalizeText, searchGrams } from '../../domain/shared/text.ts'
import { type Tx, textArray } from '../platform/db.ts'
import { initialsOf, initialsOfName } from '../text/pinyin.ts'
import { kindAt } from './kinds.sql.ts'

// A book-length file would make one row of the index larger than all others together; its beginning is what people remember.
const longestText = 200_000

/** Makes an item findable by all that is written about it and in its files: title, number, people, initials, fields, file names, text. */
export async function indexItem(tx: Tx, itemId: string): Promise<void> {
  const item = await tx
    .selectFrom('item')
    .select(['title', 'document_no', 'creator', 'code', 'note', 'fields', 'kind', 'kind_version'])
    .where('id', '=', itemId)
    .executeTakeFirst()
  if (!item) return
  const files = await tx
    .selectFrom('component')
    .innerJoin('blob', 'blob.sha256', 'component.sha256')
    .select(['component.name', sql<string>`left(blob.text, ${longestText})`.as('text')])
    .where('item_id', '=', itemId)
    .orderBy('ordinal')
    .execute()
  const described = {
    title: item.title,
    documentNo: item.document_no,
    creator: item.creator,
    code: item.code ?? '',
    note: item.note,
    ...(await ownFields(tx, item)),
  }
  const parts = [
    ...Object.values(described),
    ...textsIn(item.fields),
    initialsOf(item.title),
    initialsOfName(item.creator),
    ...files.flatMap(file => [file.name, file.text ?? '']),
  ]
  await writeIndex(tx, { itemId, described, parts })
}

interface Indexed {
  readonly itemId: string
  readonly described: Readonly<Record<string, string>>
  readonly parts: readonly string[]
}

async function writeIndex(tx: Tx, { itemId, described, parts }: Indexed): Promise<void> {
  // A line between parts keeps the end of one and the start of the next from making a word that nobody wrote.
  const folded = parts
    .map(normalizeText)
    .filter(part => part !== '')
    .join('\n')
  const grams = [...new Set(parts.flatMap(searchGrams))]
  const fields = Object.entries(described).map(([field, text]) => [field, normalizeText(text)])
  await tx
    .insertInto('item_search')
    .values({
      item_id: itemId,
      grams: sql`array_to_tsvector(${textArray(grams)})`,
      folded,
      described: JSON.stringify(Object.fromEntries(fields.filter(([, text]) => text !== ''))),
      // Where it stands and its place in the order are the database's own to say.
      ordinal: 0,
      places: [],
    })
    .onConflict(conflict =>
      conflict.column('item_id').doUpdateSet(row => ({
        grams: row.ref('excluded.grams'),
        folded: row.ref('excluded.folded'),
        described: row.ref('excluded.described'),
        stale: false,
      })),
    )
    .execute()
}

/** The fields of the item's own kind as they are read: the title of a choice, not its code. */
async function ownFields(
  tx: Tx,
  { kind, kind_version, fields }: { kind: string; kind_version: number; fields: unknown },
): Promise<Record<string, string>> {
  const { fields: forms } = await kindAt(tx, kind, kind_version)
  const values = fields as Record<string, Parameters<typeof formatField>[1]>
  return Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [`fields.${name}`, formatField(form, values[name], 'zh')]),
  )
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}
