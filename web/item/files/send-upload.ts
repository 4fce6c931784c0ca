import { DetailedError, Upload } from 'tus-js-client'

const retryDelaysMs = [0, 1_000, 3_000, 8_000]

/** Thrown into an upload before it takes the server's 401 for an upload that is gone and begins it anew. */
class SessionLost extends Error {}

/** Why an upload stopped: the connection is gone, the session is over, or the server will not have it, in its words. */
export type Stopped =
  | { readonly why: 'offline' }
  | { readonly why: 'session' }
  | { readonly why: 'refused'; readonly says: string }

interface Sending {
  onProgress: (sent: number) => void
  /** With the upload's id, under which it is attached to an item. */
  onDone: (uploadId: string) => void
  onStopped: (stopped: Stopped) => void
}

/** Sends a file in resumable pieces; the same file chosen again, even after a reload, goes on where it stopped. Returns the way to stop. */
export function sendUpload(file: File, { onProgress, onDone, onStopped }: Sending): () => void {
  let stopped = false
  const upload = new Upload(file, {
    endpoint: new URL('/upload', window.location.href).href,
    metadata: { filename: file.name, filetype: file.type },
    retryDelays: retryDelaysMs,
    removeFingerprintOnSuccess: true,
    onShouldRetry: error => reasonOf(error).why === 'offline',
    onAfterResponse(_request, response) {
      if (response.getStatus() === 401) throw new SessionLost()
    },
    onProgress,
    onSuccess: () => onDone(upload.url?.split('/').at(-1) ?? ''),
    onError: error => onStopped(reasonOf(error)),
  })
  void upload
    .findPreviousUploads()
    .catch(() => [])
    .then(([previous]) => {
      if (stopped) return
      if (previous) upload.resumeFromPreviousUpload(previous)
      upload.start()
    })
  return () => {
    stopped = true
    void upload.abort()
  }
}

/** A lost connection, an upload that is locked or stands elsewhere than thought, and a server being restarted may pass; a refusal will not. */
const mayPass = (status: number) => status === 0 || status === 409 || status === 423 || status >= 500

function reasonOf(error: Error): Stopped {
  if (error instanceof DetailedError && error.causingError instanceof SessionLost) return { why: 'session' }
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0
  if (mayPass(status)) return { why: 'offline' }
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined
  return { why: 'refused', says: messageIn(body) }
}

function messageIn(body: string | undefined): string {
  try {
    const said: unknown = JSON.parse(body ?? '')
    return typeof said === 'object' && said !== null && 'message' in said ? String(said.message) : ''
  } catch {
    return ''
  }
}
