import { z } from 'zod'
import { secrecyCodes, secrecyLevels } from '../access/secrecy.ts'
import type { FieldMeta } from '../shared/issues.ts'
import { retentionCode } from './retention.ts'

/** Openness 开放标识: whether an item may be shown to the public; everything starts unreviewed. */
export const openness = {
  open: { title: '开放', titleEn: 'Open' },
  controlled: { title: '控制', titleEn: 'Controlled' },
  delayed: { title: '延期开放', titleEn: 'Delayed' },
  unreviewed: { title: '未审核', titleEn: 'Unreviewed' },
} as const

export type Openness = keyof typeof openness
export const opennessCodes = Object.keys(openness) as [Openness, ...Openness[]]

const called = (title: string, titleEn: string, more: FieldMeta = {}) => ({ title, titleEn, ...more })

const oneLine = { hint: '不换行的一行文字', hintEn: 'a single line of text' }
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)

const choicesOf = (table: Readonly<Record<string, { title: string; titleEn: string }>>): FieldMeta => ({
  options: Object.fromEntries(Object.entries(table).map(([code, { title }]) => [code, title])),
  optionsEn: Object.fromEntries(Object.entries(table).map(([code, { titleEn }]) => [code, titleEn])),
})

/**
 * What is written about every item 件 whatever its kind: title 题名, document number 文号, creator 责任者, date and the rest. Its place
 * (fonds, kind, year, unit) and its kind's own fields stand beside it.
 */
export const itemDescription = z.strictObject({
  title: line(300)
    .min(1)
    .meta(called('题名', 'Title', oneLine)),
  /** The archivist made the title up; a catalogue shows it in square brackets. */
  selfMadeTitle: z.boolean().default(false).meta(called('自拟题名', 'Self-made title')),
  documentNo: line(100)
    .default('')
    .meta(called('文号', 'Document number', oneLine)),
  creator: line(200)
    .default('')
    .meta(called('责任者', 'Creator', oneLine)),
  /** ISO date on the document, empty when it bears none. */
  date: z
    .union([z.literal(''), z.iso.date()])
    .default('')
    .meta(called('日期', 'Date', { hint: '年月日，如 2026-03-01', hintEn: 'a date such as 2026-03-01' })),
  /** Null until counted. */
  pages: z.int().min(0).max(100_000).nullable().default(null).meta(called('页数', 'Pages')),
  copies: z.int().min(1).max(100_000).default(1).meta(called('份数', 'Copies')),
  secrecy: z
    .enum(secrecyCodes)
    .default('internal')
    .meta(called('密级', 'Secrecy', choicesOf(secrecyLevels))),
  openness: z
    .enum(opennessCodes)
    .default('unreviewed')
    .meta(called('开放标识', 'Openness', choicesOf(openness))),
  retention: retentionCode.meta(
    called('保管期限', 'Retention', {
      hint: '永久（Y）或年数（如 D30）',
      hintEn: 'permanent (Y) or years (such as D30)',
    }),
  ),
  note: z.string().trim().max(1000).default('').meta(called('备注', 'Note')),
})

export type ItemDescription = z.infer<typeof itemDescription>
