import { z } from 'zod'
import { FondsId, UnitId } from '../shared/ids.ts'
import { itemDescription } from './description.ts'

const year = z.int().min(1900).max(2200).meta({ title: '年度', titleEn: 'Year' })
const unitId = UnitId.nullable().default(null).meta({ title: '机构', titleEn: 'Unit' })
const fields = z.record(z.string(), z.unknown()).default({}).meta({ title: '门类字段', titleEn: 'Fields of the kind' })

/** Where an item is to stand and what is written about it, in one flat form: what a page, a sheet or a program sends. */
export const itemInput = z.strictObject({
  fondsId: FondsId,
  kind: z.string().min(1).max(40).meta({ title: '门类', titleEn: 'Kind' }),
  year,
  unitId,
  ...itemDescription.shape,
  fields,
})

export type ItemInput = z.infer<typeof itemInput>

/** What a correction 更正 may change of a filed item: everything written about it but its place, which its code carries. */
export const correction = z.strictObject({ ...itemDescription.omit({ retention: true }).shape, fields })

/** The description part of an item's input. */
export const descriptionOf = (input: ItemInput) =>
  itemDescription.parse(
    Object.fromEntries(Object.keys(itemDescription.shape).map(key => [key, input[key as keyof ItemInput]])),
  )
