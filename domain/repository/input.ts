import { z } from 'zod'
import { BoxId, ItemId, VolumeId } from '../shared/ids.ts'

const count = (title: string, titleEn: string, most: number) => z.int().min(1).max(most).meta({ title, titleEn })

/** Numbers that make up a room, from the rows down to the slots. */
export const shapeInput = {
  rows: count('列数', 'Rows', 99),
  bays: count('每列节数', 'Bays in a row', 99),
  shelves: count('每节层数', 'Shelves in a bay', 20),
  slots: count('每层格数', 'Slots on a shelf', 50),
  sides: z
    .union([z.literal(1), z.literal(2)])
    .default(1)
    .meta({ title: '面数', titleEn: 'Sides', hint: '1 或 2', hintEn: '1 or 2' }),
  slotMm: z.int().min(50).max(5000).meta({ title: '每格长度（毫米）', titleEn: 'Length of a slot (mm)' }),
}

export const roomCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{1,4}$/)
  .meta({
    title: '库房代号',
    titleEn: 'Code of the room',
    hint: '1 到 4 位大写字母或数字',
    hintEn: '1 to 4 capitals or digits',
  })

export const locationName = z.string().trim().max(40).meta({ title: '名称', titleEn: 'Name' })

/** What can be shelved by itself: a box 盒, a volume 案卷, an item 件. */
export const ThingId = z.union([BoxId, VolumeId, ItemId]).meta({ title: '盒、卷或件', titleEn: 'Box, volume or item' })
export const thingIds = z
  .array(ThingId)
  .min(1)
  .max(1000)
  .meta({ title: '盒、卷、件', titleEn: 'Boxes, volumes, items' })
export const moveReason = z.string().trim().min(2).max(300).meta({ title: '原因', titleEn: 'Reason' })
