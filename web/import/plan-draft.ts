import { findHeads, proposeColumns, signatureOf, targetsOf } from '../../domain/import/columns.ts'
import type { ImportPlan } from '../../domain/import/plan.ts'
import type { KindDefinition } from '../../domain/kinds/index.ts'
import type { Cell, SheetView } from './import-queries.ts'

/** How a sheet is to be read, as it is being chosen on the page. */
export type PlanDraft = ImportPlan

/** What every row gets that says nothing itself; nothing is chosen for anybody. */
export const noConstants: PlanDraft['constants'] = { year: null, retention: null, unitId: null, secrecy: null }

/** The row of the heads, and those below it. */
export function partsOf(sheet: SheetView, headRow: number) {
  return {
    heads: sheet.rows.find(({ row }) => row === headRow)?.cells ?? [],
    below: sheet.rows.filter(({ row }) => row > headRow),
  }
}

/** Proposes how a sheet is read: where its heads stand, and what each column is about. */
export function proposePlan(
  sheet: SheetView,
  { fondsId, kind }: { readonly fondsId: string; readonly kind: KindDefinition },
): PlanDraft {
  const targets = targetsOf(kind)
  const at = findHeads(sheet.rows, targets)
  const headRow = sheet.rows[at]?.row ?? 0
  return {
    fondsId,
    kind: kind.code,
    sheet: sheet.name,
    headRow,
    columns: columnsFor(sheet, headRow, kind),
    constants: noConstants,
  }
}

/** What the columns are about, told by the heads of a row. */
export function columnsFor(sheet: SheetView, headRow: number, kind: KindDefinition): (string | null)[] {
  const { heads } = partsOf(sheet, headRow)
  const proposed = proposeColumns(heads, targetsOf(kind))
  return Array.from({ length: Math.max(1, Math.min(200, sheet.columnCount)) }, (_, at) => proposed[at] ?? null)
}

/** The heads in one text, by which a saved mapping is found again. */
export const signatureIn = (sheet: SheetView, headRow: number): string =>
  signatureOf(partsOf(sheet, headRow).heads).slice(0, 4000)

/** Gives a column its meaning, and takes it from the column that had it. */
export const withColumn = (columns: readonly (string | null)[], at: number, target: string | null) =>
  columns.map((one, index) => (index === at ? target : target !== null && one === target ? null : one))

/** What a row must have that neither a column nor a constant gives; the year may come from the date or the code. */
export function openNeeds({ columns, constants }: PlanDraft): ('title' | 'retention' | 'year')[] {
  const has = (target: string) => columns.includes(target)
  return [
    ...(has('title') ? [] : (['title'] as const)),
    ...(has('retention') || has('code') || constants.retention ? [] : (['retention'] as const)),
    ...(has('year') || has('date') || has('code') || constants.year ? [] : (['year'] as const)),
  ]
}

/** A cell as the preview shows it. */
export const shown = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell))
