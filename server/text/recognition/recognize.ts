import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'

/** Why a page gave no text: its file is broken or locked, the page is too large, it took too long, or its reading ended the process. */
export type RecognitionFailure = 'damaged' | 'encrypted' | 'too-large' | 'timeout' | 'crashed'

/** A page of a stored file; pages count from 1. */
export interface PageOfFile {
  readonly path: string
  readonly mime: string
  readonly page: number
}

/** What stands on a page. */
export interface PageText {
  /** Lines in reading order; no spaces between Chinese characters. */
  readonly text: string
  /** Left, top, width and height for each UTF-16 unit of `text`, in ten-thousandths of the page as it is shown. */
  readonly boxes: readonly number[]
}

/** What the process is asked. */
export type RecognitionTask = { readonly count: { path: string; mime: string } } | { readonly read: PageOfFile }

/** What the process answers. */
export type RecognitionAnswer = { readonly pages: number } | PageText | { readonly failed: RecognitionFailure }

/** What one page may use. */
export interface RecognitionLimits {
  readonly timeoutMs: number
  /** Memory of the process, in MiB. */
  readonly memoryMib: number
}

const defaultLimits: RecognitionLimits = { timeoutMs: 90_000, memoryMib: 1200 }
const IDLE_MS = 60_000
const SCANS = /^image\/(jpeg|png|tiff|webp|bmp)$/

let child: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined
let queue: Promise<unknown> = Promise.resolve()

/** Whether files of this type are pictures of paper, whose words have to be recognised. */
export const isScan = (mime: string): boolean => SCANS.test(mime)

/** How many pages a scan has. */
export async function countScanPages(
  file: { path: string; mime: string },
  limits: Partial<RecognitionLimits> = {},
): Promise<{ pages: number } | { failed: RecognitionFailure }> {
  const answer = await inTurn({ count: file }, { ...defaultLimits, ...limits })
  return 'text' in answer ? { failed: 'damaged' } : answer
}

/**
 * Recognises 文字识别 the words of one page, with the place of each character. The file may be hostile, so the work is done in a process
 * of its own, at low priority, one page at a time, that is ended when it takes too long or too much: bad content is an answer, never an error.
 */
export async function recognizePage(
  page: PageOfFile,
  limits: Partial<RecognitionLimits> = {},
): Promise<PageText | { failed: RecognitionFailure }> {
  const answer = await inTurn({ read: page }, { ...defaultLimits, ...limits })
  return 'pages' in answer ? { failed: 'damaged' } : answer
}

/** Ends the process and frees its memory; the next page starts another. Happens by itself after a minute without work. */
export function stopRecognizing(): void {
  clearTimeout(idle)
  child?.kill('SIGKILL')
  child = undefined
}

function inTurn(task: RecognitionTask, limits: RecognitionLimits): Promise<RecognitionAnswer> {
  const answer = queue.then(() => run(task, limits))
  queue = answer
  return answer
}

async function run(task: RecognitionTask, { timeoutMs, memoryMib }: RecognitionLimits): Promise<RecognitionAnswer> {
  clearTimeout(idle)
  child ??= start(memoryMib)
  const asked = child
  hold(asked, true)
  const settled = new AbortController()
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = AbortSignal.any([settled.signal, timeout])
  try {
    asked.send(task)
    const ended = once(asked, 'exit', { signal }).then(([code]): [RecognitionAnswer] => [
      { failed: code === TOO_LARGE ? 'too-large' : 'crashed' },
    ])
    const answered = once(asked, 'message', { signal }) as Promise<[RecognitionAnswer]>
    const [answer] = await Promise.race([answered, ended])
    return answer
  } catch (error) {
    if (!timeout.aborted) throw error
    stopRecognizing()
    return { failed: 'timeout' }
  } finally {
    settled.abort()
    hold(asked, false)
    idle = setTimeout(stopRecognizing, IDLE_MS).unref()
  }
}

/** Exit code of a process that found itself using too much memory. */
export const TOO_LARGE = 3

function start(memoryMib: number): ChildProcess {
  const started = fork(new URL('./recognize-process.ts', import.meta.url), {
    execArgv: [],
    env: { LANTAI_RECOGNITION_MIB: String(memoryMib) },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  try {
    if (started.pid !== undefined) setPriority(started.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where the system does not let us be polite, the work is done all the same.
  }
  started.on('error', () => undefined)
  started.on('exit', () => {
    if (child === started) child = undefined
  })
  return started
}

/** A process at work keeps the server running; one that waits does not keep it from ending. */
function hold(process: ChildProcess, atWork: boolean): void {
  for (const held of [process, process.channel]) atWork ? held?.ref() : held?.unref()
}
