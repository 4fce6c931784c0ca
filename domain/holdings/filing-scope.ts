import { z } from 'zod'
import { type RetentionCode, readRetention, retentionCode } from './retention.ts'

/** Whether the original 原件 or a copy 复印件 is filed. */
export const scopeForms = {
  original: { title: '原件', titleEn: 'Original' },
  copy: { title: '复印件', titleEn: 'Copy' },
  either: { title: '原件或复印件', titleEn: 'Either' },
} as const

type ScopeForm = keyof typeof scopeForms

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)

/** A row of the table of filing scope 归档范围表: what a unit files, under which kind, for how long, in which form, when and why (S5.4). */
export const scopeRow = z.strictObject({
  matter: line(200).min(1).meta({ title: '归档范围', titleEn: 'What is filed' }),
  keywords: line(200).default('').meta({ title: '关键词', titleEn: 'Keywords' }),
  kind: z.string().min(1).max(40).meta({ title: '门类', titleEn: 'Kind' }),
  retention: retentionCode.meta({ title: '保管期限', titleEn: 'Retention' }),
  form: z.enum(['original', 'copy', 'either']).default('original').meta({ title: '原件或复印件', titleEn: 'Form' }),
  due: line(60).default('').meta({ title: '移交时间', titleEn: 'Handed over' }),
  basis: line(200).default('').meta({ title: '依据', titleEn: 'Basis' }),
})

export type ScopeRow = z.infer<typeof scopeRow>

/** Words a title is told by: the row's own keywords, else the parts of what it says is filed, two characters at least. */
export function wordsOf({ matter, keywords }: Pick<ScopeRow, 'matter' | 'keywords'>): string[] {
  return (keywords || matter).split(/[、，,；;。\s（）()《》及和与]+/u).filter(word => word.length >= 2)
}

/** The row a title falls under: the one whose longest word stands in it, the earlier of two alike; undefined outside the scope. */
export function scopeOfTitle<R extends ScopeRow>(
  rows: readonly R[],
  title: string,
): { row: R; word: string } | undefined {
  let found: { row: R; word: string } | undefined
  for (const row of rows) {
    for (const word of wordsOf(row)) {
      if (title.includes(word) && word.length > (found?.word.length ?? 0)) found = { row, word }
    }
  }
  return found
}

/** Whether somebody has to decide before this is registered: there is a table, and nothing in it speaks of such a title (S5.4). */
export const isOutsideScope = (rows: readonly ScopeRow[], title: string): boolean =>
  rows.length > 0 && scopeOfTitle(rows, title) === undefined

/** Columns of the table as it is copied from and into a sheet, in this order. */
export const scopeColumns = ['matter', 'keywords', 'kind', 'retention', 'form', 'due', 'basis'] as const

/** A row of a sheet that could not be read, with why. */
export interface ScopeIssue {
  readonly row: number
  readonly zh: string
  readonly en: string
}

/** Reads rows copied from a sheet: cells parted by tabs, in the order of the exported table; its head is passed over. */
export function readScopeRows(
  text: string,
  kinds: readonly { readonly code: string; readonly title: string }[],
): { rows: ScopeRow[]; issues: ScopeIssue[] } {
  const rows: ScopeRow[] = []
  const issues: ScopeIssue[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const cells = line.split('\t').map(cell => cell.trim().replace(/^"|"$/g, ''))
    if (cells.every(cell => cell === '') || cells[0] === '归档范围') continue
    const [matter = '', keywords = '', kindName = '', term = '', formName = '', due = '', basis = ''] = cells
    const kind = kinds.find(({ code, title }) => code === kindName || title === kindName)?.code
    const retention = readRetention(term)
    const read = scopeRow.safeParse({ matter, keywords, kind, retention, form: formOf(formName), due, basis })
    if (read.success) rows.push(read.data)
    else issues.push({ row: at + 1, ...whatIsWrong({ matter, kind, kindName, retention, term }) })
  }
  return { rows, issues }
}

function formOf(name: string): ScopeForm {
  const entries = Object.entries(scopeForms) as [ScopeForm, { title: string }][]
  return entries.find(([code, { title }]) => code === name || title === name)?.[0] ?? 'original'
}

interface Cells {
  readonly matter: string
  readonly kind: string | undefined
  readonly kindName: string
  readonly retention: RetentionCode | undefined
  readonly term: string
}

function whatIsWrong({ matter, kind, kindName, retention, term }: Cells): { zh: string; en: string } {
  if (matter === '') return { zh: '没有写归档什么', en: 'what is filed is not said' }
  if (!kind) return { zh: `没有门类“${kindName}”`, en: `there is no kind “${kindName}”` }
  if (!retention)
    return { zh: `保管期限“${term}”看不懂，写作永久、30年`, en: `“${term}” is no retention; write Y or D30` }
  return { zh: '有一格太长', en: 'a cell is too long' }
}
