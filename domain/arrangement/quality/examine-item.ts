import type { z } from 'zod'
import { itemDescription } from '../../holdings/description.ts'
import { missingForFiling } from '../../holdings/item-life.ts'
import { type CodeParts, type CodeTemplate, codeProblems } from '../../holdings/numbering/index.ts'
import { fieldsSchema, type KindDefinition } from '../../kinds/index.ts'
import { issuesOf } from '../../shared/issues.ts'
import type { CheckCode, Finding } from './checks.ts'
import { type ExaminedFile, examineFiles } from './examine-files.ts'

/** All that the checks look at in one item. */
export interface ExaminedItem {
  readonly description: Readonly<Record<string, unknown>> & {
    readonly title: string
    readonly documentNo: string
    readonly creator: string
    readonly date: string
    readonly note: string
    readonly pages: number | null
  }
  readonly fields: Readonly<Record<string, unknown>>
  readonly kind: KindDefinition
  readonly code: string | null
  readonly state: string
  readonly template: CodeTemplate
  /** What the code should say by the description. */
  readonly parts: CodeParts
  readonly year: number
  /** Today's date in the archive. */
  readonly today: string
  /** Whether its history begins with its registration and holds its numbering. */
  readonly hasHistory: boolean
  readonly files: readonly ExaminedFile[]
}

type Schemas = 'GD-1-2' | 'GD-1-3' | 'GD-1-4' | 'GD-2-4'

/** Runs every check that can be run on one item by itself (DA/T 70, S14.2). */
export function examineItem(item: ExaminedItem): Finding[] {
  const faults = new Map<CheckCode, { zh: string; en: string }[]>()
  const fault = (code: CheckCode, zh: string, en: string) => faults.set(code, [...(faults.get(code) ?? []), { zh, en }])
  noteSchemaIssues(item, fault)
  noteSense(item, fault)
  for (const name of strangeTexts(item))
    fault('GD-1-6', `“${name}”里有看不见或无法显示的字符`, `“${name}” has characters that cannot be seen`)
  if (item.code !== null)
    for (const { zh, en } of codeProblems(item.template, item.code, item.parts)) fault('GD-1-7', zh, en)
  const { title, date, creator, pages } = item.description
  if (title === '') fault('GD-2-3', '缺题名', 'no title')
  if (item.state !== 'draft' && item.code === null) fault('GD-2-3', '缺档号', 'no code')
  for (const { zh, en } of missingForFiling({
    state: item.state,
    code: item.code,
    creator,
    dated_on: date || null,
    pages,
  }))
    fault('GD-2-4', `缺${zh}`, `no ${en}`)
  if (!item.hasHistory) fault('GD-2-5', '过程记录不全', 'its history is incomplete')
  const byItem: readonly CheckCode[] = [
    'GD-1-2',
    'GD-1-3',
    'GD-1-4',
    'GD-1-5',
    'GD-1-6',
    'GD-2-3',
    'GD-2-4',
    'GD-2-5',
    'GD-3-2',
  ]
  const judged = byItem.map(code => settled(code, faults.get(code)))
  const ofCode: Finding =
    item.code === null ? { code: 'GD-1-7', outcome: 'not-applicable' } : settled('GD-1-7', faults.get('GD-1-7'))
  return [...judged, ofCode, ...examineFiles(item.files, annexesOf(item.fields))]
}

const settled = (code: CheckCode, found: readonly { zh: string; en: string }[] | undefined): Finding =>
  found
    ? { code, outcome: 'fail', zh: found.map(({ zh }) => zh).join('；'), en: found.map(({ en }) => en).join('; ') }
    : { code, outcome: 'pass' }

type Note = (code: CheckCode, zh: string, en: string) => void

/** What the description and the kind's own fields do not allow, by the check each kind of issue belongs to. */
function noteSchemaIssues({ description, fields, kind }: ExaminedItem, fault: Note): void {
  for (const [schema, value] of [
    [itemDescription, description],
    [fieldsSchema(kind), fields],
  ] as const) {
    const { error } = schema.safeParse(value, { reportInput: true })
    if (!error) continue
    const words = new Map(issuesOf(error, schema).map(issue => [issue.field, issue]))
    for (const issue of error.issues) {
      const said = words.get(issue.path.map(String).join('.'))
      fault(checkOf(issue), said?.zh ?? issue.message, said?.en ?? issue.message)
    }
  }
}

function checkOf(issue: z.core.$ZodIssue): Schemas {
  if (issue.code === 'too_big' && issue.origin === 'string') return 'GD-1-2'
  if (issue.code === 'too_small' && issue.origin === 'string') return 'GD-2-4'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'GD-2-4'
  if (issue.code === 'invalid_value' || issue.code === 'too_big' || issue.code === 'too_small') return 'GD-1-4'
  return 'GD-1-3'
}

const yearsApart = 10

/** Dates that cannot be (check 1-5): after today, long before or after the year, received before it was written. */
function noteSense({ description: { date }, fields, year, today }: ExaminedItem, fault: Note): void {
  const { receivedOn } = fields
  if (date > today) fault('GD-1-5', `日期 ${date} 还没有到`, `the date ${date} is still to come`)
  if (date && Math.abs(Number(date.slice(0, 4)) - year) > yearsApart)
    fault('GD-1-5', `日期 ${date} 与年度 ${year} 相差太远`, `the date ${date} is far from the year ${year}`)
  if (typeof receivedOn === 'string' && date && receivedOn < date)
    fault('GD-1-5', `收文日期 ${receivedOn} 早于成文日期 ${date}`, `received on ${receivedOn}, before its date ${date}`)
}

// Control and format characters, private use, and the mark of something that could not be read.
const strange = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]/u
const breaks = /[\n\r\t]/g

/** Names of the texts that hold characters nobody can see; the note and long texts may have line breaks. */
function strangeTexts({ description, fields, kind }: ExaminedItem): string[] {
  const own = [
    ['题名', description.title],
    ['文号', description.documentNo],
    ['责任者', description.creator],
    ['备注', description.note.replace(breaks, '')],
  ] as const
  const ofKind = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' ? [[kind.fields[name]?.title ?? name, value.replace(breaks, '')] as const] : [],
  )
  return [...own, ...ofKind].filter(([, text]) => strange.test(text)).map(([name]) => name)
}

const annexesOf = ({ attachments }: Readonly<Record<string, unknown>>): number | null =>
  typeof attachments === 'number' ? attachments : null
