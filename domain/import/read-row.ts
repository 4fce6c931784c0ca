import type { Actor } from '../access/actor.ts'
import { type ItemInput, itemInput } from '../holdings/item-input.ts'
import { assertCleared, assertWorksFor } from '../holdings/item-life.ts'
import {
  type CodeParts,
  type CodeTemplate,
  codeProblems,
  formatCode,
  normalizeCode,
  parseCode,
  scopeOf,
} from '../holdings/numbering/index.ts'
import { assertRetentionLawful } from '../holdings/record-groups.ts'
import { readRetention } from '../holdings/retention.ts'
import { type FieldDefinition, fieldsSchema, type KindDefinition } from '../kinds/index.ts'
import { readInput } from '../shared/issues.ts'
import { fillIn, type InputIssue, Refusal } from '../shared/refusal.ts'
import {
  type Cell,
  namesOf,
  readChoice,
  readCount,
  readDay,
  readMoney,
  readNumber,
  readSecrecy,
  readYear,
  readYesNo,
  textOf,
  type Understood,
} from './cells.ts'
import type { ImportPlan } from './plan.ts'

/** What reading the rows of one import rests on, gathered once. */
export interface RowGround {
  readonly plan: ImportPlan
  readonly kind: KindDefinition
  readonly fondsCode: string
  readonly template: CodeTemplate
  /** Units by name and by code, in lower case. */
  readonly units: ReadonlyMap<string, { readonly id: string; readonly code: string }>
  readonly unitCodes: ReadonlyMap<string, string>
  readonly actor: Pick<Actor, 'worksForAllUnits' | 'unitIds' | 'clearance'>
}

/** The code a row brings: kept as it is, with its place in its sequence. */
export interface GivenCode {
  readonly code: string
  readonly scope: string
  readonly serial: number
}

/** What is wrong with a row, at the column where it stands; null for the row as a whole. */
export interface RowIssue {
  readonly row: number
  readonly column: number | null
  readonly zh: string
  readonly en: string
}

/** A row as an item to register, or everything that is wrong with it. */
export interface RowRead {
  readonly row: number
  readonly item: ItemInput | undefined
  readonly given: GivenCode | undefined
  readonly fileName: string
  readonly issues: readonly RowIssue[]
}

type Reader = (cell: Cell) => Understood<unknown>

const asText: Reader = cell => ({ value: textOf(cell) })

/** Makes the reader of an import's rows: every cell is understood as its column says and judged by the rules of registering. */
export function rowReader(ground: RowGround): (row: number, cells: readonly Cell[]) => RowRead {
  const { plan, kind } = ground
  const readers = readersFor(ground)
  const fields = fieldsSchema(kind)
  const columnOf = new Map(plan.columns.flatMap((target, at) => (target ? [[target, at] as const] : [])))
  return (row, cells) => {
    const issues: RowIssue[] = []
    const values: Record<string, unknown> = {}
    const add = (target: string, zh: string, en: string) =>
      issues.push({ row, column: columnOf.get(target) ?? null, zh, en })
    for (const [target, at] of columnOf) {
      const understood = (readers.get(target) ?? asText)(cells[at] ?? null)
      if ('value' in understood) values[target] = understood.value
      else add(target, understood.zh, understood.en)
    }
    const unread = new Set(issues.map(({ column }) => column))
    const { input, given, problems } = compose(ground, values)
    for (const { field, zh, en } of [...problems, ...judge(ground, input, fields)]) {
      const target = targetOf(field)
      // A year that would come from a date nobody can read is not a second fault.
      if (target === 'year' && unread.has(columnOf.get('date') ?? -1)) continue
      if (!unread.has(columnOf.get(target) ?? -1)) add(target, zh, en)
    }
    const fileName = String(values['fileName'] ?? '')
    return { row, item: issues.length === 0 ? (input as unknown as ItemInput) : undefined, given, fileName, issues }
  }
}

/** The column a rule's field stands in. */
const targetOf = (field: string): string => (field === 'unitId' ? 'unit' : field)

function readersFor({ kind, units }: RowGround): ReadonlyMap<string, Reader> {
  const readUnit: Reader = cell => {
    const text = textOf(cell).normalize('NFKC')
    if (text === '') return { value: null }
    const unit = units.get(text.toLowerCase())
    return unit ? { value: unit.id } : { zh: `没有“${text}”这个机构`, en: `There is no unit “${text}”` }
  }
  const retention: Reader = cell => {
    const text = textOf(cell)
    const code = text === '' ? '' : readRetention(text)
    return code === undefined
      ? { zh: `“${text}”不是保管期限，如 永久、30年、D10`, en: `“${text}” is no retention such as Y, D30, 永久` }
      : { value: code }
  }
  const own = Object.entries(kind.fields).map(([name, field]) => [`fields.${name}`, fieldReader(field)] as const)
  return new Map<string, Reader>([
    ['date', readDay],
    ['pages', readCount],
    ['copies', readCount],
    ['serial', readCount],
    ['year', readYear],
    ['secrecy', readSecrecy],
    ['openness', cell => readChoice(cell, opennessNames)],
    ['retention', retention],
    ['unit', readUnit],
    ...own,
  ])
}

const opennessNames = namesOf({ open: '开放', controlled: '控制', delayed: '延期开放', unreviewed: '未审核' })

function fieldReader(field: FieldDefinition): Reader {
  switch (field.type) {
    case 'date':
      return readDay
    case 'number':
      return readNumber
    case 'money':
      return readMoney
    case 'boolean':
      return readYesNo
    case 'choice': {
      const names = namesOf(field.options, field.optionsEn)
      return cell => readChoice(cell, names)
    }
    case 'choices': {
      const names = namesOf(field.options, field.optionsEn)
      return cell => readChoices(cell, names)
    }
    default:
      return asText
  }
}

/** Several choices in one cell, parted as people part them. */
function readChoices(cell: Cell, names: ReadonlyMap<string, string>): Understood<string[]> {
  const parts = textOf(cell)
    .split(/[、,，;；/\n]/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const read = parts.map(part => readChoice(part, names))
  const failed = read.find(one => !('value' in one))
  if (failed && !('value' in failed)) return failed
  return { value: read.flatMap(one => ('value' in one ? [one.value] : [])) }
}

/** Puts a row's values together: what its own cells leave open comes from the code, then from the constants, the year last from the date. */
function compose({ plan, kind, fondsCode, template, unitCodes }: RowGround, values: Record<string, unknown>) {
  const { constants } = plan
  const codeText = normalizeCode(String(values['code'] ?? ''))
  const parts: CodeParts = codeText === '' ? {} : (parseCode(template, codeText) ?? {})
  const date = String(values['date'] ?? '')
  const said = (name: string) => (values[name] === '' || values[name] === null ? undefined : values[name])
  const title = String(values['title'] ?? '')
  const bare = /^\[(.+)\]$/u.exec(title)?.[1]
  const input: Record<string, unknown> = {
    fondsId: plan.fondsId,
    kind: plan.kind,
    year: said('year') ?? parts.year ?? constants.year ?? (date ? Number(date.slice(0, 4)) : undefined),
    unitId: said('unit') ?? constants.unitId,
    title: bare ?? title,
    selfMadeTitle: bare !== undefined,
    documentNo: values['documentNo'] ?? '',
    creator: values['creator'] ?? '',
    date,
    pages: values['pages'] ?? null,
    copies: said('copies') ?? 1,
    secrecy: said('secrecy') ?? constants.secrecy ?? kind.secrecy ?? 'internal',
    openness: said('openness') ?? 'unreviewed',
    retention: said('retention') ?? parts.retention ?? constants.retention ?? undefined,
    note: values['note'] ?? '',
    fields: Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        name.startsWith('fields.') && value !== '' && value !== null ? [[name.slice(7), value]] : [],
      ),
    ),
  }
  const unit = typeof input['unitId'] === 'string' ? unitCodes.get(input['unitId']) : undefined
  const described = { fonds: fondsCode, category: kind.categoryCode, ...yearAndRetention(input) }
  if (codeText === '' && typeof said('serial') === 'number')
    return { input, ...fromSerial(template, { ...described, ...(unit && { unit }) }, said('serial') as number) }
  if (codeText === '') return { input, given: undefined, problems: [] }
  const problems = codeProblems(template, codeText, { ...described, ...(unit && parts.unit && { unit }) })
  const serial = parts[template.serial]
  const given =
    problems.length === 0 && typeof serial === 'number'
      ? { code: codeText, scope: scopeOf(template, parts), serial }
      : undefined
  return { input, given, problems }
}

function yearAndRetention(input: Record<string, unknown>): CodeParts {
  const { year, retention } = input
  return {
    ...(typeof year === 'number' && { year }),
    ...(typeof retention === 'string' && retention !== '' && { retention }),
  }
}

/** A register that has only the item number 件号 beside the other elements gets its whole code from the template. */
function fromSerial(
  template: CodeTemplate,
  parts: CodeParts,
  serial: number,
): { given: GivenCode | undefined; problems: InputIssue[] } {
  try {
    const whole = { ...parts, [template.serial]: serial }
    return { given: { code: formatCode(template, whole), scope: scopeOf(template, parts), serial }, problems: [] }
  } catch (reason) {
    return { given: undefined, problems: [issueOf(reason, 'serial')] }
  }
}

/** The rules of registering one item, all of what they say. */
function judge(
  { actor, kind }: RowGround,
  input: Record<string, unknown>,
  fields: ReturnType<typeof fieldsSchema>,
): InputIssue[] {
  const read = readInput(itemInput, input)
  const own = readInput(fields, input['fields'])
  const issues = [...read.issues, ...own.issues.map(issue => ({ ...issue, field: `fields.${issue.field}` }))]
  if (!('value' in read)) return issues
  if ('value' in own) Object.assign(input, read.value, { fields: own.value })
  const { unitId, secrecy, retention } = read.value
  return [
    ...issues,
    ...complaintOf('unitId', () => assertWorksFor(actor as Actor, unitId)),
    ...complaintOf('secrecy', () => assertCleared(actor as Actor, secrecy)),
    ...('value' in own ? complaintOf('retention', () => assertRetentionLawful(kind.code, own.value, retention)) : []),
  ]
}

function complaintOf(field: string, rule: () => void): InputIssue[] {
  try {
    rule()
    return []
  } catch (reason) {
    return [issueOf(reason, field)]
  }
}

function issueOf(reason: unknown, field: string): InputIssue {
  if (!(reason instanceof Refusal)) throw reason
  const { text, params } = reason
  return { field, zh: fillIn(text, params, 'zh'), en: fillIn(text, params, 'en') }
}
