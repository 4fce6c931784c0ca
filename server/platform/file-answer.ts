import type { Readable } from 'node:stream'

/** A file as an answer: bytes or a stream, with the name and type the browser is told. */
export interface FileAnswer {
  readonly name: string
  readonly mime: string
  readonly body: Uint8Array | Readable
  /** Shown in the page (a print preview) instead of saved. */
  readonly inline: boolean
}

/** `Content-Disposition` for any name: an ASCII fallback for old clients and the real, encoded one. */
export function contentDisposition(name: string, inline: boolean): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
