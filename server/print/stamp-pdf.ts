import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { refusePrint } from './refusals.ts'

/** Where on the first page a stamp is put. */
export type StampSide = 'left' | 'center' | 'right'

/** What the thread is given: the file to stamp, the stamp as a PDF of one page, and where it goes. */
export interface StampJob {
  readonly path: string
  readonly stamp: Uint8Array
  readonly side: StampSide
}

/** What the thread answers. */
export type StampAnswer = { readonly pdf: Uint8Array } | { readonly failure: 'encrypted' | 'damaged' }

const timeoutMs = 60_000
const mostMegabytes = 1024

/**
 * Lays a stamp over the first page of a PDF and gives the stamped copy; the file itself is only read. In a thread of its own, so that a huge
 * or hostile file holds nobody up. Refuses with `print.pdf-encrypted`, `print.pdf-damaged`, `print.timeout`.
 */
export async function stampPdf(job: StampJob): Promise<Uint8Array> {
  const worker = new Worker(new URL('./stamp-worker.ts', import.meta.url), {
    workerData: job,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const [answer] = (await once(worker, 'message', { signal: timeout })) as [StampAnswer]
    if ('pdf' in answer) return answer.pdf
    return refusePrint(answer.failure === 'encrypted' ? 'print.pdf-encrypted' : 'print.pdf-damaged')
  } catch (error) {
    if (timeout.aborted) return refusePrint('print.timeout', { seconds: timeoutMs / 1000 })
    // A thread that runs out of memory ends with an error: the file is more than a stamp can be laid over.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      return refusePrint('print.pdf-damaged')
    throw error
  } finally {
    await worker.terminate()
  }
}
