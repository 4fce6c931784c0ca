import { sql } from 'kysely'
import { normalizeText, searchGrams } from '../../domain/shared/text.ts'
import { type Tx, textArray } from '../platform/db.ts'
import { initialsOf, initialsOfName } from '../text/pinyin.ts'

// A book-length file would make one row of the index larger than all others together; its beginning is what people remember.
const longestText = 200_000

/** Makes an item findable by all that is written about it and in its files: title, number, people, initials, fields, file names, text. */
export async function indexItem(tx: Tx, itemId: string): Promise<void> {
  const item = await tx
    .selectFrom('item')
    .select(['title', 'document_no', 'creator', 'code', 'note', 'fields'])
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
  const parts = [
    item.title,
    initialsOf(item.title),
    item.document_no,
    item.creator,
    initialsOfName(item.creator),
    item.code ?? '',
    item.note,
    ...textsIn(item.fields),
    ...files.flatMap(file => [file.name, file.text ?? '']),
  ]
  await writeIndex(tx, itemId, parts)
}

async function writeIndex(tx: Tx, itemId: string, parts: readonly string[]): Promise<void> {
  // A line between parts keeps the end of one and the start of the next from making a word that nobody wrote.
  const folded = parts
    .map(normalizeText)
    .filter(part => part !== '')
    .join('\n')
  const grams = [...new Set(parts.flatMap(searchGrams))]
  await tx
    .insertInto('item_search')
    .values({ item_id: itemId, grams: sql`array_to_tsvector(${textArray(grams)})`, folded })
    .onConflict(conflict =>
      conflict
        .column('item_id')
        .doUpdateSet(row => ({ grams: row.ref('excluded.grams'), folded: row.ref('excluded.folded') })),
    )
    .execute()
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}
