import { z } from 'zod'
import { FondsId } from '../shared/ids.ts'
import { refusePreservation } from './refusals.ts'

/**
 * Kinds of electronic media 载体 and after how many years each is checked, and written anew: magnetic media every two and every four years,
 * optical ones every four (GB/T 18894). Memory sticks are named nowhere and lose their content soonest; they are treated as magnetic.
 */
export const mediumKinds = {
  optical: { title: '光盘', titleEn: 'Optical disc', checkYears: 4, rewriteYears: null },
  disk: { title: '硬盘', titleEn: 'Disk', checkYears: 2, rewriteYears: 4 },
  tape: { title: '磁带', titleEn: 'Tape', checkYears: 2, rewriteYears: 4 },
  usb: { title: 'U 盘', titleEn: 'USB stick', checkYears: 2, rewriteYears: 4 },
} as const

export type MediumKind = keyof typeof mediumKinds
export const mediumKindCodes = Object.keys(mediumKinds) as [MediumKind, ...MediumKind[]]

/** What a check of a medium may find or do. */
export const checkResults = {
  sound: { title: '完好', titleEn: 'Sound' },
  rewritten: { title: '完好，已重写', titleEn: 'Sound and written anew' },
  faulty: { title: '有问题', titleEn: 'Faulty' },
  replaced: { title: '已转存，停用', titleEn: 'Copied to another, out of use' },
} as const

export type CheckResult = keyof typeof checkResults
export const checkResultCodes = Object.keys(checkResults) as [CheckResult, ...CheckResult[]]

/** Media due within so many days are listed as due. */
export const noticeDays = 30

const words = (title: string, titleEn: string, max: number) => z.string().trim().max(max).meta({ title, titleEn })

/** What is written down about a medium when it is registered. */
export const mediumInput = z.strictObject({
  fondsId: FondsId,
  kind: z.enum(mediumKindCodes).meta({
    title: '种类',
    titleEn: 'Kind',
    options: Object.fromEntries(Object.entries(mediumKinds).map(([code, { title }]) => [code, title])),
  }),
  capacity: words('容量', 'Capacity', 40).min(1),
  content: words('内容', 'Content', 500).min(1),
  place: words('存放位置', 'Place', 100).default(''),
  madeOn: z.iso.date().meta({ title: '制作日期', titleEn: 'Made on' }),
})

/** The same day some years later; 29 February becomes the 28th. */
export function yearsLater(day: string, years: number): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const later = Number(year) + years
  const isLeap = new Date(Date.UTC(later, 1, 29)).getUTCMonth() === 1
  return `${String(later).padStart(4, '0')}-${month}-${month === '02' && date === '29' && !isLeap ? '28' : date}`
}

export interface MediumDates {
  readonly checkDueOn: string | null
  readonly rewriteDueOn: string | null
}

/** When a medium is to be checked and written anew for the first time. */
export function firstDates(kind: MediumKind, madeOn: string): MediumDates {
  const { checkYears, rewriteYears } = mediumKinds[kind]
  return {
    checkDueOn: yearsLater(madeOn, checkYears),
    rewriteDueOn: rewriteYears === null ? null : yearsLater(madeOn, rewriteYears),
  }
}

/** When it is due again after a check: a faulty one stays due until it is replaced, and one that is out of use never is. */
export function datesAfter(
  { kind, rewriteDueOn }: { kind: MediumKind; rewriteDueOn: string | null },
  { checkedOn, result }: { checkedOn: string; result: CheckResult },
): MediumDates {
  const next = firstDates(kind, checkedOn)
  if (result === 'replaced') return { checkDueOn: null, rewriteDueOn: null }
  if (result === 'faulty') return { checkDueOn: checkedOn, rewriteDueOn }
  return { checkDueOn: next.checkDueOn, rewriteDueOn: result === 'rewritten' ? next.rewriteDueOn : rewriteDueOn }
}

/** Refuses a day that is still to come, or a check of a medium before it was made or after it was put out of use. */
export function assertCheckable(
  medium: { readonly number: number; readonly madeOn: string; readonly state: string },
  { checkedOn, today }: { checkedOn: string; today: string },
): void {
  if (medium.state === 'replaced') refusePreservation('medium.replaced', { number: medium.number })
  assertPast(checkedOn, today)
  if (checkedOn < medium.madeOn) refusePreservation('medium.before-made', { madeOn: medium.madeOn })
}

/** Refuses a day that is still to come. */
export function assertPast(day: string, today: string): void {
  if (day > today) refusePreservation('medium.future', { day })
}
