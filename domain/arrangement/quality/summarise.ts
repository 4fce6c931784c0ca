import { type Check, type CheckCode, checkCodes, checks, type Finding, type Outcome } from './checks.ts'

/** How one check ended over everything that was looked at. */
export interface CheckResult {
  readonly code: CheckCode
  readonly outcome: Outcome
  readonly passed: number
  readonly failed: number
  readonly evidenceZh: string
  readonly evidenceEn: string
}

/** Counts findings as they come in, so that a run over many items keeps only figures. */
export class Tally {
  readonly #counts = new Map<CheckCode, Record<Outcome, number>>()

  add({ code, outcome }: Finding): void {
    const counts = this.#counts.get(code) ?? { pass: 0, fail: 0, manual: 0, 'not-applicable': 0 }
    counts[outcome] += 1
    this.#counts.set(code, counts)
  }

  /** Every check of the list in its order; what was judged over the whole comes in `whole`. */
  results(whole: readonly Finding[]): CheckResult[] {
    const over = new Map(whole.map(finding => [finding.code, finding]))
    return checkCodes.map(code => {
      const { left }: Check = checks[code]
      const finding = over.get(code)
      if (left) return { code, outcome: left.outcome, passed: 0, failed: 0, evidenceZh: left.zh, evidenceEn: left.en }
      return finding ? overall(finding) : this.#result(code)
    })
  }

  #result(code: CheckCode): CheckResult {
    const { pass, fail, manual } = this.#counts.get(code) ?? { pass: 0, fail: 0, manual: 0 }
    const outcome = fail > 0 ? 'fail' : manual > 0 ? 'manual' : pass > 0 ? 'pass' : 'not-applicable'
    const zh = [pass > 0 && `${pass} 件通过`, fail > 0 && `${fail} 件不通过`, manual > 0 && `${manual} 件待检`]
    const en = [pass > 0 && `${pass} passed`, fail > 0 && `${fail} failed`, manual > 0 && `${manual} to be looked at`]
    const joined = (words: readonly (string | false)[], none: string, by: string) =>
      words.filter(Boolean).join(by) || none
    return {
      code,
      outcome,
      passed: pass,
      failed: fail,
      evidenceZh: joined(zh, '没有可检的', '，'),
      evidenceEn: joined(en, 'nothing to check', ', '),
    }
  }
}

const overall = ({ code, outcome, zh = '', en = '' }: Finding): CheckResult => ({
  code,
  outcome,
  passed: outcome === 'pass' ? 1 : 0,
  failed: outcome === 'fail' ? 1 : 0,
  evidenceZh: zh,
  evidenceEn: en,
})
