import { z } from 'zod'
import { assertWorksFor } from '../../domain/holdings/item-life.ts'
import { fitting } from '../../domain/holdings/volumes/box.ts'
import { refuseVolume } from '../../domain/holdings/volumes/refusals.ts'
import { BoxId } from '../../domain/shared/ids.ts'
import {
  type Boxed,
  lockBox,
  moveToBox,
  unsafeBeforeUnboxed,
  unsafeInBox,
  unsafeNextToBox,
  updateBox,
} from '../holdings/boxes.sql.ts'
import { currentKind } from '../holdings/kinds.sql.ts'
import type { Reads } from '../platform/db.ts'
import { command } from '../platform/operation.ts'

const mostAtOnce = 1000
const put = z.object({
  boxId: z.string(),
  put: z.array(z.object({ id: z.string(), code: z.string() })),
  pages: z.number(),
})

/** What boxes of a kind hold: its items, or its volumes when it is arranged by volume (S13.3). */
export async function boxedOf(reads: Reads, kind: string): Promise<Boxed> {
  return (await currentKind(reads, kind)).kind.unit
}

/** Fill a box 装盒 with what comes next by code, until the paper takes its thickness; it goes on where the box or its neighbour ends (S5.6). */
export const fillBox = command({
  name: 'box.fill',
  title: '装盒',
  titleEn: 'Fill a box',
  permission: 'box.arrange',
  rules: ['S1.4', 'S5.6', 'S13.3'],
  input: z.strictObject({
    boxId: BoxId,
    most: z.int().min(1).max(mostAtOnce).default(mostAtOnce).meta({ title: '最多装几件', titleEn: 'At most' }),
  }),
  output: put,
  async run({ tx, actor }, { boxId, most }) {
    const box = await lockBox(tx, actor, boxId)
    assertWorksFor(actor, box.unit_id)
    const what = await boxedOf(tx, box.kind)
    const inside = await unsafeInBox(tx, what, box)
    const after = inside.at(-1)?.serial ?? (await unsafeBeforeUnboxed(tx, what, box.series_id))
    const next = await unsafeNextToBox(tx, what, { seriesId: box.series_id, after, limit: most })
    if (next.length === 0) refuseVolume('box.nothing-to-take')
    const pages = inside.reduce((sum, one) => sum + one.pages, 0)
    const fit = next.slice(0, fitting(next, { mm: box.thickness_mm, pages }))
    if (fit.length === 0) refuseVolume('box.full', { mm: box.thickness_mm })
    const ids = fit.map(({ id }) => id)
    await moveToBox(tx, what, ids, boxId)
    await updateBox(tx, box)
    return {
      output: {
        boxId,
        put: fit.map(({ id, code }) => ({ id, code })),
        pages: fit.reduce((sum, one) => sum + one.pages, pages),
      },
      events: [{ name: 'box.filled', subject: boxId, data: { ids } }],
    }
  },
})

/** Take things out of a box 出盒: from either end, so that the codes in it still run without a break (S5.6). */
export const takeOut = command({
  name: 'box.take-out',
  title: '出盒',
  titleEn: 'Take out of a box',
  permission: 'box.arrange',
  rules: ['S1.4', 'S5.6'],
  input: z.strictObject({
    boxId: BoxId,
    ids: z.array(z.string().max(60)).min(1).max(mostAtOnce).meta({ title: '取出的', titleEn: 'Taken out' }),
  }),
  output: z.object({ boxId: z.string(), left: z.number() }),
  async run({ tx, actor }, { boxId, ids }) {
    const box = await lockBox(tx, actor, boxId)
    assertWorksFor(actor, box.unit_id)
    const what = await boxedOf(tx, box.kind)
    const taken = new Set(ids)
    const inside = await unsafeInBox(tx, what, box)
    if (inside.filter(({ id }) => taken.has(id)).length < taken.size) refuseVolume('box.not-in-it')
    const left = inside.flatMap(({ id }, at) => (taken.has(id) ? [] : [at]))
    if ((left.at(-1) ?? 0) - (left[0] ?? 0) + 1 > Math.max(left.length, 1)) refuseVolume('box.middle')
    await moveToBox(tx, what, [...taken], null)
    await updateBox(tx, box)
    return {
      output: { boxId, left: left.length },
      events: [{ name: 'box.emptied', subject: boxId, data: { ids: [...taken] } }],
    }
  },
})
