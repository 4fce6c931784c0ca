import { secrecyOf } from '../../domain/access/secrecy.ts'
import { canonical } from '../platform/audit.ts'
import type { Db } from '../platform/db.ts'
import { type ItemDescription, readDescription } from './read-description.ts'

/**
 * Names the facts in which an item's row and its description in the storage root differ. Only what the description has is compared: an
 * older one knows nothing of columns that came later. One still to be written by a job differs in nothing.
 */
export async function compareDescription(reads: Db, itemId: string, text: string | undefined): Promise<string[]> {
  const row = await reads.selectFrom('item').selectAll().where('id', '=', itemId).executeTakeFirst()
  if (!row || row.stored_revision !== row.revision) return []
  const description = text === undefined ? undefined : readDescription(text)
  if (!description) return ['description.json']
  const facts: Readonly<Record<string, unknown>> = { ...row, secrecy: secrecyOf(row.secrecy) }
  const inItem = Object.entries(description.item).flatMap(([key, value]) =>
    canonical(facts[key]) === canonical(value) ? [] : [key],
  )
  const inFiles =
    canonical(await filesOf(reads, itemId)) === canonical(description.components.map(told)) ? [] : ['components']
  return [...inItem, ...inFiles]
}

async function filesOf(reads: Db, itemId: string) {
  const rows = await reads
    .selectFrom('component')
    .innerJoin('blob', 'blob.sha256', 'component.sha256')
    .select(['component.id', 'component.ordinal', 'component.name', 'component.sha256', 'blob.size'])
    .where('item_id', '=', itemId)
    .orderBy('ordinal')
    .execute()
  return rows.map(told)
}

const told = ({
  id,
  ordinal,
  name,
  sha256,
  size,
}: Pick<ItemDescription['components'][number], 'id' | 'ordinal' | 'name' | 'sha256' | 'size'>) => ({
  id,
  ordinal,
  name,
  sha256,
  size,
})
