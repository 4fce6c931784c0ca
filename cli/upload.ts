import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ApiRefusal } from '../client/client.ts'
import type { LocalCall } from './commands.ts'
import { type Connection, connectionOf } from './credentials.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import { headersFor } from './operate.ts'
import { reach, refusalIn } from './remote-operations.ts'
import { print, printJson, progressLine, type Terminal } from './terminal.ts'

const pieceBytes = 16 * 1024 * 1024
const retries = 5

/** Uploads files in the order given and answers their ids, for `--upload-ids` of an item. */
export async function upload({ terminal, flags, names }: LocalCall): Promise<ExitCode> {
  const connection = await connectionOf(terminal.env, flags['server'] as string | undefined)
  const uploads: { file: string; uploadId: string }[] = []
  for (const file of names) {
    const bytes = await openAsBlob(file).catch(() => undefined)
    if (!bytes) throw new UsageError(`读不出文件“${file}”。`, `The file “${file}” cannot be read.`)
    const uploadId = await sendFile({ terminal, connection, file, bytes })
    uploads.push({ file, uploadId })
    if (!terminal.json) print(uploadId)
  }
  progressLine('')
  if (terminal.json) printJson({ uploads })
  return exitCodes.done
}

interface Sending {
  readonly terminal: Terminal
  readonly connection: Connection
  readonly file: string
  readonly bytes: Blob
}

/** Sends one file by the resumable protocol tus 1.0; a broken connection goes on where the server has it. */
async function sendFile(sending: Sending): Promise<string> {
  const { terminal, connection, file, bytes } = sending
  const metadata = `filename ${Buffer.from(basename(file)).toString('base64')}`
  const begun = await request(sending, '/upload', {
    method: 'POST',
    headers: { 'Upload-Length': String(bytes.size), 'Upload-Metadata': metadata },
  })
  const path = new URL(begun.headers.get('location') ?? '', `${connection.server}/upload`).pathname
  for (let at = 0, failures = 0; at < bytes.size; ) {
    try {
      at = await sendPiece(sending, path, at)
      failures = 0
      progressLine(`${file} ${Math.floor((at / bytes.size) * 100)}%`)
    } catch (error) {
      const isBroken = error instanceof ApiRefusal && error.status === 0
      if (!isBroken || failures++ === retries) throw error
      await wait(failures * 1000)
      at = await offsetOf(sending, path).catch(() => at)
    }
  }
  if (terminal.json) progressLine('')
  return path.split('/').at(-1) ?? ''
}

async function sendPiece(sending: Sending, path: string, at: number): Promise<number> {
  const body = sending.bytes.slice(at, at + pieceBytes)
  const headers = { 'Upload-Offset': String(at), 'Content-Type': 'application/offset+octet-stream' }
  const answer = await request(sending, path, { method: 'PATCH', headers, body })
  return Number(answer.headers.get('upload-offset'))
}

async function offsetOf(sending: Sending, path: string): Promise<number> {
  return Number((await request(sending, path, { method: 'HEAD' })).headers.get('upload-offset'))
}

async function request(sending: Sending, path: string, init: RequestInit): Promise<Response> {
  const { terminal, connection } = sending
  const { server, token } = connection
  const headers = {
    ...headersFor(terminal, token),
    'Tus-Resumable': '1.0.0',
    ...(init.headers as Record<string, string>),
  }
  const response = await reach(server, terminal, () => fetch(`${server}${path}`, { ...init, headers }))
  if (!response.ok) throw await refusalIn(response)
  return response
}
