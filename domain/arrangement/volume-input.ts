import { z } from 'zod'
import { PersonId } from '../shared/ids.ts'

const person = PersonId.nullable().default(null)
const day = z.iso.date().nullable().default(null)

/** Title 案卷题名 of a volume. */
export const volumeTitle = z.string().trim().min(1).max(500).meta({ title: '案卷题名', titleEn: 'Title of the volume' })

/** What is written about a volume besides its members: title, the remarks sheet 卷内备考表, who bound and who checked it. */
export const volumeDescription = z.strictObject({
  title: volumeTitle,
  selfMadeTitle: z.boolean().default(true).meta({ title: '自拟题名', titleEn: 'Title made by the archivist' }),
  note: z.string().trim().max(2000).default('').meta({ title: '本卷情况说明', titleEn: 'Remarks on the volume' }),
  exceptionReason: z.string().trim().max(500).default('').meta({ title: '同卷原因', titleEn: 'Why they lie together' }),
  boundBy: person.meta({ title: '立卷人', titleEn: 'Bound by' }),
  boundOn: day.meta({ title: '立卷时间', titleEn: 'Bound on' }),
  checkedBy: person.meta({ title: '检查人', titleEn: 'Checked by' }),
  checkedOn: day.meta({ title: '检查时间', titleEn: 'Checked on' }),
})

/** What is written about a box: the remarks sheet 盒内备考表, who arranged and who checked it. */
export const boxDescription = z.strictObject({
  note: z.string().trim().max(2000).default('').meta({ title: '盒内文件情况说明', titleEn: 'Remarks on the box' }),
  arrangedBy: person.meta({ title: '整理人', titleEn: 'Arranged by' }),
  arrangedOn: day.meta({ title: '整理日期', titleEn: 'Arranged on' }),
  checkedBy: person.meta({ title: '检查人', titleEn: 'Checked by' }),
  checkedOn: day.meta({ title: '检查日期', titleEn: 'Checked on' }),
})
