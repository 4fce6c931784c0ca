import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { type Reads, textArray } from '../platform/db.ts'
import { visibleItems } from './visible.sql.ts'

const asked = 5000

/** Which of these archival codes 档号 the fonds has given already, to whatever item: a code is taken even where one may not see by what. */
export async function takenCodes(reads: Reads, fondsId: string, codes: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>()
  for (let start = 0; start < codes.length; start += asked) {
    const rows = await reads
      .selectFrom('item')
      .select('code')
      .where('fonds_id', '=', fondsId)
      .where('code', '=', sql<string>`any(${textArray(codes.slice(start, start + asked))})`)
      .execute()
    for (const { code } of rows) if (code !== null) taken.add(code)
  }
  return taken
}

/** Which of these document numbers 文号 items that one may see already have in the fonds. */
export async function knownDocumentNos(
  reads: Reads,
  actor: Actor,
  { fondsId, numbers }: { readonly fondsId: string; readonly numbers: readonly string[] },
): Promise<Set<string>> {
  const known = new Set<string>()
  for (let start = 0; start < numbers.length; start += asked) {
    const rows = await reads
      .selectFrom('item')
      .select('document_no')
      .where('fonds_id', '=', fondsId)
      .where('document_no', '<>', '')
      .where('document_no', '=', sql<string>`any(${textArray(numbers.slice(start, start + asked))})`)
      .where(visibleItems(actor))
      .execute()
    for (const row of rows) known.add(row.document_no)
  }
  return known
}

/** Last number given in each of these sequences, by its scope; a sequence that has not begun is not in the answer. */
export async function lastSerials(
  reads: Reads,
  fondsId: string,
  scopes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await reads
    .selectFrom('code_counter')
    .select(['scope', 'last'])
    .where('fonds_id', '=', fondsId)
    .where('scope', '=', sql<string>`any(${textArray(scopes)})`)
    .execute()
  return new Map(rows.map(({ scope, last }) => [scope, last]))
}
