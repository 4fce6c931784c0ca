import type { Secrecy } from '../../domain/access/secrecy.ts'
import type { DocumentFields } from '../../domain/kinds/index.ts'
import type { SampleUnit } from '../../domain/setup/sample-people.ts'

/** What a sample item is about; its files are written from this topic's sentences. */
export type Topic =
  | 'archive'
  | 'breeding'
  | 'calving'
  | 'contract'
  | 'environment'
  | 'epidemic'
  | 'equipment'
  | 'feed'
  | 'finance'
  | 'milk'
  | 'office'
  | 'personnel'
  | 'safety'

export type Genre = NonNullable<DocumentFields['genre']>

/** Who issues documents: creator 责任者, the word its document numbers begin with (none for papers without), and the direction. */
export const issuers = {
  farm: { creator: '示范奶牛场', number: '牧场发', direction: 'sent' },
  farmUp: { creator: '示范奶牛场', number: '奶牛场', direction: 'sent' },
  office: { creator: '示范奶牛场办公室', number: '牧场办', direction: 'internal' },
  party: { creator: '示范奶牛场党支部', number: '场党支', direction: 'internal' },
  company: { creator: '示范牧业有限公司', number: '牧司发', direction: 'received' },
  board: { creator: '示范牧业有限公司董事会', number: '牧司董', direction: 'received' },
  bureau: { creator: '示范区农业农村局', number: '农牧函', direction: 'received' },
  control: { creator: '示范区动物疫病预防控制中心', number: '疫控函', direction: 'received' },
  environment: { creator: '示范区生态环境局', number: '环函', direction: 'received' },
  /** The unit itself, whose papers bear no number. */
  unit: { creator: '', number: '', direction: 'internal' },
} as const satisfies Record<string, { creator: string; number: string; direction: DocumentFields['direction'] }>

export type Issuer = keyof typeof issuers

/** Documents that come every year in these months; `{…}` in the title is a year or a word of `slots`. */
export interface DocumentPattern {
  readonly months: readonly number[]
  readonly retention: 'Y' | 'D30' | 'D10'
  readonly genre: Genre
  readonly title: string
  readonly unit: SampleUnit
  readonly topic: Topic
  readonly from: Issuer
  readonly secrecy?: Secrecy
}

/** Words that fill a title's places; a combination is used once. */
export const slots: Readonly<Record<string, readonly string[]>> = {
  quarter: ['第一季度', '第二季度', '第三季度', '第四季度'],
  nth: ['一', '二', '三', '四'],
  half: ['春季', '秋季'],
  board: [
    '财务预算方案',
    '固定资产投资计划',
    '利润分配方案',
    '经营目标责任书',
    '对外融资额度',
    '奶牛引种计划',
    '审计机构聘任',
    '风险管理方案',
  ],
  rule: ['印章', '公务用车', '人员车辆进场消毒', '兽药', '饲料原料验收', '生鲜乳质量', '固定资产', '档案'],
  meeting: [
    '安全生产专题会议',
    '奶源质量分析会',
    '春季防疫部署会',
    '班组长例会',
    '节能降耗座谈会',
    '后备牛培育研讨会',
    '设备安全检查会',
  ],
  matter: [
    '提供青贮玉米种植地块资料',
    '办理进场道路限高牌设置手续',
    '开展奶牛生产性能测定',
    '核实土地流转面积',
    '安装场区供水计量装置',
    '调剂液氮运输车辆',
    '清理场外排水沟渠',
    '培训新任防疫员',
  ],
  contest: ['安全生产', '牛舍环境卫生', '节水节电', '挤奶操作', '犊牛饲喂', '设备保养'],
  paper: [
    '奶畜养殖和生鲜乳收购运输环节监管工作方案',
    '规模养殖场用电安全检查要点',
    '兽用抗菌药使用减量化行动宣传提纲',
    '秸秆综合利用补助资金申报指南',
    '畜牧业统计报表填报说明',
    '农业机械安全操作规范汇编',
    '养殖场防汛抗旱工作指引',
    '饲料质量安全管理问答',
  ],
  storeroom: [
    '温湿度控制',
    '消防设施',
    '防虫防霉',
    '密集架运行',
    '光盘与移动硬盘保管',
    '门禁与钥匙管理',
    '空调除湿设备',
    '照明与防光',
  ],
  disease: ['口蹄疫', '牛结节性皮肤病', '炭疽', '病毒性腹泻', '副结核', '梭菌病', '牛流行热', '传染性鼻气管炎'],
  test: ['口蹄疫抗体', '结核病', '布病', '病毒性腹泻'],
  pest: ['蚊蝇', '鼠害', '蜱虫', '野鸟', '蟑螂'],
  semen: ['荷斯坦性控', '娟姗牛', '低产奶用高脂', '抗乳房炎指数', '长寿型', '无角基因', '高蛋白', '西门塔尔杂交'],
  appraisal: [
    '奶牛体型外貌鉴定',
    '后备牛生长测定',
    '奶牛肢蹄评分',
    '产奶性能测定',
    '耳标电子化核对',
    '系谱资料核查',
    '奶牛体况评分',
    '配种记录抽查',
  ],
  calving: ['新生犊牛护理', '初乳灌服', '难产助产', '接产用具消毒', '犊牛去角', '断奶过渡', '产后牛监护', '犊牛岛清洗'],
  calvingFault: [
    '垫料更换不及时',
    '初乳冰箱温度偏高',
    '接产记录漏填',
    '犊牛腹泻偏多',
    '值夜交接不清',
    '消毒池药液浓度不足',
    '产栏湿滑',
    '耳号登记差错',
  ],
  season: ['冬春季', '夏秋季'],
  group: ['高产牛群', '中产牛群', '干奶牛群', '围产牛群', '育成牛群', '新产牛群', '犊牛群'],
  feed: ['压片玉米', '甜菜颗粒粕', '燕麦草', '豆粕', '棉籽', '干酒糟', '糖蜜', '预混料'],
  milk: ['挤奶前药浴', '奶罐清洗', '抗生素残留检测', '异常乳隔离', '奶厅用水', '奶温冷链', '奶样留存', '头三把奶检查'],
  equipment: [
    '卧式TMR搅拌车',
    '转盘式挤奶机',
    '青贮取料机',
    '粪污固液分离机',
    '牛舍喷淋降温系统',
    '犊牛自动饲喂机',
    '发情监测项圈',
    '柴油发电机组',
  ],
  machine: [
    '二号挤奶厅真空泵',
    '青贮压窖铲车',
    '清粪刮板',
    '制冷压缩机',
    '牛舍风机',
    '饲料粉碎机',
    '锅炉循环泵',
    '十吨奶罐搅拌器',
  ],
  building: [
    '三号牛舍屋面',
    '场区东侧围墙',
    '青贮窖排水沟',
    '职工宿舍供暖管道',
    '草料库防雨棚',
    '地磅基础',
    '消毒通道',
    '挤奶厅地坪',
  ],
  project: [
    '五号泌乳牛舍',
    '氧化塘扩建工程',
    '干草棚',
    '有机肥发酵车间',
    '沼气工程',
    '病牛隔离舍',
    '职工食堂',
    '雨污分流管网',
  ],
  hazard: [
    '配电室线路老化',
    '青贮窖边坡防护缺失',
    '沼气池警示标识不全',
    '草料库消防通道占用',
    '液氮存放通风不良',
    '高处作业平台护栏松动',
    '燃气管道腐蚀',
    '叉车制动失灵',
  ],
  department: ['兽医组', '繁育组', '饲养组', '奶厅组', '产房', '设备组', '后勤组', '化验组'],
  duty: ['组长', '副组长'],
  training: [
    '挤奶员岗位技能',
    '兽医助理',
    '人工授精员',
    '消防安全',
    '饲料搅拌车驾驶员',
    '新员工入职',
    '档案员业务',
    '生物安全',
  ],
  staff: ['执业兽医', '挤奶工', '机修工', '饲养员', '化验员', '人工授精员', '会计', '信息技术员'],
  loan: [
    '流动资金贷款',
    '饲草收贮专项贷款',
    '设备更新贷款',
    '奶牛活体抵押贷款',
    '粪污治理项目贷款',
    '牛舍改造贷款',
    '冷链升级贷款',
    '良种引进贷款',
  ],
  expense: ['差旅费', '兽药采购', '零星维修', '临时用工', '车辆燃油', '饲草预付款', '业务招待', '培训费'],
  system: [
    '牧场管理软件',
    '智能称重系统',
    '视频监控平台',
    '门禁考勤系统',
    '财务共享平台',
    '饲喂精准计量系统',
    '档案管理系统',
    '环境监测系统',
  ],
  goods: [
    '牛床垫料',
    '挤奶厅清洗剂',
    '消毒药品',
    '劳动防护用品',
    '奶衬与脉动管',
    '犊牛代乳粉',
    '轮胎及润滑油',
    '玉米青贮膜',
  ],
}

type Row = readonly [
  months: readonly number[],
  retention: DocumentPattern['retention'],
  genre: Genre,
  title: string,
  own?: Partial<Pick<DocumentPattern, 'from' | 'secrecy' | 'unit'>>,
]

function patterns(shared: Pick<DocumentPattern, 'unit' | 'topic' | 'from'>, rows: readonly Row[]): DocumentPattern[] {
  return rows.map(([months, retention, genre, title, own]) => ({ ...shared, months, retention, genre, title, ...own }))
}

const everybody = { secrecy: 'public' } as const
const tradeSecret = { secrecy: 'trade-secret' } as const
const coreSecret = { secrecy: 'core-secret' } as const

/** Every pattern of the documents; retention follows the usual tables for enterprises. */
export const documentPatterns: readonly DocumentPattern[] = [
  ...patterns({ unit: 'BGS', topic: 'office', from: 'farm' }, [
    [[1], 'D30', 'plan', '{year}年度生产经营计划'],
    [[12], 'D30', 'summary', '{year}年度生产经营工作总结'],
    [[1], 'D10', 'notice', '关于{year}年春节期间值班安排的通知', everybody],
    [[9], 'D10', 'notice', '关于{year}年中秋、国庆节放假及值班安排的通知', everybody],
    [[2, 5, 8, 11], 'D30', 'minutes', '{year}年第{nth}次场务会议纪要', { from: 'office' }],
    [[4], 'Y', 'resolution', '关于审议通过{year}年度{board}的决议', { from: 'board', ...coreSecret }],
    [[6], 'D30', 'regulation', '奶牛场{rule}管理办法（{year}年修订）', everybody],
    [[3], 'D10', 'notice', '关于召开{year}年{meeting}的通知', { from: 'office' }],
    [[7], 'D30', 'report', '关于{year}年上半年生产经营情况的报告', { from: 'farmUp', ...tradeSecret }],
    [[5], 'D10', 'circular', '关于{year}年第一季度{contest}竞赛评比结果的通报', everybody],
    [[10], 'D10', 'letter', '关于商请协助{matter}的函'],
    [[8], 'D10', 'notice', '关于转发《{paper}》的通知', { from: 'company' }],
    [[7], 'D30', 'other', '{year}年“七一”主题党日活动记录', { from: 'party' }],
  ]),
  ...patterns({ unit: 'DAS', topic: 'archive', from: 'farm' }, [
    [[1], 'D10', 'notice', '关于做好{last}年度文件材料归档工作的通知', everybody],
    [[12], 'D30', 'summary', '{year}年度档案工作总结', { from: 'unit' }],
    [[10], 'D30', 'report', '关于档案库房{storeroom}情况的检查报告', { from: 'unit' }],
  ]),
  ...patterns({ unit: 'SYZ', topic: 'epidemic', from: 'farm' }, [
    [[2], 'D30', 'plan', '{year}年度重大动物疫病应急预案'],
    [[3], 'D10', 'notice', '关于做好{year}年春季奶牛{disease}集中免疫工作的通知'],
    [[9], 'D10', 'notice', '关于做好{year}年秋季奶牛{disease}集中免疫工作的通知'],
    [[4, 10], 'D30', 'report', '{year}年{half}奶牛{test}监测情况报告', { from: 'farmUp' }],
    [[3], 'D10', 'notice', '关于下达{year}年动物疫病强制免疫计划的通知', { from: 'bureau' }],
    [[11], 'D10', 'letter', '关于反馈{year}年奶牛样品检测结果的函', { from: 'control' }],
    [[6], 'D10', 'notice', '关于开展{year}年夏季{pest}消杀工作的通知', everybody],
    [[12], 'D30', 'return', '{year}年度奶牛死亡与无害化处理统计表', { from: 'unit' }],
    [[8], 'D30', 'report', '{year}年奶牛乳房炎发病与治疗情况分析', { from: 'unit' }],
  ]),
  ...patterns({ unit: 'FYZ', topic: 'breeding', from: 'unit' }, [
    [[1], 'D30', 'plan', '{year}年度奶牛选种选配方案', coreSecret],
    [[12], 'D30', 'report', '{year}年度繁殖指标完成情况报告', tradeSecret],
    [[5], 'D30', 'request', '关于引进{semen}冻精的请示', { from: 'farmUp' }],
    [[6], 'D30', 'reply', '关于同意引进{semen}冻精的批复', { from: 'company' }],
    [[9], 'D10', 'notice', '关于开展{year}年{appraisal}工作的通知', { from: 'farm' }],
  ]),
  ...patterns({ unit: 'CF', topic: 'calving', from: 'unit' }, [
    [[2], 'D30', 'regulation', '{calving}操作规程（试行）', everybody],
    [[4], 'D10', 'report', '关于产房{calvingFault}问题整改情况的报告'],
    [[12], 'D30', 'return', '{year}年度犊牛成活率统计表'],
  ]),
  ...patterns({ unit: 'SYB', topic: 'feed', from: 'farmUp' }, [
    [[5], 'D30', 'request', '关于开展{year}年全株玉米青贮收贮工作的请示'],
    [[6], 'D30', 'reply', '关于同意开展{year}年全株玉米青贮收贮工作的批复', { from: 'company' }],
    [[2, 8], 'D10', 'plan', '{year}年{season}{group}日粮配方调整方案', { from: 'unit', ...tradeSecret }],
    [[11], 'D10', 'report', '关于{feed}质量异常的情况报告', { from: 'unit' }],
    [[7], 'D10', 'notice', '关于做好{year}年夏季奶牛防暑降温工作的通知', { from: 'farm', ...everybody }],
    [[12], 'D30', 'return', '{year}年度饲草饲料出入库统计表', { from: 'unit' }],
  ]),
  ...patterns({ unit: 'NTZ', topic: 'milk', from: 'unit' }, [
    [[3, 6, 9, 12], 'D10', 'return', '{year}年{quarter}生鲜乳质量检测汇总表'],
    [[4], 'D10', 'notice', '关于加强{milk}管理的通知', { from: 'farm' }],
    [[10], 'D30', 'report', '关于{year}年度生鲜乳交售情况的报告', { from: 'farmUp', ...tradeSecret }],
  ]),
  ...patterns({ unit: 'SBZ', topic: 'equipment', from: 'farmUp' }, [
    [[3], 'D30', 'request', '关于购置{equipment}的请示'],
    [[4], 'D30', 'reply', '关于同意购置{equipment}的批复', { from: 'company' }],
    [[11], 'D30', 'other', '{equipment}安装验收记录', { from: 'unit' }],
    [[8], 'D30', 'report', '关于{machine}故障原因及处置情况的报告', { from: 'unit' }],
    [[10], 'D10', 'request', '关于维修{building}的请示', { from: 'unit' }],
    [[6], 'D30', 'return', '{year}年度特种设备检验台账', { from: 'unit' }],
  ]),
  ...patterns({ unit: 'BGS', topic: 'safety', from: 'farm' }, [
    [[6], 'D10', 'notice', '关于开展{year}年“安全生产月”活动的通知', everybody],
    [[2, 5, 8, 11], 'D30', 'return', '{year}年{quarter}安全生产检查记录', { from: 'office' }],
    [[7], 'D30', 'report', '关于{hazard}隐患整改完成情况的报告', { from: 'farmUp' }],
  ]),
  ...patterns({ unit: 'BGS', topic: 'environment', from: 'environment' }, [
    [[4], 'D10', 'notice', '关于开展{year}年畜禽养殖污染专项检查的通知'],
    [[9], 'Y', 'reply', '关于{project}建设项目环境影响报告表的批复'],
    [[12], 'D30', 'report', '关于报送{year}年度畜禽粪污资源化利用台账的报告', { from: 'farmUp' }],
  ]),
  ...patterns({ unit: 'RLB', topic: 'personnel', from: 'farm' }, [
    [[1], 'D30', 'decision', '关于表彰{last}年度先进集体和先进个人的决定', everybody],
    [[3, 9], 'Y', 'notice', '关于聘任{department}{duty}的通知'],
    [[2], 'D30', 'plan', '{year}年度员工培训计划', { from: 'unit' }],
    [[6], 'D10', 'notice', '关于举办{training}培训班的通知', everybody],
    [[5], 'D30', 'request', '关于招聘{staff}的请示', { from: 'farmUp' }],
    [[7], 'D30', 'plan', '{year}年度薪酬调整方案', { from: 'unit', ...coreSecret }],
    [[11], 'D10', 'notice', '关于组织{year}年度员工健康体检的通知', everybody],
  ]),
  ...patterns({ unit: 'CWB', topic: 'finance', from: 'unit' }, [
    [[1], 'Y', 'report', '{last}年度财务决算报告', tradeSecret],
    [[3, 6, 9, 12], 'D10', 'report', '{year}年{quarter}财务分析报告', tradeSecret],
    [[12], 'D10', 'plan', '{next}年度财务收支预算方案', tradeSecret],
    [[4], 'Y', 'report', '{last}年度内部控制评价报告', tradeSecret],
    [[10], 'D30', 'request', '关于申请{loan}的请示', { from: 'farmUp', ...tradeSecret }],
    [[5], 'D10', 'notice', '关于规范{expense}报销手续的通知', { from: 'farm' }],
  ]),
  ...patterns({ unit: 'XXB', topic: 'office', from: 'unit' }, [
    [[4], 'D30', 'report', '关于{system}上线运行情况的报告'],
    [[9], 'D10', 'notice', '关于做好{year}年网络安全自查工作的通知', { from: 'farm' }],
  ]),
  ...patterns({ unit: 'CGB', topic: 'feed', from: 'unit' }, [
    [[2], 'D30', 'plan', '{year}年度物资采购计划'],
    [[8], 'D30', 'minutes', '{goods}采购询价评审会议纪要'],
  ]),
]

/** A paper that came once: its date, retention, genre, unit and title. */
export type SingleDocument = readonly [
  date: string,
  retention: DocumentPattern['retention'],
  genre: Genre,
  unit: SampleUnit,
  title: string,
]

/** Titles as registers have them: some are a whole paragraph, some a word the archivist made up. */
export const longTitles: readonly SingleDocument[] = [
  [
    '2019-11-18',
    'D10',
    'notice',
    'SYZ',
    '关于转发《关于进一步加强规模奶牛养殖场冬春季重大动物疫病防控、人畜共患病监测、病死畜无害化处理和产地检疫工作的通知》并结合我场实际认真落实分区管理、人员封闭、车辆洗消、物资隔离、免疫抗体抽检和应急值守等各项措施，同时做好消毒药品、防护用品、应急车辆储备和职工家属区宣传教育，于本月底前将落实情况、存在问题和下一步安排书面报送办公室的通知',
  ],
  [
    '2020-02-26',
    'D30',
    'plan',
    'BGS',
    '示范奶牛场关于统筹做好冬春季疫病防控与生产经营工作，确保饲草料供应不断档、生鲜乳运输不中断、挤奶设备不停机、职工生活有保障，并在第二季度末完成全年目标任务百分之五十以上的实施方案（征求意见后修改稿）',
  ],
  [
    '2021-06-09',
    'D30',
    'report',
    'BGS',
    '关于粪污固液分离、氧化塘防渗改造、雨污分流管网、田间输送管道及配套消纳农田等五项环境治理工程前期设计、资金筹措、用地手续、招标准备和施工组织有关情况并恳请协调解决进场道路与临时用电问题的报告（附工程量清单、平面布置图、资金来源说明、施工进度计划表、监理单位选聘意见和周边村民意见征询记录，共六份，其中监理单位选聘意见为复印件）',
  ],
  [
    '2022-08-15',
    'D30',
    'minutes',
    'SYB',
    '关于研究全株玉米收贮地块划分、收割机械调度、含水率与切割长度控制、压窖密封质量责任、付款结算方式以及与周边种植合作社、农机服务队、运输车队协调配合等事项的专题会议纪要（附地块分布图、机械排班表、质量验收单样式、压窖施工记录表、运输车辆通行证发放登记表和种植合作社联系人名册，会议记录由饲养组、采购部、财务部分别留存）',
  ],
  [
    '2023-03-21',
    'Y',
    'report',
    'RLB',
    '关于奶牛场机构设置调整、班组合并、岗位职责修订、人员定编定岗、技术等级评定与薪酬衔接等有关事项征求职工代表意见的情况，以及对所提二十七条意见建议逐条研究采纳与不采纳理由的说明报告',
  ],
  [
    '2024-05-14',
    'D30',
    'opinion',
    'FYZ',
    '关于进一步提高奶牛繁殖效率的若干意见：缩短产后首次配种天数，提高二十一天妊娠率，规范同期发情处理、早期妊娠检查、流产与胎衣不下病例登记，并将参配率、受胎率和产犊间隔列入繁育组季度考核',
  ],
  [
    '2025-10-22',
    'D30',
    'report',
    'CWB',
    '关于上一年度奶牛活体抵押贷款、设备融资租赁、饲草收贮专项资金三项融资的使用进度、还款安排、担保变动、利息支出与账务处理情况，以及接受主管部门专项核查发现问题逐项整改落实情况的报告',
  ],
  [
    '2026-03-11',
    'D30',
    'report',
    'NTZ',
    '关于挤奶厅升级改造后牛只通过速度、单班挤奶时间、药浴覆盖率、奶杯组滑脱率、清洗循环水温和生鲜乳菌落总数、体细胞数等主要运行指标与改造前三个月对比分析及下一步设备参数调整建议的报告',
  ],
]

/** Short ones, most of them without a title of their own. */
export const shortTitles: readonly SingleDocument[] = [
  ['2019-05-08', 'D10', 'letter', 'BGS', '介绍信'],
  ['2019-12-30', 'D10', 'other', 'CGB', '收条'],
  ['2020-07-15', 'Y', 'other', 'SBZ', '场区平面图'],
  ['2021-04-12', 'D10', 'request', 'CF', '请示'],
  ['2022-01-05', 'D10', 'other', 'SYZ', '值班记录'],
  ['2022-10-19', 'Y', 'other', 'BGS', '建场十周年合影'],
  ['2023-09-06', 'D10', 'letter', 'SYB', '便函'],
  ['2024-11-27', 'D30', 'other', 'NTZ', '奶罐交接单'],
  ['2025-02-17', 'D10', 'minutes', 'XXB', '会议记录'],
  ['2026-04-08', 'D10', 'other', 'RLB', '情况说明'],
]
