import { recall, remember } from '../../device.ts'
import { countPages } from './count-pages.ts'
import { type Stopped, sendUpload } from './send-upload.ts'

/** One file on its way: what it is, how far it is, and its upload's id once it has arrived. */
export interface Upload {
  readonly key: string
  readonly name: string
  readonly size: number
  readonly sent: number
  /** `lost`: the page was reloaded before all of it was sent; chosen again it goes on where it stopped. */
  readonly state: 'waiting' | 'sending' | 'stopped' | 'lost' | 'done'
  readonly stopped?: Stopped
  readonly uploadId?: string
  /** Null where pages cannot be counted; undefined until they are. */
  readonly pages?: number | null
  readonly addedAt: number
  /** Only while this page lives. */
  readonly file?: File
}

/** Files on their way for one form; they go on while other pages are open, and what has arrived outlives a reload. */
export interface UploadQueue {
  readonly subscribe: (listener: () => void) => () => void
  readonly uploads: () => readonly Upload[]
  readonly add: (files: Iterable<File>) => void
  /** Takes a file out, stopping it where it is. */
  readonly remove: (key: string) => void
  /** Sends again whatever had stopped. */
  readonly resume: () => void
  readonly clear: (keys?: readonly string[]) => void
}

const atOnce = 2
/** The server clears what nobody attached within a week. */
const keptMs = 6 * 86_400_000

const queues = new Map<string, UploadQueue>()

/** The queue of this name, e.g. of one person's intake form. */
export function uploadQueue(name: string): UploadQueue {
  const known = queues.get(name) ?? openQueue(`uploads.${name}`)
  queues.set(name, known)
  return known
}

type Kept = Pick<Upload, 'key' | 'name' | 'size' | 'addedAt'> & { uploadId?: string; pages?: number | null }

function openQueue(device: string): UploadQueue {
  let uploads: readonly Upload[] = (recall<readonly Kept[]>(device) ?? []).map(restored)
  let count = 0
  const listeners = new Set<() => void>()
  const stops = new Map<string, () => void>()

  const show = (next: readonly Upload[]) => {
    uploads = next
    for (const listener of listeners) listener()
  }
  const settle = (next: readonly Upload[]) => {
    show(next)
    remember(device, uploads.length > 0 ? uploads.map(kept) : undefined)
    sendMore()
  }
  const patch = (key: string, part: Partial<Upload>) =>
    uploads.map(upload => (upload.key === key ? { ...upload, ...part } : upload))

  function sendMore() {
    const free = atOnce - uploads.filter(({ state }) => state === 'sending').length
    for (const { key, file } of uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) {
      if (!file) continue
      show(patch(key, { state: 'sending' }))
      stops.set(
        key,
        sendUpload(file, {
          onProgress: sent => show(patch(key, { sent })),
          onDone: uploadId => settle(patch(key, { state: 'done', sent: file.size, uploadId })),
          onStopped: stopped => settle(patch(key, { state: 'stopped', stopped })),
        }),
      )
    }
  }
  const remove = (keys: readonly string[]) => {
    for (const key of keys) {
      stops.get(key)?.()
      stops.delete(key)
    }
    settle(uploads.filter(({ key }) => !keys.includes(key)))
  }
  const resume = () =>
    settle(
      uploads.map(upload => (upload.state === 'stopped' && upload.file ? { ...upload, state: 'waiting' } : upload)),
    )

  window.addEventListener('online', resume)
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    uploads: () => uploads,
    add(files) {
      for (const file of files) {
        const lost = uploads.find(one => one.state === 'lost' && one.name === file.name && one.size === file.size)
        const key = lost?.key ?? `${Date.now()}-${++count}`
        const added: Upload = {
          key,
          name: file.name,
          size: file.size,
          sent: 0,
          state: 'waiting',
          addedAt: Date.now(),
          file,
        }
        show(lost ? uploads.map(one => (one === lost ? added : one)) : [...uploads, added])
        void countPages(file).then(pages => settle(patch(key, { pages })))
      }
      settle(uploads)
    },
    remove: key => remove([key]),
    resume,
    clear: (keys = uploads.map(({ key }) => key)) => remove(keys),
  }
}

const kept = ({ key, name, size, addedAt, uploadId, pages }: Upload): Kept => ({
  key,
  name,
  size,
  addedAt,
  ...(uploadId && { uploadId }),
  ...(pages !== undefined && { pages }),
})

function restored(was: Kept): Upload {
  const { uploadId, ...upload } = was
  return uploadId && Date.now() - was.addedAt < keptMs
    ? { ...upload, uploadId, state: 'done', sent: was.size }
    : { ...upload, state: 'lost', sent: 0 }
}
