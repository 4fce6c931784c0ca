import { defineKind } from './define-kind.ts'

const sections = { content: { title: '内容', titleEn: 'Content' } } as const
const byItem = { unit: 'item', codePattern: 'WS22', secrecy: 'internal' } as const
const project = { type: 'text', title: '所属项目', titleEn: 'Project', section: 'content', maxLength: 100 } as const

/** Regulations 法规性文件 (S17.1): rules issued by the company or by public bodies and in force for it. */
export const regulationKind = defineKind({
  code: 'regulation',
  title: '法规性文件',
  titleEn: 'Regulations',
  categoryCode: 'WS·FG',
  ...byItem,
  retention: { code: 'D30' },
  sections,
  fields: {
    origin: {
      type: 'choice',
      title: '制定',
      titleEn: 'Made by',
      required: true,
      section: 'content',
      options: { state: '国家和地方', company: '本公司' },
      optionsEn: { state: 'State or locality', company: 'This company' },
    },
    effectiveOn: { type: 'date', title: '施行日期', titleEn: 'In force from', section: 'content' },
    repealedOn: { type: 'date', title: '废止日期', titleEn: 'Repealed on', section: 'content' },
    replaces: { type: 'text', title: '代替', titleEn: 'Replaces', section: 'content', maxLength: 200 },
  },
})

/** Major resolutions 重大决议 (S17.1): of shareholders, boards and the management. */
export const resolutionKind = defineKind({
  code: 'resolution',
  title: '重大决议',
  titleEn: 'Major resolutions',
  categoryCode: 'WS·JY',
  ...byItem,
  retention: { code: 'Y' },
  sections,
  fields: {
    body: {
      type: 'choice',
      title: '决议机构',
      titleEn: 'Body',
      required: true,
      section: 'content',
      options: {
        shareholders: '股东会',
        board: '董事会',
        supervisors: '监事会',
        management: '总经理办公会',
        other: '其他',
      },
      optionsEn: {
        shareholders: 'Shareholders',
        board: 'Board of directors',
        supervisors: 'Board of supervisors',
        management: 'Management meeting',
        other: 'Other',
      },
    },
    outcome: {
      type: 'choice',
      title: '表决结果',
      titleEn: 'Outcome',
      required: true,
      section: 'content',
      options: { passed: '通过', rejected: '未通过' },
      optionsEn: { passed: 'Passed', rejected: 'Not passed' },
    },
    meeting: { type: 'text', title: '会议届次', titleEn: 'Meeting', section: 'content', maxLength: 100 },
    project,
  },
})

/** Plans 计划性文件 (S17.1). */
export const planKind = defineKind({
  code: 'plan',
  title: '计划性文件',
  titleEn: 'Plans',
  categoryCode: 'WS·JH',
  ...byItem,
  retention: { code: 'D30' },
  sections,
  fields: {
    planSort: {
      type: 'choice',
      title: '计划类别',
      titleEn: 'Sort of plan',
      required: true,
      section: 'content',
      options: { strategy: '发展规划', operation: '经营开发计划', finance: '财务计划', other: '其他计划' },
      optionsEn: { strategy: 'Strategy', operation: 'Operation', finance: 'Finance', other: 'Other' },
    },
    yearFrom: {
      type: 'number',
      title: '起始年度',
      titleEn: 'First year',
      section: 'content',
      min: 1900,
      max: 2200,
      decimals: 0,
    },
    yearTo: {
      type: 'number',
      title: '终止年度',
      titleEn: 'Last year',
      section: 'content',
      min: 1900,
      max: 2200,
      decimals: 0,
    },
    project,
  },
})

/** Summaries 总结性文件 (S17.1). */
export const summaryKind = defineKind({
  code: 'summary',
  title: '总结性文件',
  titleEn: 'Summaries',
  categoryCode: 'WS·ZJ',
  ...byItem,
  retention: { code: 'D30' },
  sections,
  fields: {
    summarySort: {
      type: 'choice',
      title: '总结类别',
      titleEn: 'Sort of summary',
      required: true,
      section: 'content',
      options: { operation: '经营工作总结', finance: '财务总结', statistics: '综合统计分析', other: '其他总结' },
      optionsEn: { operation: 'Operation', finance: 'Finance', statistics: 'Statistics', other: 'Other' },
    },
    yearFrom: {
      type: 'number',
      title: '起始年度',
      titleEn: 'First year',
      section: 'content',
      min: 1900,
      max: 2200,
      decimals: 0,
    },
    yearTo: {
      type: 'number',
      title: '终止年度',
      titleEn: 'Last year',
      section: 'content',
      min: 1900,
      max: 2200,
      decimals: 0,
    },
    project,
  },
})

/** Instructions 批示性文件 (S17.1): what superiors and public bodies wrote on a matter. */
export const instructionKind = defineKind({
  code: 'instruction',
  title: '批示性文件',
  titleEn: 'Instructions',
  categoryCode: 'WS·PS',
  ...byItem,
  sections,
  fields: {
    instructor: { type: 'unit', title: '批示单位或领导', titleEn: 'Given by', required: true, section: 'content' },
    instructedOn: { type: 'date', title: '批示日期', titleEn: 'Given on', section: 'content' },
    matter: { type: 'text', title: '事项', titleEn: 'Matter', section: 'content', maxLength: 200 },
    handledBy: { type: 'unit', title: '承办部门', titleEn: 'Handled by', section: 'content' },
    result: { type: 'longtext', title: '办理结果', titleEn: 'Result', section: 'content' },
    project,
  },
})

/** Vouchers 凭证性文件 (S17.1): what proves a right or a transaction. */
export const voucherKind = defineKind({
  code: 'voucher',
  title: '凭证性文件',
  titleEn: 'Vouchers',
  categoryCode: 'ZY·PZ',
  ...byItem,
  sections,
  fields: {
    voucherSort: {
      type: 'choice',
      title: '凭证类别',
      titleEn: 'Sort of voucher',
      required: true,
      section: 'content',
      options: {
        agreement: '协议',
        receipt: '收据发票',
        confirmation: '确认书',
        settlement: '结算凭证',
        other: '其他',
      },
      optionsEn: {
        agreement: 'Agreement',
        receipt: 'Receipt or invoice',
        confirmation: 'Confirmation',
        settlement: 'Settlement',
        other: 'Other',
      },
    },
    counterparty: { type: 'unit', title: '对方单位', titleEn: 'Counterparty', section: 'content' },
    amount: { type: 'money', title: '金额', titleEn: 'Amount', section: 'content' },
    project,
  },
})

/** Certificates 证件性文件 (S17.1): licences, permits and honours; one whose term runs out is reminded of in time. */
export const certificateKind = defineKind({
  code: 'certificate',
  title: '证件性文件',
  titleEn: 'Certificates',
  categoryCode: 'ZY·ZZ',
  ...byItem,
  retention: { code: 'Y' },
  labels: {
    creator: { title: '持证单位', titleEn: 'Holder' },
    date: { title: '发证日期', titleEn: 'Issued on' },
  },
  sections,
  fields: {
    certificateSort: {
      type: 'choice',
      title: '证件种类',
      titleEn: 'Sort of certificate',
      required: true,
      section: 'content',
      options: {
        'business-licence': '营业执照',
        qualification: '资质证书',
        'real-estate-title': '不动产权证、土地使用证',
        'land-planning': '建设用地规划许可证',
        'works-planning': '建设工程规划许可证',
        'works-permit': '建筑工程施工许可证',
        presale: '商品房预售许可证',
        honour: '荣誉证书',
        other: '其他证件',
      },
      optionsEn: {
        'business-licence': 'Business licence',
        qualification: 'Qualification',
        'real-estate-title': 'Title to real estate or land',
        'land-planning': 'Land planning permit',
        'works-planning': 'Works planning permit',
        'works-permit': 'Construction permit',
        presale: 'Presale permit',
        honour: 'Honour',
        other: 'Other',
      },
    },
    certificateNo: {
      type: 'text',
      title: '证件编号',
      titleEn: 'Certificate number',
      required: true,
      section: 'content',
      maxLength: 100,
    },
    issuer: { type: 'unit', title: '发证机关', titleEn: 'Issuer', required: true, section: 'content' },
    issuedOn: { type: 'date', title: '发证日期', titleEn: 'Issued on', required: true, section: 'content' },
    expiresOn: {
      type: 'date',
      title: '到期日期',
      titleEn: 'Expires on',
      section: 'content',
      hint: '年月日；长期有效的留空',
      hintEn: 'a date; leave empty when it never expires',
    },
    keeper: { type: 'person', title: '原件保管人', titleEn: 'Keeper of the original', section: 'content' },
    project,
  },
})
