/** How long before its day a certificate or contract is reminded of, and how long after it is still shown (S17.1), in days. */
export const expiryNotice = { beforeDays: 60, afterDays: 30 } as const

const dayMs = 86_400_000
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** The days between which what runs out is shown on this day; both count. */
export const expiryWindow = (today: string): { from: string; to: string } => ({
  from: shifted(today, -expiryNotice.afterDays),
  to: shifted(today, expiryNotice.beforeDays),
})

/** How many days are left; the last day itself is 0, afterwards it is negative and the thing has run out. */
export const daysLeft = (expiresOn: string, today: string): number =>
  Math.round((Date.parse(expiresOn) - Date.parse(today)) / dayMs)
