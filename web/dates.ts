/** Time zone in which instants are read; dates of the archive are the fonds' local dates. */
const zone = 'Asia/Shanghai'

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** An instant as `2026-11-23 14:32`. */
export const momentOf = (at: string | Date): string => clock.format(new Date(at)).slice(0, 16)

/** The local date of an instant as `2026-11-23`. */
export const dateOf = (at: string | Date): string => clock.format(new Date(at)).slice(0, 10)

/** The time of day of an instant as `14:32`. */
export const timeOf = (at: string | Date): string => clock.format(new Date(at)).slice(11, 16)

/** Today's local date. */
export const today = (): string => dateOf(new Date())

/** Whole days from one local date to another; negative when the second lies before the first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
