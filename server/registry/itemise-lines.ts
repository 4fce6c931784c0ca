import { z } from 'zod'
import { secrecyOf } from '../../domain/access/secrecy.ts'
import type { AuditEvent } from '../../domain/events.ts'
import { retentionCode } from '../../domain/holdings/retention.ts'
import { itemOfLine, type LineOfItem, proposeYearOf } from '../../domain/registry/item-of-line.ts'
import { assertKeepsLine } from '../../domain/registry/keeping.ts'
import {
  type Direction,
  type LineKind,
  lineCode,
  type Urgency,
  unitLineCode,
} from '../../domain/registry/line-input.ts'
import { assertStep } from '../../domain/registry/line-life.ts'
import { bondOf, inFileOrder } from '../../domain/registry/links.ts'
import { LineId, UnitId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { attachmentsOf } from '../holdings/attachments.ts'
import { tie } from '../holdings/bonds.sql.ts'
import { readFonds } from '../holdings/items.sql.ts'
import { currentKind } from '../holdings/kinds.sql.ts'
import { enterItem } from '../holdings/register-item.ts'
import type { Reads } from '../platform/db.ts'
import { type Context, command, query } from '../platform/operation.ts'
import { bulkLineIds, bulkLinesOutput, forEachLine } from './bulk-lines.ts'
import { type LineRow, readLine } from './lines.sql.ts'
import { linksOf } from './links.sql.ts'

/** Where the items of lines would stand 拟立件: kind, year with its reason, retention and unit proposed for each, to be looked at first. */
export const proposeItems = query({
  name: 'line.propose',
  title: '拟立件',
  titleEn: 'Propose items for lines',
  permission: 'line.itemise',
  rules: ['S1.2', 'S14.5'],
  input: z.strictObject({ ids: bulkLineIds }),
  output: z.object({
    proposals: z.array(
      z.object({
        lineId: z.string(),
        code: z.string(),
        title: z.string(),
        kind: z.string(),
        year: z.number(),
        because: z.object({ zh: z.string(), en: z.string() }),
        retention: z.string(),
        unitId: z.string().nullable(),
      }),
    ),
  }),
  async run({ tx, actor }, { ids }) {
    const proposals = []
    for (const id of new Set(ids)) {
      const line = await readLine(tx, actor, id)
      const { kind } = await currentKind(tx, line.kind)
      const { year, because } = proposeYearOf(await describedLine(tx, line))
      proposals.push({
        lineId: id,
        code: lineCode(line),
        title: line.title,
        kind: line.kind,
        year,
        because: { zh: because.zh, en: because.en },
        retention: kind.retention?.code ?? 'D30',
        unitId: line.unit_id,
      })
    }
    return { proposals }
  },
})

/** Make items of lines 立件, in one step and without typing (S1.2): described, with their files in order, as drafts that say where they came from. */
export const itemiseLines = command({
  name: 'line.itemise',
  title: '立件',
  titleEn: 'Make items of lines',
  permission: 'line.itemise',
  rules: ['S1.1', 'S1.2', 'S14.5'],
  input: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          lineId: LineId,
          year: z.int().min(1900).max(2200).optional().meta({ title: '年度', titleEn: 'Year' }),
          retention: retentionCode.meta({ title: '保管期限', titleEn: 'Retention' }),
          unitId: UnitId.nullable().optional().meta({ title: '机构', titleEn: 'Unit' }),
        }),
      )
      .min(1)
      .max(500)
      .meta({ title: '所选各条', titleEn: 'Lines' }),
  }),
  output: bulkLinesOutput,
  run(ctx, { lines }) {
    const wanted = new Map(lines.map(line => [line.lineId, line]))
    return forEachLine(ctx, [...wanted.keys()], async line => {
      assertKeepsLine(ctx.actor, line.unit_id)
      assertStep(line, 'itemised')
      const described = await describedLine(ctx.tx, line)
      const { year = proposeYearOf(described).year, retention, unitId = line.unit_id } = wanted.get(line.id)!
      const files = inFileOrder(await attachmentsOf(ctx.tx, [line.id]))
      const input = itemOfLine({ ...described, unitId }, { year, retention })
      const { itemId, events } = await enterItem(ctx, { input, files })
      await ctx.tx
        .updateTable('register_line')
        .set({ item_id: itemId, revision: line.revision + 1 })
        .where('id', '=', line.id)
        .execute()
      const tied = await tieItem(ctx, line.id)
      const code = lineCode(line)
      return {
        itemId,
        events: [{ name: 'line.itemised', subject: line.id, data: { code, itemId } }, ...events, ...tied],
      }
    })
  },
})

/**
 * Ties the item a line has become to those of the lines it is linked with (S14.3). A tie that what was done already forbids is left to
 * who arranges them; the link in the register still says it.
 */
async function tieItem(ctx: Context, lineId: string): Promise<AuditEvent[]> {
  const events: AuditEvent[] = []
  for (const { kind, fromItemId, toItemId } of await linksOf(ctx, [lineId])) {
    if (fromItemId === null || toItemId === null) continue
    const { relation, leader } = bondOf[kind]
    const [leaderId, followerId] = leader === 'from' ? [fromItemId, toItemId] : [toItemId, fromItemId]
    try {
      events.push(...(await tie(ctx, { relation, leaderId, followerId })).events)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return events
}

/** A line as its item is written from it. */
async function describedLine(reads: Reads, line: LineRow): Promise<LineOfItem> {
  const { name } = await readFonds(reads, line.fonds_id)
  const unit = line.unit_id
    ? await reads.selectFrom('unit').select('code').where('id', '=', line.unit_id).executeTakeFirst()
    : undefined
  return {
    direction: line.direction as Direction,
    kind: line.kind as LineKind,
    fondsId: line.fonds_id,
    organisation: name,
    unitId: line.unit_id,
    unitCode: unit && line.unit_serial !== null ? unitLineCode(unit.code, line.year, line.unit_serial) : null,
    registeredOn: line.registered_on,
    counterpart: line.counterpart,
    documentNo: line.document_no,
    title: line.title,
    datedOn: line.dated_on ?? '',
    secrecy: secrecyOf(line.secrecy),
    urgency: line.urgency as Urgency,
    copies: line.copies,
    pages: line.pages,
    attachments: line.attachments,
    note: line.note,
  }
}
