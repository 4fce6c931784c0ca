import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { refusePrint } from './refusals.ts'

/** Address of a form's static `.typ` file, which stands beside its `.print.ts` below `server/`. */
export type TypstTemplate = URL

/** How a form is rendered. */
export interface RenderOptions {
  /** PDF/A-2b, for keeping; on unless switched off. Tags for screen readers are always written. */
  readonly archival?: boolean
  /** Time for this one form, without its wait for others, in milliseconds. */
  readonly timeoutMs?: number
}

/** What the thread is asked: data is JSON, seen by the template as `sys.inputs.data`. */
export interface PrintJob {
  readonly template: string
  readonly data: string
  readonly archival: boolean
}

/** What the thread answers; a failure is a mistake in the template or its data. */
export type PrintAnswer = { readonly pdf: Uint8Array } | { readonly failure: string }

const TIMEOUT_MS = 60_000
const IDLE_MS = 60_000

let thread: Worker | undefined
let idle: NodeJS.Timeout | undefined
let queue: Promise<unknown> = Promise.resolve()

/**
 * Renders a form to PDF in a thread of its own, one form at a time. Data reaches the template as JSON and is never markup;
 * characters the face lacks are drawn as 〓. Refuses with `print.timeout`; throws when template and data do not fit.
 */
export function renderPdf(template: TypstTemplate, data: unknown, options: RenderOptions = {}): Promise<Uint8Array> {
  const job = { template: fileURLToPath(template), data: asJson(data), archival: options.archival ?? true }
  const pdf = queue.then(() => run(job, options.timeoutMs ?? TIMEOUT_MS))
  queue = pdf.catch(() => undefined)
  return pdf
}

/** Ends the thread and frees its memory; the next form starts another. Happens by itself after a minute without work. */
export async function stopPrinting(): Promise<void> {
  clearTimeout(idle)
  const ending = thread
  thread = undefined
  await ending?.terminate()
}

async function run(job: PrintJob, timeoutMs: number): Promise<Uint8Array> {
  clearTimeout(idle)
  thread ??= start()
  thread.ref()
  try {
    const answer = await ask(thread, job, timeoutMs)
    if ('failure' in answer) throw new Error(`${job.template}: ${answer.failure}`)
    return answer.pdf
  } finally {
    thread?.unref()
    idle = setTimeout(() => void stopPrinting(), IDLE_MS).unref()
  }
}

function start(): Worker {
  const worker = new Worker(new URL('./typst-worker.ts', import.meta.url), { execArgv: [], env: {} })
  const forget = () => {
    if (thread === worker) thread = undefined
  }
  return worker.on('error', forget).on('exit', forget)
}

async function ask(worker: Worker, job: PrintJob, timeoutMs: number): Promise<PrintAnswer> {
  const settled = new AbortController()
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = AbortSignal.any([settled.signal, timeout])
  const crash = once(worker, 'exit', { signal }).then(() => {
    throw new Error('the printing thread ended before it answered')
  })
  worker.postMessage(job)
  try {
    const [answer] = (await Promise.race([once(worker, 'message', { signal }), crash])) as [PrintAnswer]
    return answer
  } catch (error) {
    if (!timeout.aborted) throw error
    void stopPrinting()
    return refusePrint('print.timeout', { seconds: timeoutMs / 1000 })
  } finally {
    settled.abort()
  }
}

/** JSON of the data; what JSON or print cannot carry – control characters, halves of characters – is left out. */
function asJson(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replace(/(?!\n)\p{Cc}+/gu, ' ') : value,
  )
}
