import { Worker } from 'node:worker_threads'
import type { GivenCode, RowGround, RowIssue } from '../../domain/import/read-row.ts'
import { importRefusals } from '../../domain/import/refusals.ts'
import { Refusal, type RefusalParams, type RefusalText } from '../../domain/shared/refusal.ts'
import type { PreparedItems } from '../holdings/prepare-items.ts'
import type { Mark } from '../spreadsheet/marked-workbook.ts'
import type { ReadRow } from '../spreadsheet/spreadsheet.ts'

/** A sheet as far as the page shows it. */
export interface SheetView {
  readonly name: string
  readonly rowCount: number
  readonly columnCount: number
  readonly rows: readonly ReadRow[]
}

/** What reading the rows rests on, in a form that can be sent to a thread. */
export interface SentGround extends Omit<RowGround, 'template' | 'units' | 'unitCodes'> {
  readonly template: string
  readonly kindVersion: number
  readonly units: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}

/** What the rows of a sheet come to, before the database is asked. */
export interface RowsChecked {
  readonly rows: number
  readonly issues: readonly RowIssue[]
  readonly codes: readonly (GivenCode & { readonly row: number })[]
  readonly documentNos: readonly { readonly row: number; readonly value: string }[]
  readonly places: readonly { readonly year: number; readonly retention: string; readonly unitId: string | null }[]
  readonly formulas: readonly { readonly row: number; readonly column: number }[]
}

/** What the thread is asked, and what it answers. */
export interface Questions {
  look: { asked: object; answer: readonly SheetView[] }
  check: { asked: { readonly ground: SentGround }; answer: RowsChecked }
  batch: { asked: object; answer: PreparedItems | null }
  mark: {
    asked: { readonly sheet: string; readonly headRow: number; readonly marks: readonly Mark[] }
    answer: Uint8Array
  }
}

export type Asked = { [Q in keyof Questions]: Questions[Q]['asked'] & { readonly question: Q } }[keyof Questions]
export type Answered =
  | { readonly answer: unknown }
  | { readonly refused: { code: string; text: RefusalText; params: RefusalParams } }
  | { readonly broken: string }
  | { readonly passed: number; readonly of: number }

export interface Reading extends AsyncDisposable {
  ask<Q extends keyof Questions>(question: Q, asked: Questions[Q]['asked']): Promise<Questions[Q]['answer']>
}

/** What reading one register may use. */
export interface ReadingLimits {
  /** For each question, in milliseconds. */
  readonly timeoutMs: number
  readonly memoryMib: number
}

const defaultLimits: ReadingLimits = { timeoutMs: 180_000, memoryMib: 1536 }
const memoryCheckMs = 200
const mib = 2 ** 20

/**
 * Opens a register in a thread of its own: it comes from outside and may be hostile, and a hundred thousand rows must not hold up the
 * others. The thread is ended when a question takes too long or too much memory (`import.too-hard`).
 */
export function openReading(
  file: { readonly path: string; readonly name: string },
  options: { readonly limits?: Partial<ReadingLimits>; onProgress?(passed: number, of: number): void } = {},
): Reading {
  const limits = { ...defaultLimits, ...options.limits }
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMib },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  })
  let waiting: PromiseWithResolvers<unknown> | undefined
  const tooHard = () => waiting?.reject(new Refusal('import.too-hard', importRefusals['import.too-hard']))
  worker.on('message', (answered: Answered) => {
    if ('passed' in answered) options.onProgress?.(answered.passed, answered.of)
    else if ('answer' in answered) waiting?.resolve(answered.answer)
    else if ('refused' in answered)
      waiting?.reject(new Refusal(answered.refused.code, answered.refused.text, { params: answered.refused.params }))
    else waiting?.reject(new Error(answered.broken))
  })
  worker.on('error', tooHard)
  worker.on('exit', tooHard)
  const memoryAtStart = process.memoryUsage.rss()
  // The heap limit does not count array buffers, which is where a decompression bomb unfolds.
  const memoryCheck = setInterval(() => {
    if (process.memoryUsage.rss() - memoryAtStart > limits.memoryMib * mib) tooHard()
  }, memoryCheckMs)
  return {
    async ask(question, asked) {
      waiting = Promise.withResolvers()
      const timer = setTimeout(tooHard, limits.timeoutMs)
      worker.postMessage({ question, ...asked })
      try {
        return (await waiting.promise) as never
      } finally {
        clearTimeout(timer)
      }
    },
    async [Symbol.asyncDispose]() {
      clearInterval(memoryCheck)
      waiting?.promise.catch(() => undefined)
      await worker.terminate()
    },
  }
}

/** Batches of items ready for the database, as fast as they are taken. */
export async function* batchesOf(reading: Reading): AsyncGenerator<PreparedItems> {
  for (;;) {
    const batch = await reading.ask('batch', {})
    if (batch === null) return
    yield batch
  }
}
