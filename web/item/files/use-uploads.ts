import { useSyncExternalStore } from 'react'
import { type Upload, type UploadQueue, uploadQueue } from './upload-queue.ts'

/** The files of a queue as they stand, and how far they are together. */
export interface Uploads extends Pick<UploadQueue, 'add' | 'resume' | 'clear'> {
  readonly all: readonly Upload[]
  /** Ids of those that have arrived, in the order in which they were added. */
  readonly arrived: readonly string[]
  /** Some are still on their way, or have stopped. */
  readonly pending: boolean
  /** None goes on by itself: somebody has to sign in, choose a file again, or take it out. */
  readonly stuck: boolean
  /** Pages of all of them, or null where one cannot be counted. */
  readonly pages: number | null
}

/** Follows a queue of uploads. */
export function useUploads(name: string): Uploads {
  const { subscribe, uploads, add, resume, clear } = uploadQueue(name)
  const all = useSyncExternalStore(subscribe, uploads)
  const pending = all.filter(({ state }) => state !== 'done')
  const pages = all.map(upload => upload.pages)
  return {
    ...{ add, resume, clear },
    all,
    arrived: all.flatMap(({ uploadId }) => (uploadId ? [uploadId] : [])),
    pending: pending.length > 0,
    stuck: pending.some(({ state }) => state === 'stopped' || state === 'lost'),
    pages:
      pages.length > 0 && pages.every(count => typeof count === 'number')
        ? pages.reduce<number>((sum, count) => sum + (count ?? 0), 0)
        : null,
  }
}
