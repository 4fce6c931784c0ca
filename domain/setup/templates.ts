import type { BuiltInKindCode } from '../kinds/index.ts'

/** What an organisation of a kind starts with: its units with the codes that archival codes will carry. */
export interface OrganisationTemplate {
  readonly title: string
  readonly titleEn: string
  readonly about: string
  readonly aboutEn: string
  /** Kinds its fonds begins with; others are taken into use as they are needed. */
  readonly kinds: readonly BuiltInKindCode[]
  readonly units: readonly { readonly name: string; readonly code: string }[]
}

const everyday = ['document', 'contract', 'accounting', 'personnel'] as const
const pictures = ['sound', 'film', 'photo', 'object'] as const
const office = { name: '办公室', code: 'BGS' }
const archives = { name: '档案室', code: 'DAS' }
const finance = { name: '财务部', code: 'CWB' }
const personnel = { name: '人力资源部', code: 'RLB' }

/** Templates 模板 offered at first run; every unit can be renamed and more be added. */
export const organisationTemplates = {
  dairy: {
    title: '奶牛场',
    titleEn: 'Dairy farm',
    about: '文书与合同档案，另设兽医、繁育、产房、饲养、奶厅等班组。',
    aboutEn: 'Documents and contracts, with veterinary, breeding, calving, feeding and parlour groups.',
    kinds: [...everyday, 'construction', 'research', 'decoration', ...pictures, 'certificate'],
    units: [
      office,
      archives,
      finance,
      personnel,
      { name: '兽医组', code: 'SYZ' },
      { name: '繁育组', code: 'FYZ' },
      { name: '产房', code: 'CF' },
      { name: '饲养组', code: 'SYB' },
      { name: '奶厅组', code: 'NTZ' },
      { name: '信息部', code: 'XXB' },
    ],
  },
  company: {
    title: '公司',
    titleEn: 'Company',
    about: '一般企业：各职能部门的文书与合同档案。',
    aboutEn: 'A company with its usual departments.',
    kinds: [...everyday, 'construction', 'research', ...pictures, 'certificate'],
    units: [
      office,
      archives,
      finance,
      personnel,
      { name: '市场部', code: 'SCB' },
      { name: '生产部', code: 'SCZ' },
      { name: '采购部', code: 'CGB' },
    ],
  },
  guarantee: {
    title: '担保公司',
    titleEn: 'Guarantee company',
    about: '业务部门归档，风险管理部保管项目档案。',
    aboutEn: 'Business departments file; risk management keeps the project archives.',
    kinds: [...everyday, ...pictures, 'certificate'],
    units: [
      office,
      archives,
      finance,
      personnel,
      { name: '业务一部', code: 'YWY' },
      { name: '业务二部', code: 'YWE' },
      { name: '风险管理部', code: 'FXB' },
    ],
  },
  'real-estate': {
    title: '房地产公司',
    titleEn: 'Real-estate company',
    about: '证照、决议、工程与销售资料。',
    aboutEn: 'Certificates, resolutions, construction and sales papers.',
    kinds: [
      ...everyday,
      'construction',
      'decoration',
      ...pictures,
      'regulation',
      'resolution',
      'plan',
      'summary',
      'instruction',
      'voucher',
      'certificate',
    ],
    units: [
      office,
      archives,
      finance,
      personnel,
      { name: '工程部', code: 'GCB' },
      { name: '开发部', code: 'KFB' },
      { name: '营销部', code: 'YXB' },
    ],
  },
} as const satisfies Record<string, OrganisationTemplate>

export type TemplateCode = keyof typeof organisationTemplates
export const templateCodes = Object.keys(organisationTemplates) as [TemplateCode, ...TemplateCode[]]
