import type { SampleUnit } from '../../domain/setup/sample-people.ts'

/** A letter of the sample's register 收发文登记簿; `ago` is how many days before today it came or went. */
export interface SampleLetter {
  readonly direction: 'received' | 'sent'
  readonly ago: number
  readonly counterpart: string
  readonly documentNo: string
  readonly title: string
  readonly unit: SampleUnit
  readonly pages: number
  readonly urgency?: 'urgent' | 'flash'
  /** Login of who is to handle it, how many days from today they have, and what they wrote when it is done. */
  readonly to?: string
  readonly dueIn?: number
  readonly handled?: string
  readonly finished?: string
}

const bureau = '示范区农业农村局'
const control = '示范区动物疫病预防控制中心'
const company = '示范牧业有限公司'
const environment = '示范区生态环境局'

/** The letters of the last weeks, the oldest first: done, under way, overdue, and just come in. */
export const sampleLetters: readonly SampleLetter[] = [
  {
    direction: 'received',
    ago: 55,
    counterpart: bureau,
    documentNo: '农牧函〔2026〕41号',
    title: '关于开展秋季畜禽养殖档案专项检查的通知',
    unit: 'DAS',
    pages: 4,
    to: 'zhaochunsheng',
    dueIn: -40,
    handled: '养殖档案已自查，缺项两处已补齐。',
    finished: '自查报告已报送。',
  },
  {
    direction: 'sent',
    ago: 48,
    counterpart: bureau,
    documentNo: '奶牛场〔2026〕18号',
    title: '关于报送秋季养殖档案自查情况的报告',
    unit: 'DAS',
    pages: 6,
    finished: '已寄出，对方签收。',
  },
  {
    direction: 'received',
    ago: 41,
    counterpart: company,
    documentNo: '牧司发〔2026〕33号',
    title: '关于做好2027年度全面预算编制工作的通知',
    unit: 'CWB',
    pages: 8,
    to: 'zhengxiuying',
    dueIn: -20,
    handled: '预算草案已编制，送公司财务部。',
    finished: '预算草案已报送。',
  },
  {
    direction: 'received',
    ago: 33,
    counterpart: control,
    documentNo: '疫控函〔2026〕27号',
    title: '关于反馈布鲁氏菌病监测结果的函',
    unit: 'SYZ',
    pages: 3,
    to: 'zhaochunsheng',
    dueIn: -26,
    handled: '结果全部阴性，已通知各组。',
    finished: '已存入监测档案。',
  },
  {
    direction: 'sent',
    ago: 27,
    counterpart: company,
    documentNo: '奶牛场〔2026〕21号',
    title: '关于更新挤奶机真空泵的请示',
    unit: 'SBZ',
    pages: 3,
  },
  {
    direction: 'received',
    ago: 18,
    counterpart: company,
    documentNo: '牧司发〔2026〕37号',
    title: '关于同意更新挤奶机真空泵的批复',
    unit: 'SBZ',
    pages: 2,
    to: 'wanglijuan',
    dueIn: 5,
  },
  {
    direction: 'received',
    ago: 15,
    counterpart: environment,
    documentNo: '环函〔2026〕19号',
    title: '关于核查粪污贮存设施运行情况的函',
    unit: 'SYB',
    pages: 2,
    urgency: 'urgent',
    to: 'liuzhiyuan',
    dueIn: -3,
  },
  {
    direction: 'received',
    ago: 9,
    counterpart: bureau,
    documentNo: '农牧函〔2026〕48号',
    title: '关于做好今冬明春重大动物疫病防控工作的通知',
    unit: 'SYZ',
    pages: 6,
    to: 'zhaochunsheng',
    dueIn: 8,
  },
  {
    direction: 'received',
    ago: 6,
    counterpart: control,
    documentNo: '疫控函〔2026〕31号',
    title: '关于采集口蹄疫免疫抗体检测样品的函',
    unit: 'SYZ',
    pages: 2,
    urgency: 'urgent',
    to: 'sunxiaoyan',
    dueIn: 2,
  },
  {
    direction: 'sent',
    ago: 4,
    counterpart: environment,
    documentNo: '奶牛场〔2026〕25号',
    title: '关于粪污贮存设施运行情况的复函',
    unit: 'SYB',
    pages: 4,
  },
  {
    direction: 'received',
    ago: 2,
    counterpart: company,
    documentNo: '牧司发〔2026〕42号',
    title: '关于召开年度工作会议的通知',
    unit: 'BGS',
    pages: 2,
  },
  {
    direction: 'received',
    ago: 1,
    counterpart: '示例青山乳业有限公司',
    documentNo: '',
    title: '关于调整生鲜乳交接时间的函',
    unit: 'NTZ',
    pages: 1,
    urgency: 'flash',
  },
]
