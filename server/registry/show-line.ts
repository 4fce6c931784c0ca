import { z } from 'zod'
import { lineCode } from '../../domain/registry/line-input.ts'
import { fileLabelCodes, linkKindCodes } from '../../domain/registry/links.ts'
import { refuseRegistry } from '../../domain/registry/refusals.ts'
import { ItemId, LineId } from '../../domain/shared/ids.ts'
import { attachmentsOf } from '../holdings/attachments.ts'
import { dayIn } from '../holdings/catalogue.ts'
import { historyOf, historyOutput, historyPage } from '../holdings/history.sql.ts'
import { query } from '../platform/operation.ts'
import { forwardRow, forwardsOf } from './forwards.sql.ts'
import { lineRow, toLineRow, visibleLineRows } from './line-rows.sql.ts'
import { readLine, visibleLines } from './lines.sql.ts'
import { linksOfLine } from './links.sql.ts'

const file = z.object({
  id: z.string(),
  name: z.string(),
  label: z.enum(fileLabelCodes).or(z.literal('')),
  size: z.number(),
  pages: z.number().nullable(),
  preview: z.enum(['pdf', 'image', 'text', 'none']),
})

const link = z.object({
  lineId: z.string(),
  code: z.string(),
  title: z.string(),
  kind: z.enum(linkKindCodes),
  /** Whether this line is the later of the two: the reply, the draft, the annex. */
  from: z.boolean(),
  itemId: z.string().nullable(),
})

/** Show a line 登记 with its files, to whom it was forwarded, and what it belongs together with. */
export const showLine = query({
  name: 'line.show',
  title: '查看登记',
  titleEn: 'Show a line',
  permission: 'line.list',
  rules: ['S1.1', 'S17.4'],
  input: z.strictObject({ lineId: LineId }),
  output: z.object({
    line: lineRow.extend({ registeredBy: z.string(), fondsName: z.string() }),
    files: z.array(file),
    forwards: z.array(forwardRow),
    links: z.array(link),
  }),
  async run({ tx, actor, now }, { lineId }) {
    const { registeredBy, fondsName, timezone } =
      (await tx
        .selectFrom('register_line')
        .innerJoin('person', 'person.id', 'registered_by')
        .innerJoin('fonds', 'fonds.id', 'fonds_id')
        .select(['person.name as registeredBy', 'fonds.name as fondsName', 'fonds.timezone'])
        .where('register_line.id', '=', lineId)
        .executeTakeFirst()) ?? refuseRegistry('line.unknown')
    const row =
      (await visibleLineRows(tx, actor, dayIn(timezone, now))
        .where('register_line.id', '=', lineId)
        .executeTakeFirst()) ?? refuseRegistry('line.unknown')
    return {
      line: { ...toLineRow(row, actor), registeredBy, fondsName },
      files: (await attachmentsOf(tx, [lineId])).map(one => ({
        ...one,
        label: one.label as z.input<typeof file>['label'],
      })),
      forwards: await forwardsOf(tx, actor, lineId),
      links: await linksOfLine(tx, actor, lineId),
    }
  },
})

/** What happened to a line 过程记录: each step with who and when, oldest first (S1.1). */
export const lineHistory = query({
  name: 'line.history',
  title: '登记过程',
  titleEn: 'History of a line',
  permission: 'line.list',
  rules: ['S1.1'],
  input: z.strictObject({ lineId: LineId, ...historyPage }),
  output: historyOutput,
  async run({ tx, actor }, { lineId, ...page }) {
    await readLine(tx, actor, lineId)
    return historyOf(tx, lineId, page)
  },
})

/** The line an item was made from, for the way back to it; none where it came otherwise, or where the line may not be seen. */
export const lineOfItem = query({
  name: 'line.of-item',
  title: '这一件的登记',
  titleEn: 'Line of an item',
  permission: 'line.list',
  rules: ['S1.1', 'S17.4'],
  input: z.strictObject({ itemId: ItemId }),
  output: z.object({ line: z.object({ id: z.string(), code: z.string() }).nullable() }),
  async run({ tx, actor }, { itemId }) {
    const line = await tx
      .selectFrom('register_line')
      .select(['id', 'direction', 'year', 'serial'])
      .where('item_id', '=', itemId)
      .where(visibleLines(actor))
      .executeTakeFirst()
    return { line: line ? { id: line.id, code: lineCode(line) } : null }
  },
})
