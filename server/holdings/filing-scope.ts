import { sql } from 'kysely'
import { z } from 'zod'
import { type ScopeRow, scopeForms, scopeRow } from '../../domain/holdings/filing-scope.ts'
import { refuseHoldings } from '../../domain/holdings/refusals.ts'
import { retentionTitle } from '../../domain/holdings/retention.ts'
import { UnitId } from '../../domain/shared/ids.ts'
import type { Reads } from '../platform/db.ts'
import { command, fileQuery, query } from '../platform/operation.ts'
import { writeWorkbook } from '../spreadsheet/spreadsheet.ts'
import { markOf, replaceScope, scopeFor, scopeRows } from './filing-scope.sql.ts'
import { currentKinds } from './kinds.sql.ts'

const unitId = UnitId.nullable().default(null).meta({ title: '机构', titleEn: 'Unit' })

/** The table of filing scope 归档范围表 of a unit, and all rows that speak for it, those for every unit among them (S5.4). */
export const showScope = query({
  name: 'scope.show',
  title: '归档范围',
  titleEn: 'Filing scope',
  permission: 'scope.show',
  rules: ['S5.4'],
  input: z.strictObject({ unitId }),
  output: z.object({ rows: z.array(scopeRow), mark: z.string(), inForce: z.array(scopeRow) }),
  async run({ tx }, input) {
    const rows = await scopeRows(tx, input.unitId)
    return { rows, mark: markOf(rows), inForce: await scopeFor(tx, input.unitId) }
  },
})

/** Save the table of filing scope of a unit, all rows at once; what is registered already stays as it is (S5.4). */
export const saveScope = command({
  name: 'scope.save',
  title: '保存归档范围',
  titleEn: 'Save the filing scope',
  permission: 'scope.save',
  rules: ['S5.4'],
  input: z.strictObject({
    unitId,
    /** Mark of the table the page was read at. */
    mark: z.string().max(64).meta({ title: '载入时的标记', titleEn: 'Mark when read' }),
    rows: z.array(scopeRow).max(500).meta({ title: '各行', titleEn: 'Rows' }),
  }),
  output: z.object({ mark: z.string() }),
  async run({ tx }, input) {
    // A table that has no rows yet has none to lock; it is saved so seldom that one may wait for the other.
    await sql`lock table filing_scope in share row exclusive mode`.execute(tx)
    const before = await scopeRows(tx, input.unitId)
    if (markOf(before) !== input.mark) refuseHoldings('scope.changed')
    await assertKinds(tx, input.rows)
    await replaceScope(tx, input.unitId, input.rows)
    const data = { unitId: input.unitId, before, after: input.rows }
    return {
      output: { mark: markOf(input.rows) },
      events: [{ name: 'scope.saved', subject: input.unitId ?? 'scope', data }],
    }
  },
})

async function assertKinds(reads: Reads, rows: readonly ScopeRow[]): Promise<void> {
  const known = new Set((await currentKinds(reads)).map(({ kind }) => kind.code))
  const absent = rows.find(({ kind }) => !known.has(kind))
  if (absent) refuseHoldings('kind.unknown', { kind: absent.kind })
}

const columns = [
  { key: 'matter', title: '归档范围', width: 40, kind: 'text' },
  { key: 'keywords', title: '关键词', width: 20, kind: 'text' },
  { key: 'kind', title: '门类', width: 14, kind: 'text' },
  { key: 'retention', title: '保管期限', width: 10, kind: 'text' },
  { key: 'form', title: '原件或复印件', width: 14, kind: 'text' },
  { key: 'due', title: '移交时间', width: 18, kind: 'text' },
  { key: 'basis', title: '依据', width: 30, kind: 'text' },
] as const

/** The table of filing scope as an Excel workbook; its rows, copied, are read back as they are (S5.4). */
export const exportScope = fileQuery({
  name: 'scope.export',
  title: '导出归档范围',
  titleEn: 'Export the filing scope',
  permission: 'scope.show',
  rules: ['S5.4'],
  limit: { per: 'person', max: 60, seconds: 60 },
  input: z.strictObject({ unitId: UnitId.optional() }),
  async run({ tx }, input) {
    const titles = new Map((await currentKinds(tx)).map(({ kind }) => [kind.code, kind.title]))
    const rows = (await scopeRows(tx, input.unitId ?? null)).map(row => ({
      ...row,
      kind: titles.get(row.kind) ?? row.kind,
      retention: retentionTitle(row.retention).title,
      form: scopeForms[row.form].title,
    }))
    return {
      name: '归档范围表.xlsx',
      mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: await writeWorkbook({ sheets: [{ name: '归档范围表', columns, rows }] }),
      inline: false,
    }
  },
})
