import type { Actor } from '../../domain/access/actor.ts'
import { gapsAfter, repeated } from '../../domain/import/check-codes.ts'
import type { RowIssue } from '../../domain/import/read-row.ts'
import { knownDocumentNos, lastSerials, takenCodes } from '../holdings/known-items.ts'
import type { Reads } from '../platform/db.ts'
import type { Found } from './imports.sql.ts'
import type { RowsChecked, SentGround } from './reading.ts'

/**
 * Judges the rows against each other and against what is there: codes given twice are faults; document numbers that are known, numbers left
 * empty and results of formulas are notices. Asks by sets, never row by row.
 */
export async function judgeRows(
  reads: Reads,
  actor: Actor,
  { checked, ground }: { readonly checked: RowsChecked; readonly ground: SentGround },
): Promise<Found> {
  const { fondsId, columns } = ground.plan
  const at = (target: string) => (columns.indexOf(target) < 0 ? null : columns.indexOf(target))
  const codeColumn = at('code') ?? at('serial')
  const codes = checked.codes.map(({ row, code }) => ({ row, value: code }))
  const taken = await takenCodes(
    reads,
    fondsId,
    codes.map(({ value }) => value),
  )
  const numbers = checked.documentNos
  const known = await knownDocumentNos(reads, actor, { fondsId, numbers: numbers.map(({ value }) => value) })
  const last = await lastSerials(reads, fondsId, [...new Set(checked.codes.map(({ scope }) => scope))])
  const faults: RowIssue[] = [
    ...checked.issues,
    ...repeated(codes, sameCode, codeColumn),
    ...codes
      .filter(({ value }) => taken.has(value))
      .map(({ row, value }) => ({
        row,
        column: codeColumn,
        zh: `档号 ${value} 已被使用`,
        en: `The code ${value} is taken`,
      })),
  ]
  const notices: RowIssue[] = [
    ...repeated(numbers, sameNumber, at('documentNo')),
    ...numbers
      .filter(({ value }) => known.has(value))
      .map(({ row, value }) => ({
        row,
        column: at('documentNo'),
        zh: `文号“${value}”已登记过，请看是不是同一份文件`,
        en: `The number “${value}” is registered already; see whether it is the same paper`,
      })),
    ...gapsAfter(checked.codes, scope => last.get(scope) ?? 0).map(gap => gapNotice(gap, checked, codeColumn)),
    ...checked.formulas.map(({ row, column }) => ({
      row,
      column,
      zh: '这一格是公式，导入的是它算出的值',
      en: 'This cell is a formula; its result is imported',
    })),
  ]
  return { faults: inOrder(faults), notices: inOrder(notices) }
}

const sameCode = (code: string, first: number) => ({
  zh: `档号 ${code} 与第 ${first} 行重复`,
  en: `The code ${code} is that of row ${first}`,
})

const sameNumber = (number: string, first: number) => ({
  zh: `文号“${number}”与第 ${first} 行相同`,
  en: `The number “${number}” is that of row ${first}`,
})

/** Told at the row that comes after the empty numbers. */
function gapNotice(
  { scope, from, to }: { scope: string; from: number; to: number },
  { codes }: RowsChecked,
  column: number | null,
): RowIssue {
  const row = codes.find(code => code.scope === scope && code.serial === to + 1)?.row ?? 0
  const run = from === to ? String(from) : `${from}–${to}`
  return { row, column, zh: `${scope} 缺件号 ${run}`, en: `${scope} lacks the item numbers ${run}` }
}

const inOrder = (issues: readonly RowIssue[]): RowIssue[] =>
  issues.toSorted((a, b) => a.row - b.row || (a.column ?? -1) - (b.column ?? -1))
