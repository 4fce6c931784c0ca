import { sql } from 'kysely'
import { type Tx, textArray } from '../platform/db.ts'
import { kindAt } from './kinds.sql.ts'
import { type SearchEntry, searchEntry } from './search-entry.ts'

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
  const kind = await kindAt(tx, item.kind, item.kind_version)
  const inFiles = files.flatMap(file => [file.name, file.text ?? ''])
  await writeIndex(tx, itemId, searchEntry(item, kind, inFiles))
}

async function writeIndex(tx: Tx, itemId: string, { grams, folded, described }: SearchEntry): Promise<void> {
  await tx
    .insertInto('item_search')
    .values({
      item_id: itemId,
      grams: sql`array_to_tsvector(${textArray(grams)})`,
      folded,
      described: JSON.stringify(described),
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
