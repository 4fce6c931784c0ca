import { z } from 'zod'
import { importPlan } from '../../domain/import/plan.ts'
import { refuseImport } from '../../domain/import/refusals.ts'
import { After, ImportId, Limit } from '../../domain/shared/ids.ts'
import { fillIn, type RefusalParams, type RefusalText } from '../../domain/shared/refusal.ts'
import type { Reads } from '../platform/db.ts'
import { fileQuery, query } from '../platform/operation.ts'
import { readProgress } from '../platform/progress.ts'
import { type ImportRow, type ImportState, importStateCodes, readImport } from './imports.sql.ts'

const cell = z.union([z.string(), z.number(), z.null()])
const sheetView = z.object({
  name: z.string(),
  rowCount: z.number(),
  columnCount: z.number(),
  rows: z.array(z.object({ row: z.number(), cells: z.array(cell), formulas: z.array(z.number()) })),
})
const counts = z.object({
  rows: z.number(),
  coded: z.number(),
  faults: z.number(),
  faultyRows: z.number(),
  notices: z.number(),
})
const summary = {
  id: z.string(),
  name: z.string(),
  state: z.enum(importStateCodes),
  openedAt: z.string(),
  importedAt: z.string().nullable(),
  items: z.number().nullable(),
  failure: z.string().nullable(),
}

const summaryOf = (row: ImportRow, language: 'zh' | 'en') => ({
  id: row.id,
  name: row.name,
  state: row.state as ImportState,
  openedAt: row.opened_at,
  importedAt: row.imported_at,
  items: row.items,
  failure: failureOf(row.failure, language),
})

function failureOf(stored: unknown, language: 'zh' | 'en'): string | null {
  if (stored === null) return null
  const { text, params } = stored as { text: RefusalText; params: RefusalParams }
  return fillIn(text, params, language)
}

/** One's own imports 导入记录, the last first. */
export const listImports = query({
  name: 'import.list',
  title: '导入记录',
  titleEn: 'Imports',
  permission: 'import.list',
  rules: ['S1.5'],
  input: z.strictObject({ after: After, limit: Limit }),
  output: z.object({ imports: z.array(z.object(summary)), next: z.string().nullable() }),
  async run({ tx, actor }, { after, limit }) {
    const rows = await tx
      .selectFrom('import')
      .selectAll()
      .where('opened_by', '=', actor.personId ?? '')
      .$if(after !== undefined, list => list.where('id', '<', after ?? ''))
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const page = rows.slice(0, limit)
    return {
      imports: page.map(row => summaryOf(row, actor.language)),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  },
})

const issue = z.object({
  row: z.number(),
  column: z.number().nullable(),
  fault: z.boolean(),
  message: z.string(),
})

/** How far the page goes; all of them stand in the marked sheet. */
const shownIssues = 200

/** An import as it stands: its sheets, how they are to be read, how far its work is, and what was found. */
export const showImport = query({
  name: 'import.show',
  title: '查看导入',
  titleEn: 'Show an import',
  permission: 'import.list',
  rules: ['S1.5'],
  input: z.strictObject({ importId: ImportId }),
  output: z.object({
    ...summary,
    sheets: z.array(sheetView),
    plan: importPlan.nullable(),
    found: counts.nullable(),
    issues: z.array(issue),
    progress: z.object({ done: z.number(), total: z.number() }),
  }),
  async run({ tx, actor }, { importId }) {
    const row = await readImport(tx, actor, importId)
    const progress = row.job_id ? await readProgress(tx, row.job_id) : undefined
    return {
      ...summaryOf(row, actor.language),
      sheets: (row.sheets ?? []) as z.infer<typeof sheetView>[],
      plan: row.plan === null ? null : importPlan.parse(row.plan),
      found: row.found as z.infer<typeof counts> | null,
      issues: await issuesOf(tx, importId, actor.language),
      progress: { done: progress?.done ?? 0, total: progress?.total ?? 0 },
    }
  },
})

async function issuesOf(reads: Reads, importId: string, language: 'zh' | 'en') {
  const rows = await reads
    .selectFrom('import_issue')
    .select(['row', 'column_at', 'fault', 'zh', 'en'])
    .where('import_id', '=', importId)
    .orderBy('ordinal')
    .limit(shownIssues)
    .execute()
  return rows.map(({ row, column_at: column, fault, zh, en }) => ({
    row,
    column,
    fault,
    message: language === 'en' ? en : zh,
  }))
}

/** The user's own sheet with the faults marked 标错表格, to correct and import again. */
export const markedSheet = fileQuery({
  name: 'import.marked',
  title: '下载标出错误的表格',
  titleEn: 'Sheet with marked faults',
  permission: 'import.list',
  rules: ['S1.5'],
  input: z.strictObject({ importId: ImportId }),
  async run({ tx, actor }, { importId }) {
    const { name } = await readImport(tx, actor, importId)
    const marked = await tx
      .selectFrom('import_marked')
      .select('book')
      .where('import_id', '=', importId)
      .executeTakeFirst()
    return {
      name: `${name.replace(/\.[^.]{1,5}$/, '')}-错误.xlsx`,
      mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: marked?.book ?? refuseImport('import.no-marked'),
      inline: false,
    }
  },
})
