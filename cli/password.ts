import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { UsageError } from './exit-codes.ts'
import { said, type Terminal } from './terminal.ts'

/** Reads a password from standard input, or asks for it without showing it; it never stands in a command line. */
export async function readPassword(terminal: Terminal, fromStdin: boolean): Promise<string> {
  if (fromStdin) return (await text(process.stdin)).replace(/\r?\n$/, '')
  if (!process.stdin.isTTY)
    throw new UsageError(
      '请加 --password-stdin，并从标准输入给出口令。',
      'Add --password-stdin and give the password on standard input.',
    )
  process.stderr.write(said(terminal, { zh: '口令：', en: 'Password: ' }))
  return ask('', new Writable({ write: (_chunk, _encoding, done) => done() })).finally(() => process.stderr.write('\n'))
}

/** Asks for a line. */
export async function ask(question: string, output: NodeJS.WritableStream = process.stderr): Promise<string> {
  const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY })
  try {
    return (await lines.question(question)).trim()
  } finally {
    lines.close()
  }
}
