import { z } from 'zod'
import { assertCleared } from '../../domain/holdings/item-life.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { assertKeepsLine } from '../../domain/registry/keeping.ts'
import { directionCodes, type LineInput, lineCode, lineInput } from '../../domain/registry/line-input.ts'
import { fileLabelCodes, fileLabels } from '../../domain/registry/links.ts'
import { refuseRegistry } from '../../domain/registry/refusals.ts'
import { FondsId, UploadId } from '../../domain/shared/ids.ts'
import { attachToSubject } from '../holdings/attachments.ts'
import { readFonds } from '../holdings/items.sql.ts'
import { newId } from '../platform/ids.ts'
import { type Context, command } from '../platform/operation.ts'
import { lineColumns, lineGrams, nextNumber, nextUnitNumber, visibleLines } from './lines.sql.ts'

/** Uploads that come with a line, and what they are in it. */
export const lineFiles = {
  uploadIds: z.array(UploadId).max(50).default([]).meta({ title: '电子文件', titleEn: 'Files' }),
  label: z
    .enum(fileLabelCodes)
    .default('original')
    .meta({
      title: '稿本',
      titleEn: 'Version',
      options: Object.fromEntries(fileLabelCodes.map(code => [code, fileLabels[code].title])),
      optionsEn: Object.fromEntries(fileLabelCodes.map(code => [code, fileLabels[code].titleEn])),
    }),
}

/** Register what was received or sent 收文发文登记 (S1.1): the next number of the book, without a gap or a duplicate under any number of callers. */
export const registerLine = command({
  name: 'line.register',
  title: '登记收发文',
  titleEn: 'Register a line',
  permission: 'line.register',
  rules: ['S1.1', 'S5.2'],
  input: lineInput.extend({
    fondsId: FondsId,
    direction: z.enum(directionCodes).meta({ title: '收发方向', titleEn: 'Direction' }),
    again: z.boolean().default(false).meta({ title: '再登记一次', titleEn: 'Register again' }),
    ...lineFiles,
  }),
  output: z.object({ lineId: z.string(), code: z.string() }),
  async run(ctx, { fondsId, direction, again, uploadIds, label, ...input }) {
    const { tx, actor, now } = ctx
    assertKeepsLine(actor, input.unitId)
    assertCleared(actor, input.secrecy)
    const fonds = await readFonds(tx, fondsId)
    if (fonds.closed_at) refuseHoldings('fonds.closed', { name: fonds.name })
    if (!again) await assertNotRegistered(ctx, fondsId, { ...input, direction })
    const year = Number(input.registeredOn.slice(0, 4))
    const place = { fonds_id: fondsId, year, unit_id: input.unitId }
    const line = {
      id: newId('line'),
      ...place,
      direction,
      serial: await nextNumber(tx, fondsId, direction, year),
      unit_serial: await nextUnitNumber(tx, place),
    }
    await tx
      .insertInto('register_line')
      .values({
        ...line,
        ...lineColumns(input),
        grams: lineGrams(input),
        registered_by: actor.personId ?? '',
        registered_at: now,
      })
      .execute()
    const attached = await attachToSubject(ctx, { subject: line.id, label, uploadIds })
    const code = lineCode(line)
    return {
      output: { lineId: line.id, code },
      events: [{ name: 'line.registered', subject: line.id, data: { code, title: input.title } }, ...attached],
    }
  },
})

/** Refuses the same number of the same counterpart a second time, unless it is said to be another document (S1.1). */
async function assertNotRegistered(
  { tx, actor }: Context,
  fondsId: string,
  { direction, counterpart, documentNo }: LineInput & { readonly direction: string },
): Promise<void> {
  if (documentNo === '') return
  const same = await tx
    .selectFrom('register_line')
    .select(['direction', 'year', 'serial'])
    .where('fonds_id', '=', fondsId)
    .where('direction', '=', direction)
    .where('document_no', '=', documentNo)
    .where('counterpart', '=', counterpart)
    .where('state', '<>', 'voided')
    .where(visibleLines(actor))
    .orderBy('id')
    .limit(5)
    .execute()
  if (same.length > 0)
    refuseRegistry('line.duplicate', { counterpart, documentNo, codes: same.map(lineCode).join('、') })
}
