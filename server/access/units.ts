import { z } from 'zod'
import { refuseAccess } from '../../domain/access/refusals.ts'
import { UnitId } from '../../domain/shared/ids.ts'
import { command, query } from '../platform/operation.ts'
import { insertUnit } from './access.sql.ts'

const name = z.string().trim().min(1).max(60).meta({ title: '机构名称', titleEn: 'Unit name' })

/** Create a unit 机构 under another; its code stands in archival codes. */
export const createUnit = command({
  name: 'unit.create',
  title: '新建机构',
  titleEn: 'Create a unit',
  permission: 'unit.create',
  rules: ['S17.4'],
  input: z.strictObject({
    name,
    code: z
      .string()
      .trim()
      .regex(/^([A-Z0-9]{1,8}|[\u4e00-\u9fff]{1,8})$/)
      .meta({
        title: '机构代码',
        titleEn: 'Unit code',
        hint: '1 到 8 位大写字母、数字或汉字',
        hintEn: '1 to 8 capitals, digits or Chinese characters',
      }),
    parentId: UnitId.nullable().default(null),
  }),
  output: z.object({ unitId: z.string() }),
  async run({ tx }, input) {
    const unitId = await insertUnit(tx, input)
    return { output: { unitId }, events: [{ name: 'unit.created', subject: unitId, data: input }] }
  },
})

/** Rename a unit 机构更名; its code stays, since codes already given carry it. */
export const renameUnit = command({
  name: 'unit.rename',
  title: '机构更名',
  titleEn: 'Rename a unit',
  permission: 'unit.rename',
  rules: ['S17.4'],
  input: z.strictObject({ unitId: UnitId, name }),
  output: z.object({ unitId: z.string() }),
  async run({ tx }, { unitId, name: after }) {
    const before =
      (await tx.selectFrom('unit').select('name').where('id', '=', unitId).forUpdate().executeTakeFirst())?.name ??
      refuseAccess('unit.unknown')
    await tx.updateTable('unit').set({ name: after }).where('id', '=', unitId).execute()
    return { output: { unitId }, events: [{ name: 'unit.renamed', subject: unitId, data: { before, after } }] }
  },
})

/** All units 机构 of the organisation, for trees and choices; an organisation has dozens, so the list is whole. */
export const listUnits = query({
  name: 'unit.list',
  title: '机构列表',
  titleEn: 'Units',
  permission: 'signed-in',
  rules: ['S17.4'],
  input: z.strictObject({}),
  output: z.object({
    units: z.array(
      z.object({
        id: z.string(),
        parentId: z.string().nullable(),
        name: z.string(),
        code: z.string(),
        own: z.boolean(),
      }),
    ),
  }),
  async run({ tx, actor }) {
    const rows = await tx
      .selectFrom('unit')
      .select(['id', 'parent_id', 'name', 'code'])
      .orderBy('id')
      .limit(2000)
      .execute()
    return {
      units: rows.map(row => ({
        id: row.id,
        parentId: row.parent_id,
        name: row.name,
        code: row.code,
        own: actor.unitIds.includes(row.id),
      })),
    }
  },
})
