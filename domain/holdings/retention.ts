import { z } from 'zod'
import { refusals, refuser } from '../shared/refusal.ts'

/** Retention 保管期限: `Y` permanent, `D` and the number of years. */
export type RetentionCode = 'Y' | `D${number}`

export const retentionCode = z.string().regex(/^(Y|D[1-9]\d{0,2})$/) as unknown as z.ZodType<RetentionCode, string>

export const retentionRefusals = refusals({
  'retention.too-short': {
    status: 422,
    rule: 'S5.4',
    zh: '“{record}”的最低保管期限是{minimum}（{basis}），所选的{chosen}太短；只能延长，不能缩短。',
    en: '“{record}” is kept at least {minimum} ({basis}); {chosen} is too short. It may be longer, never shorter.',
  },
})
export const refuseRetention = refuser(retentionRefusals)

/** Years a retention lasts; permanent lasts for ever. */
export function yearsOf(code: RetentionCode): number {
  return code === 'Y' ? Number.POSITIVE_INFINITY : Number(code.slice(1))
}

/** Name of a retention: 永久, 30年. */
export function retentionTitle(code: RetentionCode): { title: string; titleEn: string } {
  if (code === 'Y') return { title: '永久', titleEn: 'Permanent' }
  const years = yearsOf(code)
  return { title: `${years}年`, titleEn: years === 1 ? '1 year' : `${years} years` }
}

/** Last day something of this year is kept, the period running from the 1 January after it; null when it is kept for ever. */
export function retentionEnd(year: number, code: RetentionCode): string | null {
  return code === 'Y' ? null : `${year + yearsOf(code)}-12-31`
}

/** Order of two retentions for sorting, the shorter first. */
export function compareRetention(a: RetentionCode, b: RetentionCode): number {
  return a === b ? 0 : yearsOf(a) - yearsOf(b)
}

/** Longest of several: what a volume is kept for, given its members. */
export function longestOf(codes: readonly [RetentionCode, ...RetentionCode[]]): RetentionCode {
  return codes.reduce((longest, code) => (compareRetention(code, longest) > 0 ? code : longest))
}

/** Longer than the minimum is always legal, shorter never. */
export function isLongEnough(chosen: RetentionCode, minimum: RetentionCode): boolean {
  return compareRetention(chosen, minimum) >= 0
}

const names: Readonly<Record<string, RetentionCode>> = {
  Y: 'Y',
  永久: 'Y',
  长期: 'D50',
  短期: 'D15',
  L: 'D50',
  S: 'D15',
  '001': 'Y',
  '002': 'D50',
  '003': 'D15',
}

/**
 * Reads a retention as registers and older systems write it: `D30`, `30年`, `定期30年`, 永久. The terms in use before 2006, 长期 (16 to
 * 50 years) and 短期 (up to 15), become their upper bound, so that nothing is kept too short. Undefined when it is none of these.
 */
export function readRetention(text: string): RetentionCode | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const years = /^(?:D|定期)?([1-9]\d{0,2})年?$/.exec(plain)?.[1]
  return years ? `D${Number(years)}` : Object.hasOwn(names, plain) ? names[plain] : undefined
}
