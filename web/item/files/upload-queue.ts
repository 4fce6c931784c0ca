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

const atOnce = 2
/** How long one waits before trying a server again that was not reached. */
const patienceMs = 15_000
/** The server clears what nobody attached within a week. */
const keptMs = 6 * 86_400_000

const queues = new Map<string, UploadQueue>()

/** The queue of this name, e.g. of one person's intake form. */
export function uploadQueue(name: string): UploadQueue {
  const known = queues.get(name) ?? new UploadQueue(`uploads.${name}`)
  queues.set(name, known)
  return known
}

/** Files on their way for one form; they go on while other pages are open, and what has arrived outlives a reload. */
export class UploadQueue {
  readonly #device: string
  readonly #listeners = new Set<() => void>()
  readonly #stops = new Map<string, () => void>()
  #uploads: readonly Upload[]
  #count = 0

  constructor(device: string) {
    this.#device = device
    this.#uploads = (recall<readonly Kept[]>(device) ?? []).map(restored)
    window.addEventListener('online', this.#resumeOffline)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly uploads = (): readonly Upload[] => this.#uploads

  /** Takes files; one that was being sent when the page was left goes on where it stopped. */
  readonly add = (files: Iterable<File>): void => {
    for (const file of files) {
      const lost = this.#uploads.find(one => one.state === 'lost' && one.name === file.name && one.size === file.size)
      const key = lost?.key ?? `${Date.now()}-${++this.#count}`
      const { name, size } = file
      const added: Upload = { key, name, size, sent: 0, state: 'waiting', addedAt: Date.now(), file }
      this.#show(lost ? this.#uploads.map(one => (one === lost ? added : one)) : [...this.#uploads, added])
      void countPages(file).then(pages => this.#settle(this.#with(key, { pages })))
    }
    this.#settle(this.#uploads)
  }

  /** Takes files out, by default all of them, stopping each where it is. */
  readonly clear = (keys: readonly string[] = this.#uploads.map(({ key }) => key)): void => {
    for (const key of keys) {
      this.#stops.get(key)?.()
      this.#stops.delete(key)
    }
    this.#settle(this.#uploads.filter(({ key }) => !keys.includes(key)))
  }

  /** Sends again whatever had stopped. */
  readonly resume = (): void => this.#resume(() => true)

  readonly #resumeOffline = () => this.#resume(({ stopped }) => stopped?.why === 'offline')

  #resume(which: (upload: Upload) => boolean): void {
    const again = (upload: Upload) => upload.state === 'stopped' && upload.file !== undefined && which(upload)
    this.#settle(this.#uploads.map(upload => (again(upload) ? { ...upload, state: 'waiting' } : upload)))
  }

  #with(key: string, part: Partial<Upload>): readonly Upload[] {
    return this.#uploads.map(upload => (upload.key === key ? { ...upload, ...part } : upload))
  }

  #show(next: readonly Upload[]): void {
    this.#uploads = next
    for (const listener of this.#listeners) listener()
  }

  /** Shows what has changed, keeps it on the device, and sends what is next. */
  #settle(next: readonly Upload[]): void {
    this.#show(next)
    remember(this.#device, next.length > 0 ? next.map(kept) : undefined)
    const free = atOnce - next.filter(({ state }) => state === 'sending').length
    const waiting = next.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))
    for (const { key, file } of waiting) if (file) this.#send(key, file)
  }

  #send(key: string, file: File): void {
    this.#show(this.#with(key, { state: 'sending' }))
    const stop = sendUpload(file, {
      onProgress: sent => this.#show(this.#with(key, { sent })),
      onDone: uploadId => this.#settle(this.#with(key, { state: 'done', sent: file.size, uploadId })),
      onStopped: stopped => {
        this.#settle(this.#with(key, { state: 'stopped', stopped }))
        if (stopped.why === 'offline') setTimeout(this.#resumeOffline, patienceMs)
      },
    })
    this.#stops.set(key, stop)
  }
}

type Kept = Pick<Upload, 'key' | 'name' | 'size' | 'addedAt'> & { uploadId?: string; pages?: number | null }

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
