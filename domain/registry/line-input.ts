import { z } from 'zod'
import { secrecyCodes, secrecyLevels } from '../access/secrecy.ts'
import { UnitId } from '../shared/ids.ts'
import type { FieldMeta } from '../shared/issues.ts'

/** Which way a document went: received 收文 or sent 发文. */
export const directions = {
  received: { title: '收文', titleEn: 'Received', mark: '收' },
  sent: { title: '发文', titleEn: 'Sent', mark: '发' },
} as const

export type Direction = keyof typeof directions
export const directionCodes = Object.keys(directions) as [Direction, ...Direction[]]

/** How soon a document wants to be handled: 紧急程度. */
export const urgencies = {
  ordinary: { title: '平件', titleEn: 'Ordinary' },
  urgent: { title: '加急', titleEn: 'Urgent' },
  flash: { title: '特急', titleEn: 'Most urgent' },
} as const

export type Urgency = keyof typeof urgencies
export const urgencyCodes = Object.keys(urgencies) as [Urgency, ...Urgency[]]

/** What a department's register lists: documents and contracts (S5.2). */
export const lineKinds = {
  document: { title: '文件', titleEn: 'Document' },
  contract: { title: '合同', titleEn: 'Contract' },
} as const

export type LineKind = keyof typeof lineKinds
export const lineKindCodes = Object.keys(lineKinds) as [LineKind, ...LineKind[]]

const called = (title: string, titleEn: string, more: FieldMeta = {}) => ({ title, titleEn, ...more })
const choicesOf = (table: Readonly<Record<string, { title: string; titleEn: string }>>): FieldMeta => ({
  options: Object.fromEntries(Object.entries(table).map(([code, { title }]) => [code, title])),
  optionsEn: Object.fromEntries(Object.entries(table).map(([code, { titleEn }]) => [code, titleEn])),
})
const oneLine = { hint: '不换行的一行文字', hintEn: 'a single line of text' }
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)

/** What is written in a line of the register (S1.1): each element in the order of the book's columns. */
export const lineInput = z.strictObject({
  registeredOn: z.iso.date().meta(called('登记日期', 'Registered on')),
  counterpart: line(200)
    .min(1)
    .meta(called('来文或收文单位', 'Counterpart', oneLine)),
  documentNo: line(100)
    .default('')
    .meta(called('文号', 'Document number', oneLine)),
  title: line(300)
    .min(1)
    .meta(called('题名', 'Title', oneLine)),
  /** Day on the document, empty when it bears none. */
  datedOn: z
    .union([z.literal(''), z.iso.date()])
    .default('')
    .meta(called('成文日期', 'Dated', { hint: '年月日，如 2026-03-01', hintEn: 'a date such as 2026-03-01' })),
  kind: z
    .enum(lineKindCodes)
    .default('document')
    .meta(called('文件或合同', 'Document or contract', choicesOf(lineKinds))),
  secrecy: z
    .enum(secrecyCodes)
    .default('internal')
    .meta(called('密级', 'Secrecy', choicesOf(secrecyLevels))),
  urgency: z
    .enum(urgencyCodes)
    .default('ordinary')
    .meta(called('紧急程度', 'Urgency', choicesOf(urgencies))),
  copies: z.int().min(1).max(100_000).default(1).meta(called('份数', 'Copies')),
  /** Null until counted. */
  pages: z.int().min(0).max(100_000).nullable().default(null).meta(called('页数', 'Pages')),
  attachments: z.int().min(0).max(999).default(0).meta(called('附件数', 'Annexes')),
  attachmentNames: z.string().trim().max(1000).default('').meta(called('附件名称', 'Names of the annexes')),
  unitId: UnitId.nullable().default(null).meta(called('承办部门', 'Responsible unit')),
  responsible: line(60)
    .default('')
    .meta(called('承办人', 'Responsible person', oneLine)),
  outcome: z.string().trim().max(1000).default('').meta(called('办理结果', 'Outcome')),
  note: z.string().trim().max(1000).default('').meta(called('备注', 'Note')),
})

export type LineInput = z.infer<typeof lineInput>

/** Number of a line as the book shows it: 收2026-0012. */
export const lineCode = (line: {
  readonly direction: string
  readonly year: number
  readonly serial: number
}): string => `${directions[line.direction as Direction].mark}${line.year}-${String(line.serial).padStart(4, '0')}`

/** Number of a line in the register of its unit (S5.2): SYZ-2026-0003. */
export const unitLineCode = (unitCode: string, year: number, serial: number): string =>
  `${unitCode}-${year}-${String(serial).padStart(4, '0')}`
