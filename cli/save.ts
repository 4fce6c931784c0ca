import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { UsageError } from './exit-codes.ts'

/** Saves an answer's bytes under a name, which appears only when all have come; `-` is standard output. */
export async function saveBody(response: Response, output: string | undefined): Promise<void> {
  if (output === undefined && process.stdout.isTTY) {
    throw new UsageError(
      '这里的回答是一个文件：请用 --output 文件名 保存。',
      'The answer is a file: save it with --output FILE.',
    )
  }
  const body = response.body ? Readable.fromWeb(response.body as ReadableStream) : Readable.from([])
  if (output === undefined || output === '-') return pipeline(body, process.stdout, { end: false })
  const arriving = `${output}.part`
  try {
    await pipeline(body, createWriteStream(arriving, { flush: true }))
    await rename(arriving, output)
  } catch (error) {
    await rm(arriving, { force: true })
    throw error
  }
}
