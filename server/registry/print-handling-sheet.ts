import { z } from 'zod'
import { secrecyLevels } from '../../domain/access/secrecy.ts'
import { urgencies } from '../../domain/registry/line-input.ts'
import { refuseRegistry } from '../../domain/registry/refusals.ts'
import { LineId } from '../../domain/shared/ids.ts'
import { dayIn } from '../holdings/catalogue.ts'
import { readFonds } from '../holdings/items.sql.ts'
import { fileQuery } from '../platform/operation.ts'
import { forwardsOf } from './forwards.sql.ts'
import { printHandlingSheet } from './handling-sheet.print.ts'
import { toLineRow, visibleLineRows } from './line-rows.sql.ts'
import { readLine } from './lines.sql.ts'

/** Print the handling sheet 文件处理单 of a line, filled in as far as things have gone, to be passed round and signed (S1.1). */
export const printSheetOfLine = fileQuery({
  name: 'line.sheet',
  title: '打印文件处理单',
  titleEn: 'Print a handling sheet',
  permission: 'line.print',
  rules: ['S1.1'],
  limit: { per: 'person', max: 60, seconds: 60 },
  input: z.strictObject({ lineId: LineId }),
  async run({ tx, actor, now }, { lineId }) {
    const { fonds_id: fondsId } = await readLine(tx, actor, lineId)
    const fonds = await readFonds(tx, fondsId)
    const dayOf = (at: string | null) => (at === null ? '' : dayIn(fonds.timezone, new Date(at)))
    const today = dayIn(fonds.timezone, now)
    const row =
      (await visibleLineRows(tx, actor, today).where('register_line.id', '=', lineId).executeTakeFirst()) ??
      refuseRegistry('line.unknown')
    const line = toLineRow(row, actor)
    const forwards = await forwardsOf(tx, actor, lineId)
    const received = line.direction === 'received'
    const body = await printHandlingSheet({
      ...line,
      numberTitle: received ? '收文号' : '发文号',
      counterpartTitle: received ? '来文单位' : '收文单位',
      fondsName: fonds.name,
      secrecy: secrecyLevels[line.secrecy].title,
      urgency: urgencies[line.urgency].title,
      amount: `${line.copies} 份／${line.pages ?? '　'} 页`,
      attachments:
        line.attachments === 0 ? '无' : `${line.attachments} 件${line.attachmentNames && `：${line.attachmentNames}`}`,
      unitName: line.unitName ?? '',
      asks: [...new Set(forwards.map(({ asks }) => asks).filter(Boolean))].join('；'),
      forwards: forwards.map(({ to, note, readAt, handledAt, handledBy }) => ({
        to,
        note: handledBy !== null && handledBy !== to ? `${handledBy}：${note}` : note,
        readOn: dayOf(readAt),
        handledOn: dayOf(handledAt),
      })),
      printedOn: today,
      printedBy: actor.name,
    })
    return { name: `文件处理单-${line.code}.pdf`, mime: 'application/pdf', body, inline: true }
  },
})
