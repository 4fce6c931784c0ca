const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

/** An instant to the second as `2026-11-23 14:32:05`, the same clock for everybody. */
export const secondOf = (at: string): string => clock.format(new Date(at))

export function ExactTime({ at }: { at: string }) {
  return (
    <time className="tabular" dateTime={at} title={at}>
      {secondOf(at)}
    </time>
  )
}
