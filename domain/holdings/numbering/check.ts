import type { InputIssue } from '../../shared/refusal.ts'
import { type CodeTemplate, normalizeCode, parseCode, patternOf, scopeOf } from './code.ts'
import { type CodeParts, elements } from './elements.ts'
import { slotsOf } from './template.ts'

/**
 * Check 1-7, well-formed code 档号规范性 (DA/T 70-2018): is it written in its one form, does it follow the template, and does it say
 * what the description says where `described` gives it?
 */
export function codeProblems(template: CodeTemplate, code: string, described: CodeParts = {}): InputIssue[] {
  const normal = normalizeCode(code)
  const parts = parseCode(template, normal)
  if (!parts) return [misfit(template, normal)]
  const unclean =
    normal === code ? [] : [issue(`档号“${code}”应写作“${normal}”`, `The code “${code}” should be written “${normal}”`)]
  return [...unclean, ...disagreements(template, parts, described)]
}

/** Numbers missing in one sequence, both ends included. */
export interface SerialGap {
  readonly scope: string
  readonly from: number
  readonly to: number
}

/** Numbers missing between 1 and the highest in each sequence of these codes (check 2-6); codes of another form are passed over. */
export function serialGaps(template: CodeTemplate, codes: Iterable<string>): SerialGap[] {
  const sequences = new Map<string, Set<number>>()
  for (const code of codes) {
    const parts = parseCode(template, code)
    const serial = parts?.[template.serial]
    if (!parts || typeof serial !== 'number') continue
    const scope = scopeOf(template, parts)
    sequences.set(scope, (sequences.get(scope) ?? new Set()).add(serial))
  }
  return [...sequences].flatMap(([scope, serials]) =>
    gapsIn(
      scope,
      [...serials].sort((a, b) => a - b),
    ),
  )
}

function gapsIn(scope: string, serials: readonly number[]): SerialGap[] {
  return serials.flatMap((serial, at) => {
    const from = (serials[at - 1] ?? 0) + 1
    return from < serial ? [{ scope, from, to: serial - 1 }] : []
  })
}

/** Finds where a code leaves its template: after the longest beginning that still follows it. */
function misfit({ segments }: CodeTemplate, code: string): InputIssue {
  const matched = (count: number) => new RegExp(`^${patternOf(segments.slice(0, count))}`, 'u').exec(code)?.[0]
  const count = segments.map((_, at) => at).findLast(at => matched(at + 1) !== undefined) ?? -1
  const rest = code.slice(matched(count + 1)?.length ?? 0)
  const next = slotsOf(segments.slice(count + 1))[0]
  if (!next) return issue(`档号“${code}”末尾多出“${rest}”`, `The code “${code}” has “${rest}” too much at its end`)
  const { title, titleEn, form, formEn } = elements[next.element]
  return rest
    ? issue(
        `档号“${code}”从“${rest}”起不合规则，此处应有${title}（${form}）`,
        `The code “${code}” goes wrong at “${rest}”: ${titleEn} (${formEn}) is expected`,
      )
    : issue(`档号“${code}”缺少${title}（${form}）`, `The code “${code}” lacks ${titleEn} (${formEn})`)
}

function disagreements({ segments }: CodeTemplate, parts: CodeParts, described: CodeParts): InputIssue[] {
  return slotsOf(segments).flatMap(({ element }) => {
    const [inCode, inDescription] = [parts[element], described[element]]
    if (inDescription === undefined || inDescription === inCode) return []
    const { title, titleEn } = elements[element]
    return [
      issue(
        `档号里的${title}是“${inCode ?? '空'}”，著录的是“${inDescription}”`,
        `${titleEn} is “${inCode ?? 'absent'}” in the code but “${inDescription}” in the description`,
      ),
    ]
  })
}

const issue = (zh: string, en: string): InputIssue => ({ field: 'code', zh, en })
