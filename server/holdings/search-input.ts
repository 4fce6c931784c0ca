import { z } from 'zod'
import { secrecyCodes } from '../../domain/access/secrecy.ts'
import { itemStateCodes } from '../../domain/holdings/item-life.ts'
import { FondsId, UnitId } from '../../domain/shared/ids.ts'

/** What a search asks for, the same for finding and for counting. */
export const searchInput = {
  text: z.string().trim().max(200).default('').meta({
    title: '检索词',
    titleEn: 'Words',
    hint: '词用空格隔开，都要出现；可写“题名:…”“日期:2024-03..2024-06”这样的条件',
    hintEn: 'Words apart by spaces, all must be there; conditions as title:… or date:2024-03..2024-06',
  }),
  fondsId: FondsId.optional(),
  kind: z.string().max(40).optional().meta({ title: '门类', titleEn: 'Kind' }),
  year: z.int().optional().meta({ title: '年度', titleEn: 'Year' }),
  retention: z.string().max(10).optional().meta({ title: '保管期限', titleEn: 'Retention' }),
  unitId: UnitId.optional(),
  secrecy: z.enum(secrecyCodes).optional().meta({ title: '密级', titleEn: 'Secrecy' }),
  state: z.enum(itemStateCodes).optional().meta({ title: '状态', titleEn: 'State' }),
  files: z.boolean().optional().meta({ title: '有电子文件', titleEn: 'With files' }),
}

const whole = z.strictObject(searchInput)
export type Asked = z.output<typeof whole>
