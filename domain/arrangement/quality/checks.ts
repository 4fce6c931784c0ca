/** Four properties 四性 that DA/T 70-2018 asks of electronic archives. */
export const properties = {
  authentic: { title: '真实性', titleEn: 'Authenticity' },
  complete: { title: '完整性', titleEn: 'Completeness' },
  usable: { title: '可用性', titleEn: 'Usability' },
  safe: { title: '安全性', titleEn: 'Safety' },
} as const

export type Property = keyof typeof properties

/** How a check ends: it is passed, failed, says nothing about this material, or waits for a person to look. */
export const outcomes = {
  pass: { title: '通过', titleEn: 'Passed' },
  fail: { title: '不通过', titleEn: 'Failed' },
  'not-applicable': { title: '不适用', titleEn: 'Not applicable' },
  manual: { title: '人工待检', titleEn: 'To be looked at' },
} as const

export type Outcome = keyof typeof outcomes

/** One check of the list; `must` ones stop filing when they fail. */
export interface Check {
  readonly property: Property
  readonly title: string
  readonly titleEn: string
  readonly must?: true
  /** How it ends where the product cannot judge it at filing, and why. */
  readonly left?: { readonly outcome: 'manual' | 'not-applicable'; readonly zh: string; readonly en: string }
}

const byHand = { outcome: 'manual', zh: '由人检查后填写', en: 'looked at by a person' } as const
const packaged = {
  outcome: 'not-applicable',
  zh: '归档后由系统写成信息包，写入时校验',
  en: 'the package is written and verified by the system after filing',
} as const
const online = { outcome: 'not-applicable', zh: '在线归档，没有脱机载体', en: 'filed online, no carrier' } as const

/** Checks at filing 归档 in the order of DA/T 70-2018, by their codes; the number after GD is the property and the check in it. */
export const checks = {
  'GD-1-1': { property: 'authentic', title: '固化信息有效性', titleEn: 'Fixity is valid', must: true },
  'GD-1-2': { property: 'authentic', title: '元数据项数据长度', titleEn: 'Length of values', must: true },
  'GD-1-3': { property: 'authentic', title: '元数据项数据类型、格式', titleEn: 'Type and form of values', must: true },
  'GD-1-4': { property: 'authentic', title: '元数据项值域符合度', titleEn: 'Values within their range', must: true },
  'GD-1-5': { property: 'authentic', title: '元数据项数据值合理性', titleEn: 'Values make sense', must: true },
  'GD-1-6': { property: 'authentic', title: '元数据项包含特殊字符', titleEn: 'No strange characters' },
  'GD-1-7': { property: 'authentic', title: '档号规范性', titleEn: 'Code is well formed', must: true },
  'GD-1-8': { property: 'authentic', title: '元数据项数据重复性', titleEn: 'No duplicates' },
  'GD-1-9': { property: 'authentic', title: '内容数据电子属性一致性', titleEn: 'File attributes agree' },
  'GD-1-10': {
    property: 'authentic',
    title: '元数据关联内容数据',
    titleEn: 'Files are where they should be',
    must: true,
  },
  'GD-1-11': {
    property: 'authentic',
    title: '说明文件和目录文件规范性',
    titleEn: 'Cover files of the package',
    left: packaged,
  },
  'GD-1-12': {
    property: 'authentic',
    title: '信息包目录结构规范性',
    titleEn: 'Structure of the package',
    left: packaged,
  },
  'GD-1-13': { property: 'authentic', title: '信息包一致性', titleEn: 'Package as it was sent', left: packaged },
  'GD-2-1': { property: 'complete', title: '总件数相符性', titleEn: 'Number of items agrees' },
  'GD-2-2': { property: 'complete', title: '总字节数相符性', titleEn: 'Number of bytes agrees' },
  'GD-2-3': { property: 'complete', title: '元数据项完整性', titleEn: 'Elements are complete', must: true },
  'GD-2-4': { property: 'complete', title: '必填著录项目', titleEn: 'Required elements', must: true },
  'GD-2-5': { property: 'complete', title: '过程信息完整性', titleEn: 'History is complete' },
  'GD-2-6': { property: 'complete', title: '连续性元数据项', titleEn: 'Numbers without a gap' },
  'GD-2-7': { property: 'complete', title: '内容数据完整性', titleEn: 'Content is complete' },
  'GD-2-8': { property: 'complete', title: '附件数据完整性', titleEn: 'Annexes are complete' },
  'GD-2-9': { property: 'complete', title: '归档范围', titleEn: 'Within the filing scope', left: byHand },
  'GD-2-10': { property: 'complete', title: '信息包元数据完整性', titleEn: 'Metadata of the package', left: packaged },
  'GD-2-11': { property: 'complete', title: '信息包内容数据完整性', titleEn: 'Content of the package', left: packaged },
  'GD-3-1': {
    property: 'usable',
    title: '信息包元数据可读性',
    titleEn: 'Metadata of the package readable',
    left: packaged,
  },
  'GD-3-2': { property: 'usable', title: '目标数据库元数据可访问性', titleEn: 'Metadata in the database accessible' },
  'GD-3-3': { property: 'usable', title: '内容数据格式', titleEn: 'Formats fit to be kept' },
  'GD-3-4': { property: 'usable', title: '内容数据可读性', titleEn: 'Files can be opened' },
  'GD-3-5': { property: 'usable', title: '软硬件环境合规性', titleEn: 'Software and hardware', left: byHand },
  'GD-3-6': { property: 'usable', title: '非公开压缩、加密', titleEn: 'No encryption or odd packing', must: true },
  'GD-4-1': { property: 'safe', title: '杀毒软件安装', titleEn: 'Virus scanner installed', left: byHand },
  'GD-4-2': { property: 'safe', title: '病毒感染', titleEn: 'Free of viruses', left: byHand },
  'GD-4-3': { property: 'safe', title: '载体多余文件', titleEn: 'Stray files on the carrier', left: online },
  'GD-4-4': { property: 'safe', title: '载体读取速度', titleEn: 'Speed of the carrier', left: online },
  'GD-4-5': { property: 'safe', title: '载体外观', titleEn: 'Looks of the carrier', left: online },
  'GD-4-6': { property: 'safe', title: '光盘合格性', titleEn: 'Disc within limits', left: online },
  'GD-4-7': { property: 'safe', title: '操作过程安全性', titleEn: 'Safe handling', left: byHand },
} as const satisfies Record<string, Check>

export type CheckCode = keyof typeof checks
export const checkCodes = Object.keys(checks) as [CheckCode, ...CheckCode[]]

/** Whether what fails this check may not be filed. */
export const isMust = (code: CheckCode): boolean => (checks[code] as Check).must === true

/** What one check found out about one item, with its evidence where it is not simply right. */
export interface Finding {
  readonly code: CheckCode
  readonly outcome: Outcome
  readonly zh?: string
  readonly en?: string
}
