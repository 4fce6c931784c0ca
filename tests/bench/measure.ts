import { performance } from 'node:perf_hooks'
import type pg from 'pg'

/** Percentiles of a series of durations, in milliseconds. */
export interface Timing {
  readonly p50: number
  readonly p95: number
  readonly calls: number
}

/** Runs something many times, one after the other, and says how long it took; the first tenth only warms up. */
export async function time(calls: number, run: (at: number) => Promise<unknown>): Promise<Timing> {
  const warmUp = Math.ceil(calls / 10)
  const durations: number[] = []
  for (let at = 0; at < calls + warmUp; at++) {
    const started = performance.now()
    await run(at)
    if (at >= warmUp) durations.push(performance.now() - started)
  }
  durations.sort((a, b) => a - b)
  const at = (share: number) =>
    Number((durations[Math.min(durations.length - 1, Math.floor(durations.length * share))] ?? 0).toFixed(3))
  return { p50: at(0.5), p95: at(0.95), calls }
}

/** A statement as an operation sends it. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Sends the statements of one call straight to the database, with nothing of ours in between. */
export async function replay(client: pg.ClientBase, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await client.query(text, [...values])
}
