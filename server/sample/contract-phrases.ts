import type { Secrecy } from '../../domain/access/secrecy.ts'
import type { ContractFields } from '../../domain/kinds/index.ts'
import type { SampleUnit } from '../../domain/setup/sample-people.ts'

/** Contracts of one sort: when they are signed, with whom, over how much (yuan) and for how many months. */
export interface ContractPattern {
  readonly months: readonly number[]
  readonly type: ContractFields['contractType']
  readonly retention: 'Y' | 'D30' | 'D10'
  readonly title: string
  readonly unit: SampleUnit
  readonly parties: readonly string[]
  readonly amount: readonly [least: number, most: number]
  readonly lasts: number
  readonly secrecy?: Secrecy
  readonly byTender?: true
}

// No firm of these names exists: each is plainly an example.
const haySellers = ['示例丰草草业有限公司', '示例北原牧草有限公司', '示例金穗草业专业合作社']
const feedSellers = ['示例远牧饲料有限公司', '示例康源饲料科技有限公司', '示例农友粮油有限公司']
const growers = ['示例河湾种植专业合作社', '示例向阳村股份经济合作社', '示例沃土农业服务有限公司']
const dairies = ['示例青山乳业有限公司', '示例晨露乳品股份有限公司']
const cattleBuyers = ['示例顺达牛业有限公司', '示例草原肉牛养殖场', '示例惠民屠宰有限公司']
const machineMakers = ['示例恒通农牧机械有限公司', '示例精工挤奶设备有限公司', '示例力源动力设备有限公司']
const builders = ['示例城建工程有限公司', '示例广厦建筑安装有限公司']
const banks = ['示例农村商业银行股份有限公司', '示例村镇银行股份有限公司']
const landlords = ['示例向阳村村民委员会', '示例柳林村股份经济合作社']
const programmers = ['示例云牧信息技术有限公司', '示例数联软件有限公司']
const carers = ['示例绿环环保服务有限公司', '示例净源生物科技有限公司']
const advisers = ['示例牧医技术服务有限公司', '示例牛博士咨询有限公司']

const yearly = 12

/** Every pattern of the contracts; titles share the words that documents are made of, so that a purchase can be followed. */
export const contractPatterns: readonly ContractPattern[] = [
  {
    months: [2],
    type: 'purchase',
    retention: 'D30',
    title: '{year}年度苜蓿干草采购合同',
    unit: 'CGB',
    parties: haySellers,
    amount: [1_800_000, 5_200_000],
    lasts: yearly,
  },
  {
    months: [3],
    type: 'purchase',
    retention: 'D30',
    title: '{year}年度燕麦干草采购合同',
    unit: 'CGB',
    parties: haySellers,
    amount: [600_000, 1_900_000],
    lasts: yearly,
  },
  {
    months: [6],
    type: 'purchase',
    retention: 'D30',
    title: '{year}年全株玉米收购合同',
    unit: 'SYB',
    parties: growers,
    amount: [2_400_000, 6_800_000],
    lasts: 6,
  },
  {
    months: [1],
    type: 'purchase',
    retention: 'D30',
    title: '{year}年度精料补充料供应合同',
    unit: 'CGB',
    parties: feedSellers,
    amount: [3_000_000, 9_000_000],
    lasts: yearly,
    secrecy: 'trade-secret',
  },
  {
    months: [8],
    type: 'purchase',
    retention: 'D10',
    title: '{goods}采购合同',
    unit: 'CGB',
    parties: feedSellers,
    amount: [30_000, 260_000],
    lasts: 6,
  },
  {
    months: [1],
    type: 'sale',
    retention: 'D30',
    title: '{year}年度生鲜乳购销合同',
    unit: 'BGS',
    parties: dairies,
    amount: [26_000_000, 48_000_000],
    lasts: yearly,
    secrecy: 'core-secret',
  },
  {
    months: [4],
    type: 'sale',
    retention: 'D30',
    title: '{year}年淘汰奶牛销售合同',
    unit: 'BGS',
    parties: cattleBuyers,
    amount: [400_000, 1_600_000],
    lasts: yearly,
    secrecy: 'trade-secret',
  },
  {
    months: [5],
    type: 'sale',
    retention: 'D10',
    title: '{year}年公犊牛销售合同',
    unit: 'BGS',
    parties: cattleBuyers,
    amount: [180_000, 520_000],
    lasts: yearly,
  },
  {
    months: [5],
    type: 'purchase',
    retention: 'D30',
    title: '{equipment}购置合同',
    unit: 'SBZ',
    parties: machineMakers,
    amount: [160_000, 2_900_000],
    lasts: yearly,
    byTender: true,
  },
  {
    months: [9],
    type: 'service',
    retention: 'D10',
    title: '{machine}维修保养合同',
    unit: 'SBZ',
    parties: machineMakers,
    amount: [12_000, 90_000],
    lasts: yearly,
  },
  {
    months: [10],
    type: 'construction',
    retention: 'D30',
    title: '{project}施工合同',
    unit: 'SBZ',
    parties: builders,
    amount: [380_000, 7_600_000],
    lasts: 10,
    byTender: true,
  },
  {
    months: [3],
    type: 'lease',
    retention: 'Y',
    title: '{plot}土地租赁合同',
    unit: 'BGS',
    parties: landlords,
    amount: [60_000, 480_000],
    lasts: 240,
  },
  {
    months: [4],
    type: 'service',
    retention: 'D30',
    title: '{year}年度粪污清运还田服务合同',
    unit: 'BGS',
    parties: carers,
    amount: [90_000, 320_000],
    lasts: yearly,
  },
  {
    months: [2],
    type: 'service',
    retention: 'D10',
    title: '{year}年度奶牛修蹄与兽医技术服务合同',
    unit: 'SYZ',
    parties: advisers,
    amount: [80_000, 240_000],
    lasts: yearly,
  },
  {
    months: [11],
    type: 'loan',
    retention: 'D30',
    title: '{loan}借款合同',
    unit: 'CWB',
    parties: banks,
    amount: [1_000_000, 12_000_000],
    lasts: 36,
    secrecy: 'trade-secret',
  },
  {
    months: [6],
    type: 'technology',
    retention: 'D30',
    title: '{system}开发与技术服务合同',
    unit: 'XXB',
    parties: programmers,
    amount: [60_000, 680_000],
    lasts: 24,
  },
]

/** Words only contracts use. */
export const contractSlots: Readonly<Record<string, readonly string[]>> = {
  plot: [
    '场区东侧饲草地',
    '河湾消纳农田',
    '北区青贮玉米地',
    '进场道路两侧',
    '柳林村试验田',
    '二期牛舍预留用地',
    '氧化塘周边防护林',
    '南坡放牧草地',
  ],
}
