import { sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { secrecyOf } from '../../domain/access/secrecy.ts'
import type { ExaminedItem } from '../../domain/arrangement/quality/examine-item.ts'
import { codeRules } from '../holdings/code-parts.ts'
import { placeOf as placeOfItem } from '../holdings/items.sql.ts'
import { kindAt } from '../holdings/kinds.sql.ts'
import { visibleItems } from '../holdings/visible.sql.ts'
import { type Db, textArray } from '../platform/db.ts'
import type { Runtime } from '../platform/runtime.ts'
import { examineBytes } from './examine-bytes.ts'

/** What a check goes over: everything of a series that is not filed, or these items. */
export interface Scope {
  readonly seriesId: string | null
  readonly ids: readonly string[] | null
}

/** The archive's own calendar: a paper of this morning is not of tomorrow. */
const dayInChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

const portion = 100

/** Items of a scope that the actor may see and that are not filed, a hundred at a time in the order of registration. */
export async function* portionsOf(reads: Db, actor: Actor, { seriesId, ids }: Scope) {
  for (let after = ''; ; ) {
    let rows = reads
      .selectFrom('item')
      .selectAll()
      .where(visibleItems(actor))
      .where('state', '<>', 'filed')
      .where('id', '>', after)
      .orderBy('id')
      .limit(portion)
    if (seriesId) rows = rows.where('series_id', '=', seriesId)
    if (ids) rows = rows.where('id', '=', sql<string>`any(${textArray(ids)})`)
    const found = await rows.execute()
    if (found.length > 0) yield found
    after = found.at(-1)?.id ?? ''
    if (found.length < portion) return
  }
}

export type CheckedRow = Awaited<ReturnType<typeof readPortion>>[number]
const readPortion = async (reads: Db, actor: Actor, scope: Scope) =>
  (await portionsOf(reads, actor, scope).next()).value ?? []

/** All that the checks look at in one item, its bytes read from where they stand. */
export async function factsOf({ db, files, clock }: Runtime, row: CheckedRow): Promise<ExaminedItem> {
  const kind = await kindAt(db, row.kind, row.kind_version)
  const { template, parts } = await codeRules(db, placeOfItem(row), kind, row.fields)
  const components = await db
    .selectFrom('component')
    .innerJoin('blob', 'blob.sha256', 'component.sha256')
    .select(['component.name', 'component.ordinal', 'blob.sha256', 'blob.size', 'blob.mime', 'blob.text_state'])
    .where('item_id', '=', row.id)
    .orderBy('ordinal')
    .execute()
  const steps = await db
    .selectFrom('audit_event')
    .select('event')
    .where('subject', '=', row.id)
    .where('event', 'in', ['item.registered', 'item.numbered'])
    .execute()
  const examined = []
  for (const { text_state: textState, ...file } of components)
    examined.push({ ...file, textState, found: await examineBytes(db, files, file) })
  const happened = new Set(steps.map(({ event }) => event))
  return {
    description: {
      title: row.title,
      selfMadeTitle: row.self_made_title,
      documentNo: row.document_no,
      creator: row.creator,
      date: row.dated_on ?? '',
      pages: row.pages,
      copies: row.copies,
      secrecy: secrecyOf(row.secrecy),
      openness: row.openness,
      retention: row.retention,
      note: row.note,
    },
    fields: row.fields as Record<string, unknown>,
    kind,
    code: row.code,
    state: row.state,
    template,
    parts: { ...parts, ...(row.serial !== null && { [template.serial]: row.serial }) },
    year: row.year,
    today: dayInChina.format(clock()),
    hasHistory: happened.has('item.registered') && (row.state === 'draft' || happened.has('item.numbered')),
    files: examined,
  }
}
