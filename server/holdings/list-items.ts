import { z } from 'zod'
import { itemStateCodes } from '../../domain/holdings/item-life.ts'
import { After, FondsId, Limit, SeriesId, UnitId } from '../../domain/shared/ids.ts'
import { query } from '../platform/operation.ts'
import { itemRow, toItemRow, visibleRows } from './item-rows.sql.ts'

/**
 * Items 件, newest first and paged by key; narrowed by series, unit and state. `order: 'code'` goes through one series by number instead,
 * `oldest` begins with what was registered first.
 */
export const listItems = query({
  name: 'item.list',
  title: '档案列表',
  titleEn: 'Items',
  permission: 'item.list',
  rules: ['S1.2', 'S17.4'],
  input: z.strictObject({
    fondsId: FondsId.optional(),
    seriesId: SeriesId.optional(),
    unitId: UnitId.optional(),
    kind: z.string().max(40).optional().meta({ title: '门类', titleEn: 'Kind' }),
    year: z.int().optional().meta({ title: '年度', titleEn: 'Year' }),
    states: z.array(z.enum(itemStateCodes)).max(3).optional().meta({ title: '状态', titleEn: 'State' }),
    /** Only what is bound into no volume and lies in no box. */
    loose: z.boolean().default(false).meta({ title: '散件', titleEn: 'Loose only' }),
    order: z.enum(['newest', 'oldest', 'code']).default('newest').meta({ title: '次序', titleEn: 'Order' }),
    after: After,
    limit: Limit,
  }),
  output: z.object({ items: z.array(itemRow), next: z.string().nullable() }),
  async run({ tx, actor }, input) {
    let rows = visibleRows(tx, actor).limit(input.limit + 1)
    if (input.fondsId) rows = rows.where('item.fonds_id', '=', input.fondsId)
    if (input.seriesId) rows = rows.where('item.series_id', '=', input.seriesId)
    if (input.unitId) rows = rows.where('item.unit_id', '=', input.unitId)
    if (input.kind) rows = rows.where('item.kind', '=', input.kind)
    if (input.year !== undefined) rows = rows.where('item.year', '=', input.year)
    if (input.states) rows = rows.where('item.state', 'in', input.states)
    if (input.loose) rows = rows.where('item.volume_id', 'is', null).where('item.box_id', 'is', null)
    const byCode = input.order === 'code' && input.seriesId !== undefined
    if (byCode) {
      rows = rows.where('item.serial', 'is not', null).orderBy('item.serial')
      if (input.after) rows = rows.where('item.serial', '>', Number(input.after) || 0)
    } else if (input.order === 'oldest') {
      rows = rows.orderBy('item.id')
      if (input.after) rows = rows.where('item.id', '>', input.after)
    } else {
      rows = rows.orderBy('item.id', 'desc')
      if (input.after) rows = rows.where('item.id', '<', input.after)
    }
    const found = await rows.execute()
    const page = found.slice(0, input.limit)
    const last = page.at(-1)
    const next = found.length > input.limit && last ? (byCode ? String(last.serial) : last.id) : null
    return { items: page.map(row => toItemRow(row, actor)), next }
  },
})
