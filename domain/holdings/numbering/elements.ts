/** What a code may be made of: how an element is called, what it looks like, and the regular expression that says so exactly. */
interface ElementDefinition {
  readonly title: string
  readonly titleEn: string
  readonly form: string
  readonly formEn: string
  /** One character of a text element, or the whole of a fixed one. */
  readonly pattern: string
  /** Texts have a length, serials count up and are padded with zeros, fixed elements are what their pattern says. */
  readonly sort: 'text' | 'serial' | 'fixed'
  /** Length of a text (0 for any up to 20), digits of a serial, unless the template says otherwise. */
  readonly width: number
}

const serial = (title: string, titleEn: string, width: number) =>
  ({
    title,
    titleEn,
    form: '不为 0 的数字',
    formEn: 'digits other than 0',
    pattern: '[0-9]',
    sort: 'serial',
    width,
  }) as const

const level = '[A-Z0-9\\p{Script=Han}]{1,20}'

/** Elements of an archival code 档号 (DA/T 13-2022): fonds 全宗号, category 门类, year 年度, retention 保管期限, item 件号 … */
export const elements = {
  fonds: {
    title: '全宗号',
    titleEn: 'Fonds',
    form: '大写字母或数字',
    formEn: 'capitals or digits',
    pattern: '[A-Z0-9]',
    sort: 'text',
    width: 0,
  },
  category: {
    title: '门类代码',
    titleEn: 'Category',
    form: '两位大写字母，下级以“·”相连',
    formEn: 'two capitals, lower levels joined with ·',
    pattern: '[A-Z]{2}(?:·(?:[A-Z]{2}|[0-9]{2})){0,3}',
    sort: 'fixed',
    width: 0,
  },
  class: {
    title: '分类号',
    titleEn: 'Class',
    form: '大写字母、数字或汉字，各级以“·”相连',
    formEn: 'capitals, digits or Chinese, levels joined with ·',
    pattern: `${level}(?:·${level}){0,3}`,
    sort: 'fixed',
    width: 0,
  },
  year: {
    title: '年度',
    titleEn: 'Year',
    form: '4 位数字',
    formEn: '4 digits',
    pattern: '[0-9]{4}',
    sort: 'fixed',
    width: 4,
  },
  retention: {
    title: '保管期限',
    titleEn: 'Retention',
    form: 'Y 或 D 加年数',
    formEn: 'Y, or D and years',
    pattern: 'Y|D[1-9][0-9]{0,2}',
    sort: 'fixed',
    width: 0,
  },
  unit: {
    title: '机构（问题）',
    titleEn: 'Unit',
    form: '大写字母、数字或汉字',
    formEn: 'capitals, digits or Chinese',
    pattern: '[A-Z0-9\\p{Script=Han}]',
    sort: 'text',
    width: 0,
  },
  project: {
    title: '项目号',
    titleEn: 'Project',
    form: '大写字母或数字',
    formEn: 'capitals or digits',
    pattern: '[A-Z0-9]',
    sort: 'text',
    width: 0,
  },
  catalogue: serial('目录号', 'Catalogue', 3),
  volume: serial('案卷号', 'Volume', 3),
  group: serial('组号', 'Group', 3),
  item: serial('件号', 'Item', 4),
  page: serial('页号', 'Page', 3),
} as const satisfies Record<string, ElementDefinition>

export type ElementName = keyof typeof elements

type NumberName =
  | 'year'
  | { [N in ElementName]: (typeof elements)[N]['sort'] extends 'serial' ? N : never }[ElementName]

/** The parts of one code; years and serials are numbers, the others texts. */
export type CodeParts = { readonly [N in ElementName]?: N extends NumberName ? number : string }

export const isElementName = (name: string): name is ElementName => Object.hasOwn(elements, name)
export const isSerial = (name: ElementName): boolean => elements[name].sort === 'serial'
export const isNumber = (name: ElementName): name is NumberName => name === 'year' || isSerial(name)

/** Parts of a code that a kind's own fields give: the project 项目号 of construction, research and decoration works. */
export function partsOfFields(fields: Readonly<Record<string, unknown>>): CodeParts {
  const { projectNo } = fields
  return typeof projectNo === 'string' ? { project: projectNo } : {}
}

/** Source of the regular expression for an element; a serial may outgrow its width (10000 after 9999) and is never 0. */
export function elementPattern(name: ElementName, width: number): string {
  const { pattern, sort } = elements[name]
  if (sort === 'serial') return `(?!0+(?![0-9]))(?:[0-9]{${width}}|[1-9][0-9]{${width},8})`
  if (sort === 'text') return `${pattern}{${width || '1,20'}}`
  return `(?:${pattern})`
}
