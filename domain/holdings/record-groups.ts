import { type Condition, fits, type KindDefinition } from '../kinds/index.ts'
import type { InputIssue } from '../shared/refusal.ts'
import { isLongEnough, type RetentionCode, refuseRetention, retentionTitle } from './retention.ts'
import { type RecordGroup, type RetentionRow, retentionRows } from './retention-minimums.ts'

interface Belonging {
  readonly group: RecordGroup
  /** What the fields have to say for an item to belong there; without it every item of the kind does. */
  readonly when?: Condition
}

const when = (field: string, groups: Readonly<Record<string, RecordGroup>>): Belonging[] =>
  Object.entries(groups).map(([value, group]) => ({ group, when: { [field]: value } }))
const boards = ['shareholders', 'board', 'supervisors']

/** Which group of records an item belongs to, by its kind and the sort of record its fields name; the first that fits counts (S5.4). */
const belongings: Readonly<Record<string, readonly Belonging[]>> = {
  contract: [{ group: 'commercial-contract' }],
  accounting: when('recordSort', {
    voucher: 'accounting-voucher',
    ledger: 'account-book',
    'fixed-asset-card': 'fixed-asset-card',
    'annual-report': 'annual-financial-report',
    'periodic-report': 'periodic-financial-report',
    'bank-reconciliation': 'bank-statement',
    'bank-statement': 'bank-statement',
    'tax-return': 'bank-statement',
    'handover-list': 'accounting-handover-list',
    'custody-list': 'accounting-custody-list',
    'destruction-list': 'accounting-custody-list',
    'appraisal-opinion': 'accounting-custody-list',
    'internal-control': 'internal-control-report',
  }),
  personnel: when('material', { 'labour-contract': 'labour-contract' }),
  regulation: [{ group: 'plan-and-regulation', when: { origin: 'company' } }],
  resolution: [
    { group: 'board-matter-rejected', when: { body: boards, outcome: 'rejected' } },
    { group: 'board-meeting', when: { body: boards } },
  ],
  plan: when('planSort', {
    strategy: 'company-strategy',
    operation: 'plan-and-regulation',
    finance: 'financial-plan',
  }),
  summary: when('summarySort', {
    operation: 'plan-and-regulation',
    finance: 'financial-plan',
    statistics: 'plan-and-regulation',
  }),
  certificate: when('certificateSort', {
    'business-licence': 'company-charter',
    qualification: 'company-charter',
    'real-estate-title': 'real-estate-title',
  }),
}

type Fields = Readonly<Record<string, unknown>>

/** Legal or usual retention of what has this kind and these fields, with its basis; undefined where none is known. */
export function retentionRowOf(kind: string, fields: Fields): RetentionRow | undefined {
  const found = (Object.hasOwn(belongings, kind) ? belongings[kind] : [])?.find(
    one => !one.when || fits(one.when, fields),
  )
  return found && retentionRows[found.group]
}

/** Proposes a retention: that of the group of records, else what the kind proposes, each with its reason. */
export function proposeRetention(kind: KindDefinition, fields: Fields) {
  const row = retentionRowOf(kind.code, fields)
  if (row)
    return {
      retention: row.retention,
      because: { zh: `${row.title}：${row.basis}`, en: `${row.titleEn}: ${row.basis}` },
    }
  if (!kind.retention) return undefined
  return {
    retention: kind.retention.code as RetentionCode,
    because: { zh: `${kind.title}的默认期限`, en: `usual for ${kind.titleEn ?? kind.title}` },
  }
}

/** Refuses a retention shorter than the law asks for such records, naming the law; longer is always allowed (S5.4). */
export function assertRetentionLawful(kind: string, fields: Fields, chosen: RetentionCode): void {
  const issue = retentionIssue(kind, fields, chosen)
  if (issue) refuseRetention('retention.too-short', issue.params, [issue])
}

/** The same as a thing wrong with one row, for sheets and folders; undefined when the retention is long enough. */
export function retentionIssue(kind: string, fields: Fields, chosen: RetentionCode) {
  const row = retentionRowOf(kind, fields)
  if (!row?.minimum || isLongEnough(chosen, row.retention)) return undefined
  const words = (code: RetentionCode) => ({ zh: retentionTitle(code).title, en: retentionTitle(code).titleEn })
  const [minimum, given] = [words(row.retention), words(chosen)]
  return {
    field: 'retention',
    zh: `“${row.title}”最低保管${minimum.zh}，不能选${given.zh}（${row.basis}）`,
    en: `“${row.titleEn}” is kept at least ${minimum.en}, not ${given.en} (${row.basis})`,
    params: { record: { zh: row.title, en: row.titleEn }, minimum, chosen: given, basis: row.basis },
  } satisfies InputIssue & { params: object }
}
