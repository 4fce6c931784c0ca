import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { rankOf } from '../../domain/access/secrecy.ts'
import { unitsRead } from '../../domain/registry/keeping.ts'
import type { LineInput } from '../../domain/registry/line-input.ts'
import { refuseRegistry } from '../../domain/registry/refusals.ts'
import { type SearchTerm, searchGrams } from '../../domain/shared/text.ts'
import type { Database } from '../database-types.generated.ts'
import { quoted } from '../holdings/search-wanted.sql.ts'
import { type Reads, type Tx, textArray } from '../platform/db.ts'

export type LineRow = Selectable<Database['register_line']>

/** Whether a line was forwarded to somebody, or to a unit of theirs. */
export const forwardedTo = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`exists (select from register_forward where line_id = register_line.id
    and (person_id = ${actor.personId} or unit_id = any(${textArray(actor.unitIds)})))`

/** The one predicate every read of lines starts from (S17.4): cleared for it, and of a unit one reads or forwarded to one. */
export function visibleLines(actor: Actor): RawBuilder<SqlBool> {
  const units = unitsRead(actor)
  const ofUnit = units === 'all' ? sql`true` : sql`register_line.unit_id = any(${textArray(units)})`
  return sql<SqlBool>`(register_line.secrecy <= ${actor.clearance} and (${ofUnit} or ${forwardedTo(actor)}))`
}

/** Locks the lines of a list that the actor may see, in one order for everybody, so that no two lists wait for each other. */
export async function lockLines(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, LineRow>> {
  const rows = await tx
    .selectFrom('register_line')
    .selectAll()
    .where('id', '=', sql<string>`any(${textArray(ids)})`)
    .where(visibleLines(actor))
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

export const lockLine = async (tx: Tx, actor: Actor, id: string): Promise<LineRow> =>
  (await lockLines(tx, actor, [id])).get(id) ?? refuseRegistry('line.unknown')

/** One line the actor may see; what is hidden and what is absent give the same refusal. */
export const readLine = async (reads: Reads, actor: Actor, id: string): Promise<LineRow> =>
  (await reads
    .selectFrom('register_line')
    .selectAll()
    .where('id', '=', id)
    .where(visibleLines(actor))
    .executeTakeFirst()) ?? refuseRegistry('line.unknown')

/** The next number of a book: its counter is locked by its row until the transaction ends. */
export async function nextNumber(tx: Tx, fondsId: string, book: string, year: number): Promise<number> {
  const { last } = await tx
    .insertInto('register_counter')
    .values({ fonds_id: fondsId, book, year, last: 1 })
    .onConflict(conflict =>
      conflict.columns(['fonds_id', 'book', 'year']).doUpdateSet({ last: sql`register_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** The next number in a unit's own register (S5.2); none where no unit answers for the line. */
export const nextUnitNumber = async (tx: Tx, line: { fonds_id: string; year: number; unit_id: string | null }) =>
  line.unit_id === null ? null : nextNumber(tx, line.fonds_id, line.unit_id, line.year)

/** What is written in a line, as its columns hold it; the unit has its own number and stands apart. */
export const lineColumns = (input: LineInput) => ({
  registered_on: input.registeredOn,
  counterpart: input.counterpart,
  document_no: input.documentNo,
  title: input.title,
  dated_on: input.datedOn === '' ? null : input.datedOn,
  kind: input.kind,
  secrecy: rankOf(input.secrecy),
  urgency: input.urgency,
  copies: input.copies,
  pages: input.pages,
  attachments: input.attachments,
  attachment_names: input.attachmentNames,
  responsible: input.responsible,
  outcome: input.outcome,
  note: input.note,
})

/** What a line is found by: counterpart, document number, title and who answers for it. */
export const lineGrams = ({ counterpart, documentNo, title, responsible }: LineInput) =>
  sql<string>`array_to_tsvector(${textArray(searchGrams([counterpart, documentNo, title, responsible].join('\n')))})`

/** Lines in which every word of a search stands. */
export const findsLines = (terms: readonly SearchTerm[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`register_line.grams @@ ${terms.flatMap(({ grams }) => grams.map(quoted)).join(' & ')}::tsquery`
