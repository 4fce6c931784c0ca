import { ApiRefusal } from '../../client/client.ts'
import { currentLanguage, t } from '../language.ts'

/** Bytes of a printed form, or the server's refusal, which a frame would show as raw text. */
export async function fetchFile(url: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { signal, headers: { 'Accept-Language': currentLanguage() } }).catch(
    () => undefined,
  )
  signal.throwIfAborted()
  if (response?.ok) return response.blob()
  const body: unknown = await response?.json().catch(() => undefined)
  throw new ApiRefusal(
    response?.status ?? 0,
    isRefusal(body) ? body : { code: 'server.unreachable', message: t(unreachable) },
  )
}

const unreachable = { zh: '连不上服务器，过一会儿再试。', en: 'The server cannot be reached; try again in a while.' }

const isRefusal = (body: unknown): body is { code: string; message: string } =>
  typeof body === 'object' && body !== null && 'code' in body && 'message' in body
