import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { lineCode } from '../../domain/registry/line-input.ts'
import type { LinkKind } from '../../domain/registry/links.ts'
import { type Db, type Reads, textArray } from '../platform/db.ts'
import type { ReadContext } from '../platform/operation.ts'
import { visibleLines } from './lines.sql.ts'

/** What a line belongs together with, as far as this person may see it. */
export async function linksOfLine(reads: Db, actor: Actor, lineId: string) {
  const rows = await reads
    .selectFrom('register_link')
    .innerJoin('register_line', join =>
      join.on('register_line.id', '=', sql<string>`case when from_id = ${lineId} then to_id else from_id end`),
    )
    .select(['register_line.id', 'direction', 'year', 'serial', 'title', 'register_link.kind', 'from_id', 'item_id'])
    .where(({ or, eb }) => or([eb('from_id', '=', lineId), eb('to_id', '=', lineId)]))
    .where(visibleLines(actor))
    .orderBy('register_line.id')
    .execute()
  return rows.map(row => ({
    lineId: row.id,
    code: lineCode(row),
    title: row.title,
    kind: row.kind as LinkKind,
    from: row.from_id === lineId,
    itemId: row.item_id,
  }))
}

/** A tie between two lines of the register, with the items they have become; `from` is the later one: the reply, the draft, the annex. */
export interface Link {
  readonly kind: LinkKind
  readonly fromLineId: string
  readonly toLineId: string
  readonly fromItemId: string | null
  readonly toItemId: string | null
}

/** Ties of these lines to any others (S14.3): what arranging has to keep together. Titles are not told, so that nothing hidden leaks. */
export async function linksOf(ctx: { readonly tx: Reads } | ReadContext, lineIds: readonly string[]): Promise<Link[]> {
  const rows = await ctx.tx
    .selectFrom('register_link')
    .innerJoin('register_line as later', 'later.id', 'from_id')
    .innerJoin('register_line as earlier', 'earlier.id', 'to_id')
    .select(['register_link.kind', 'from_id', 'to_id', 'later.item_id as from_item', 'earlier.item_id as to_item'])
    .where(({ or, eb }) =>
      or([
        eb('from_id', '=', sql<string>`any(${textArray(lineIds)})`),
        eb('to_id', '=', sql<string>`any(${textArray(lineIds)})`),
      ]),
    )
    .orderBy('from_id')
    .orderBy('to_id')
    .execute()
  return rows.map(row => ({
    kind: row.kind as LinkKind,
    fromLineId: row.from_id,
    toLineId: row.to_id,
    fromItemId: row.from_item,
    toItemId: row.to_item,
  }))
}
