import { z } from 'zod'
import { secrecyCodes } from '../access/secrecy.ts'
import { retentionCode } from '../holdings/retention.ts'
import { FondsId, UnitId } from '../shared/ids.ts'

/** More columns than any register has; what is wider is no register. */
export const mostColumns = 200

/** What a column is about, by position: a target's name, or null for one that is left out. */
export const columnTargets = z
  .array(z.string().min(1).max(60).nullable())
  .min(1)
  .max(mostColumns)
  .meta({ title: '列的对应', titleEn: 'Columns' })

/** What holds for every row whose own column says nothing. */
export const constants = z
  .strictObject({
    year: z.int().min(1900).max(2200).nullable().default(null).meta({ title: '年度', titleEn: 'Year' }),
    retention: retentionCode.nullable().default(null).meta({ title: '保管期限', titleEn: 'Retention' }),
    unitId: UnitId.nullable().default(null).meta({ title: '机构', titleEn: 'Unit' }),
    secrecy: z.enum(secrecyCodes).nullable().default(null).meta({ title: '密级', titleEn: 'Secrecy' }),
  })
  .meta({ title: '统一填写', titleEn: 'Constants' })

/** How a sheet is to be read: where its heads stand, what each column is about, and where its items go. */
export const importPlan = z.strictObject({
  fondsId: FondsId,
  kind: z.string().min(1).max(40).meta({ title: '门类', titleEn: 'Kind' }),
  /** Name of the sheet. */
  sheet: z.string().max(100).meta({ title: '工作表', titleEn: 'Sheet' }),
  /** Row of the heads as the sheet counts; 0 where there are none. */
  headRow: z.int().min(0).max(10_000).meta({ title: '表头所在行', titleEn: 'Row of the heads' }),
  columns: columnTargets,
  constants,
})

export type ImportPlan = z.infer<typeof importPlan>
