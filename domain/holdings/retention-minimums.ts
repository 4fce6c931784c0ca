import type { RetentionCode } from './retention.ts'

/** Shortest retention of one group of records: its basis, whether it is law, and what starts the period. */
export interface RetentionRow {
  readonly title: string
  readonly titleEn: string
  readonly retention: RetentionCode
  readonly basis: string
  /** False where the source only recommends. */
  readonly minimum: boolean
  /** Event that starts the period; without one it is the end of the year. */
  readonly from?: string
}

const accounts = '会计档案管理办法（财政部、国家档案局令第79号）附表'
const enterprise = '企业文件材料归档范围和档案保管期限规定（国家档案局令第10号）附件'
const livestock = '畜禽标识和养殖档案管理办法（农业部令第67号）'
const lawful = (
  title: string,
  titleEn: string,
  rest: { retention: RetentionCode; basis: string; from?: string },
): RetentionRow => ({
  title,
  titleEn,
  minimum: true,
  ...rest,
})
const usual = (title: string, titleEn: string, rest: { retention: RetentionCode; basis: string }): RetentionRow => ({
  title,
  titleEn,
  minimum: false,
  ...rest,
})

/** Known groups of records and how long they are kept; a fonds' own table may only lengthen what is law. */
export const retentionRows = {
  'accounting-voucher': lawful('原始凭证、记账凭证', 'Accounting vouchers', { retention: 'D30', basis: accounts }),
  'account-book': lawful('总账、明细账、日记账、辅助账簿', 'Account books', { retention: 'D30', basis: accounts }),
  'fixed-asset-card': lawful('固定资产卡片', 'Fixed asset cards', {
    retention: 'D5',
    basis: accounts,
    from: '固定资产报废清理',
  }),
  'annual-financial-report': lawful('年度财务会计报告', 'Annual financial reports', {
    retention: 'Y',
    basis: accounts,
  }),
  'periodic-financial-report': lawful('月度、季度、半年度财务会计报告', 'Periodic financial reports', {
    retention: 'D10',
    basis: accounts,
  }),
  'bank-statement': lawful('银行存款余额调节表、银行对账单、纳税申报表', 'Bank statements and tax returns', {
    retention: 'D10',
    basis: accounts,
  }),
  'accounting-handover-list': lawful('会计档案移交清册', 'Handover lists of accounts', {
    retention: 'D30',
    basis: accounts,
  }),
  'accounting-custody-list': lawful(
    '会计档案保管清册、销毁清册、鉴定意见书',
    'Custody and destruction lists of accounts',
    { retention: 'Y', basis: accounts },
  ),
  'internal-control-report': usual('年度内部控制评价、审计报告', 'Yearly reports on internal control and audit', {
    retention: 'Y',
    basis: 'DA/T 94 附录D',
  }),
  'company-charter': lawful('设立、变更、解散，章程，证照，改制', 'Founding, charter and licences', {
    retention: 'Y',
    basis: `${enterprise} 1.1–1.4`,
  }),
  'board-meeting': lawful('董事会、监事会、股东会会议文件', 'Papers of boards and shareholders', {
    retention: 'Y',
    basis: `${enterprise} 2.2`,
  }),
  'board-matter-rejected': lawful('会议讨论未通过的文件', 'Matters a board did not pass', {
    retention: 'D10',
    basis: `${enterprise} 2.2`,
  }),
  'director-duty-important': lawful('董事、监事、股东履职维权（重要）', 'Duties of directors, important', {
    retention: 'Y',
    basis: `${enterprise} 2.3`,
  }),
  'director-duty-ordinary': lawful('董事、监事、股东履职维权（一般）', 'Duties of directors, ordinary', {
    retention: 'D30',
    basis: `${enterprise} 2.3`,
  }),
  'company-strategy': usual('发展规划、经营决策、企业改革', 'Strategy and reform', {
    retention: 'Y',
    basis: 'DA/T 42 表A.1',
  }),
  'plan-and-regulation': usual('生产经营计划和总结、规章制度、综合统计', 'Plans, summaries and regulations', {
    retention: 'D30',
    basis: 'DA/T 42 表A.1',
  }),
  'financial-plan': usual('财务管理计划、总结', 'Financial plans and summaries', {
    retention: 'D10',
    basis: 'DA/T 42 表A.1',
  }),
  'real-estate-title': usual('房地产权属证明', 'Titles to real estate', { retention: 'Y', basis: 'DA/T 42 表A.1' }),
  'commercial-contract': usual('商务合同、采购订单、验收和结算', 'Commercial contracts', {
    retention: 'D30',
    basis: 'DA/T 104 表A.1',
  }),
  'stock-movement': usual('出入库和物料凭证', 'Stock movements', { retention: 'D30', basis: 'DA/T 104 表A.2' }),
  'production-daily': usual('生产日报、月生产计划', 'Daily production reports', {
    retention: 'D10',
    basis: 'DA/T 104 表A.3',
  }),
  'equipment-record': usual('设备工单、台账、点检', 'Equipment records', { retention: 'D30', basis: 'DA/T 104 表A.4' }),
  'labour-contract': lawful('已解除或终止的劳动合同', 'Ended labour contracts', {
    retention: 'D2',
    basis: '劳动合同法第五十条',
    from: '劳动合同解除或终止',
  }),
  'cattle-record': lawful('牛养殖档案', 'Cattle records', { retention: 'D20', basis: livestock }),
  'pig-and-poultry-record': lawful('商品猪、禽养殖档案', 'Pig and poultry records', {
    retention: 'D2',
    basis: livestock,
  }),
  'sheep-record': lawful('羊养殖档案', 'Sheep records', { retention: 'D10', basis: livestock }),
} as const satisfies Record<string, RetentionRow>

export type RecordGroup = keyof typeof retentionRows

/** Shortest legal retention of a group of records; undefined where the source only recommends. */
export function minimumOf(group: RecordGroup): RetentionCode | undefined {
  const { minimum, retention } = retentionRows[group]
  return minimum ? retention : undefined
}
