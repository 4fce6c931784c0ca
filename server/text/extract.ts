import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { isReadable } from './readable.ts'

/** Why a file gave no text: it asks for a password, is broken, needs too much memory, or took too long. */
export type ExtractionFailure = 'encrypted' | 'damaged' | 'too-large' | 'timeout'

/** The words of a file, for searching. */
export interface Extraction {
  /** At most 500 000 UTF-16 units. */
  readonly text: string
  /** Pages or slides, for formats that fix them. */
  readonly pages?: number
  /** True when the file has more text than was taken. */
  readonly truncated?: boolean
  readonly failed?: ExtractionFailure
  /** Pages without words of their own: pictures of paper, as a scanner makes them. */
  readonly scans?: readonly number[]
}

/** What one extraction may use. */
export interface ExtractionLimits {
  /** Wall-clock time after which the extraction is ended, in milliseconds. */
  readonly timeoutMs: number
  /** Memory it may add to the process, in MiB. */
  readonly memoryMib: number
  /** Size above which a file is not opened, in MiB. */
  readonly fileMib: number
}

const defaultLimits: ExtractionLimits = { timeoutMs: 120_000, memoryMib: 1024, fileMib: 400 }
const MEMORY_CHECK_MS = 200
const MIB = 2 ** 20
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Reads the text of a stored file; null when its type holds none. Files come from outside and may be hostile, so the work is done
 * in a thread of its own that is ended when it takes too long or too much; bad content is an answer, never an error. Errors: only
 * those of reading the file from disk.
 */
export async function extractText(
  path: string,
  mime: string,
  limits: Partial<ExtractionLimits> = {},
): Promise<Extraction | null> {
  if (!isReadable(mime)) return null
  const allowed = { ...defaultLimits, ...limits }
  if ((await stat(path)).size > allowed.fileMib * MIB) return { text: '', failed: 'too-large' }
  return await extractInThread({ path, mime }, allowed)
}

async function extractInThread(file: { path: string; mime: string }, limits: ExtractionLimits): Promise<Extraction> {
  const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), {
    workerData: { ...file, stopReadingAt: Date.now() + limits.timeoutMs * 0.8 },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMib },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  })
  const { promise, resolve, reject } = Promise.withResolvers<Extraction>()
  const fail = (failed: ExtractionFailure) => resolve({ text: '', failed })
  worker.on('message', (answer: WorkerAnswer) => ('unreadable' in answer ? reject(answer.unreadable) : resolve(answer)))
  worker.on('error', (error: NodeJS.ErrnoException) => fail(error.code === OUT_OF_MEMORY ? 'too-large' : 'damaged'))
  worker.on('exit', () => fail('damaged'))
  const timer = setTimeout(fail, limits.timeoutMs, 'timeout')
  const memoryAtStart = process.memoryUsage.rss()
  // The heap limit does not count array buffers, which is where a decompression bomb unfolds.
  const memoryCheck = setInterval(() => {
    if (process.memoryUsage.rss() - memoryAtStart > limits.memoryMib * MIB) fail('too-large')
  }, MEMORY_CHECK_MS)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    clearInterval(memoryCheck)
    await worker.terminate()
  }
}

/** What the thread sends back: the text, or the error of reading the file from disk. */
export type WorkerAnswer = Extraction | { readonly unreadable: Error }
