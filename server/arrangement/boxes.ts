import { z } from 'zod'
import { boxDescription } from '../../domain/arrangement/volume-input.ts'
import { assertWorksFor } from '../../domain/holdings/item-life.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { allThicknesses, proposeThickness } from '../../domain/holdings/volumes/box.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { BoxId, SeriesId } from '../../domain/shared/ids.ts'
import {
  deleteBox,
  insertBox,
  lockBox,
  lockBoxesOf,
  unsafeBeforeUnboxed,
  unsafeInBox,
  unsafeNextToBox,
  updateBox,
} from '../holdings/boxes.sql.ts'
import { changesBetween } from '../holdings/changes.ts'
import { Revision } from '../holdings/describe-item.ts'
import { readSeries } from '../holdings/series.sql.ts'
import { command } from '../platform/operation.ts'
import { boxedOf } from './fill-box.ts'

const lookAhead = 1000

/** Add a box 盒 to a series with the next number of its shelf; its thickness is proposed from what waits to be boxed (S5.6). */
export const createBox = command({
  name: 'box.create',
  title: '新增一盒',
  titleEn: 'Add a box',
  permission: 'box.arrange',
  rules: ['S1.4', 'S5.6'],
  input: z.strictObject({
    seriesId: SeriesId,
    thicknessMm: z.literal(allThicknesses).optional().meta({ title: '盒脊厚度（毫米）', titleEn: 'Thickness in mm' }),
  }),
  output: z.object({ boxId: z.string(), number: z.number(), thicknessMm: z.number() }),
  async run({ tx, actor, now }, { seriesId, thicknessMm: given }) {
    const series = await readSeries(tx, actor, seriesId)
    assertWorksFor(actor, series.unit_id)
    await lockBoxesOf(tx, seriesId)
    const what = await boxedOf(tx, series.kind)
    const after = await unsafeBeforeUnboxed(tx, what, seriesId)
    const waiting = await unsafeNextToBox(tx, what, { seriesId, after, limit: lookAhead })
    const thicknessMm = given ?? proposeThickness(waiting)
    const { id: boxId, number } = await insertBox(tx, series, { thicknessMm, by: actor.personId ?? '', at: now })
    return {
      output: { boxId, number, thicknessMm },
      events: [{ name: 'box.created', subject: boxId, data: { seriesId, number, thicknessMm } }],
    }
  },
})

/** Describe a box: the remarks sheet 盒内备考表, who arranged it and who checked it. */
export const describeBox = command({
  name: 'box.describe',
  title: '填写盒内备考',
  titleEn: 'Describe a box',
  permission: 'box.arrange',
  rules: ['S1.3'],
  input: boxDescription.extend({ boxId: BoxId, revision: Revision }),
  output: z.object({ boxId: z.string(), revision: z.number() }),
  async run({ tx, actor }, { boxId, revision, ...input }) {
    const box = await lockBox(tx, actor, boxId)
    assertWorksFor(actor, box.unit_id)
    if (box.revision !== revision) refuseVolume('box.changed')
    const next = {
      note: input.note,
      arranged_by: input.arrangedBy,
      arranged_on: input.arrangedOn,
      checked_by: input.checkedBy,
      checked_on: input.checkedOn,
    }
    const { before, after } = changesBetween(box, next)
    if (Object.keys(after).length === 0) return refuseHoldings('item.nothing-changed')
    await updateBox(tx, box, next)
    return {
      output: { boxId, revision: box.revision + 1 },
      events: [{ name: 'box.described', subject: boxId, data: { before, after } }],
    }
  },
})

/** Remove an empty box 撤销空盒 that has never held anything filed. */
export const discardBox = command({
  name: 'box.discard',
  title: '撤销空盒',
  titleEn: 'Remove an empty box',
  permission: 'box.arrange',
  rules: ['S1.4'],
  input: z.strictObject({ boxId: BoxId }),
  output: z.object({ boxId: z.string() }),
  async run({ tx, actor }, { boxId }) {
    const box = await lockBox(tx, actor, boxId)
    assertWorksFor(actor, box.unit_id)
    const inside = await unsafeInBox(tx, await boxedOf(tx, box.kind), box)
    if (inside.length > 0) refuseVolume('box.not-empty')
    if (box.stored_revision !== null) refuseVolume('box.kept')
    await deleteBox(tx, boxId)
    return { output: { boxId }, events: [{ name: 'box.discarded', subject: boxId, data: { number: box.number } }] }
  },
})
