const free = 3
const longestSeconds = 900

/** Seconds to wait after so many failed sign-ins in a row: none for the first few, then doubling up to a quarter of an hour. */
export function delaySeconds(failures: number): number {
  return failures < free ? 0 : Math.min(longestSeconds, 5 * 2 ** Math.min(failures - free, 10))
}

/** A session ends after this much rest, and in any case after its whole life. */
export const sessionLife = { restMs: 12 * 3600_000, wholeMs: 7 * 24 * 3600_000 } as const

/** Longest life of a token for programs. */
export const longestTokenDays = 365
