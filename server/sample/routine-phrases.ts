import type { Secrecy } from '../../domain/access/secrecy.ts'
import type { SampleUnit } from '../../domain/setup/sample-people.ts'
import type { Genre, Topic } from './document-phrases.ts'

/** Papers that the farm's work leaves behind week by week or month by month, without anybody writing a letter. */
export interface RoutinePattern {
  readonly every: 'week' | 'month'
  /** Units that make one each time; `{unit}` in the title is the unit's name. */
  readonly units: readonly SampleUnit[]
  readonly title: string
  readonly retention: 'D30' | 'D10'
  readonly genre: Genre
  readonly topic: Topic
  readonly secrecy?: Secrecy
}

const everyUnit: readonly SampleUnit[] = [
  'BGS',
  'DAS',
  'CWB',
  'RLB',
  'CGB',
  'SYZ',
  'FYZ',
  'CF',
  'SYB',
  'NTZ',
  'SBZ',
  'XXB',
]

const weekly = (unit: SampleUnit, title: string, [retention, topic]: readonly ['D30' | 'D10', Topic]) =>
  ({ every: 'week', units: [unit], title, retention, genre: 'return', topic }) as const

const monthly = (units: readonly SampleUnit[], title: string, topic: Topic) =>
  ({ every: 'month', units, title, retention: 'D10', genre: 'return', topic }) as const

/** Every pattern of the routine; records of the cattle stay thirty years, as the twenty that the law asks for have no class of their own. */
export const routinePatterns: readonly RoutinePattern[] = [
  weekly('NTZ', '{year}年第{week}周生鲜乳质量检测记录', ['D10', 'milk']),
  weekly('NTZ', '{year}年第{week}周挤奶设备清洗消毒记录', ['D10', 'milk']),
  weekly('SYZ', '{year}年第{week}周牛群诊疗与用药记录', ['D30', 'epidemic']),
  weekly('SYZ', '{year}年第{week}周牛舍消毒记录', ['D30', 'epidemic']),
  weekly('FYZ', '{year}年第{week}周配种与妊检记录', ['D30', 'breeding']),
  weekly('CF', '{year}年第{week}周产犊与犊牛护理记录', ['D30', 'calving']),
  weekly('SYB', '{year}年第{week}周日粮投喂与剩料记录', ['D10', 'feed']),
  weekly('SYB', '{year}年第{week}周存栏与转群记录', ['D30', 'feed']),
  weekly('CGB', '{year}年第{week}周饲料原料入库检验记录', ['D10', 'feed']),
  weekly('SBZ', '{year}年第{week}周设备巡检记录', ['D10', 'equipment']),
  weekly('BGS', '{year}年第{week}周值班与来访登记表', ['D10', 'office']),
  weekly('BGS', '{year}年第{week}周安全生产检查记录', ['D10', 'safety']),
  monthly(everyUnit, '{unit}{year}年{month}月考勤表', 'personnel'),
  monthly(everyUnit, '{unit}{year}年{month}月班组例会记录', 'office'),
  { ...monthly(everyUnit, '{unit}{year}年{month}月绩效考核表', 'personnel'), secrecy: 'trade-secret' },
  monthly(['NTZ'], '{year}年{month}月生鲜乳交接单汇编', 'milk'),
  monthly(['SYZ'], '{year}年{month}月病死牛无害化处理记录', 'environment'),
  monthly(['CGB'], '{year}年{month}月兽药采购验收记录', 'epidemic'),
  monthly(['CWB'], '{year}年{month}月资金计划表', 'finance'),
  monthly(['XXB'], '{year}年{month}月信息系统运行月报', 'equipment'),
  monthly(['DAS'], '{year}年{month}月档案库房检查记录', 'archive'),
]
