import type { Timing } from './measure.ts'

/** What was measured of one question: the endpoint, the same SQL alone, an ordinary person, and a thousand items. */
export interface Row {
  readonly name: string
  readonly endpoint: Timing
  readonly sql: Timing
  readonly ordinary: Timing
  readonly fewP95: number
  readonly serverCpuMs?: number
  readonly databaseCpuMs?: number
  readonly serverMb?: number
  readonly databaseMb?: number
}

const ratio = (a: number, b: number): string => (b > 0 ? (a / b).toFixed(2) : '–')

/** Prints the ratios that the design is held to, and the milliseconds behind them. */
export function printTable(rows: readonly Row[], scale: number): void {
  console.log(
    `\n${scale.toLocaleString('en')} items; milliseconds at p95; targets: endpoint/SQL ≤ 1.5, million/thousand ≤ 2, ordinary/administrator ≤ 1.2\n`,
  )
  console.table(
    Object.fromEntries(
      rows.map(row => [
        row.name,
        {
          endpoint: row.endpoint.p95,
          SQL: row.sql.p95,
          'endpoint/SQL': ratio(row.endpoint.p95, row.sql.p95),
          'at 1,000': row.fewP95,
          'million/thousand': ratio(row.endpoint.p95, row.fewP95),
          ordinary: row.ordinary.p95,
          'ordinary/admin': ratio(row.ordinary.p95, row.endpoint.p95),
          'server CPU ms': row.serverCpuMs ?? '–',
          'database CPU ms': row.databaseCpuMs ?? '–',
          'server MB': row.serverMb ?? '–',
          'database MB': row.databaseMb ?? '–',
        },
      ]),
    ),
  )
}
