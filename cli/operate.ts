import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { type CommandName, createClient, type QueryName } from '../client/client.ts'
import { printAnswer, printTable } from './answer.ts'
import type { Connection } from './credentials.ts'
import { type ExitCode, exitCodes, UsageError } from './exit-codes.ts'
import { type ReadFlags, readFlags } from './read-flags.ts'
import { type RemoteOperation, reach, refusalIn } from './remote-operations.ts'
import { saveBody } from './save.ts'
import { print, printJson, said, type Terminal } from './terminal.ts'

/** A call of an operation from the command line. */
export interface Operating {
  readonly terminal: Terminal
  readonly connection: Connection
  readonly operation: RemoteOperation
  readonly args: readonly string[]
}

/** Runs an operation of the server with the flags given, and shows its answer. */
export async function operate({ terminal, connection, operation, args }: Operating): Promise<ExitCode> {
  const flags = readFlags(args, operation.input)
  const input = { ...(await wholeInput(flags.own.input)), ...flags.input }
  const call = { terminal, connection, operation, input, flags: flags.own }
  const isDry = flags.own['dry-run'] !== undefined
  if (isDry && operation.kind !== 'command')
    throw new UsageError('查询不会改动任何内容，不需要 --dry-run。', 'A query changes nothing; it needs no --dry-run.')
  if (operation.kind === 'file') return fetchFile(call)
  const answer = await send(call, isDry)
  if (terminal.json) printJson(answer)
  else if (isDry) printDryRun(terminal, answer as DryRun)
  else printAnswer(terminal, answer, columnsIn(flags.own))
  return hasRefused(answer) ? exitCodes.refused : exitCodes.done
}

interface Sending {
  readonly terminal: Terminal
  readonly connection: Connection
  readonly operation: RemoteOperation
  readonly input: object
  readonly flags: ReadFlags['own']
}

/** The client is typed by names known when it is compiled; ours comes from the server's own description. */
async function send({ terminal, connection, operation, input, flags }: Sending, dryRun: boolean): Promise<unknown> {
  const { server, token } = connection
  const client = createClient({ base: server, language: terminal.language, ...(token && { token }) })
  if (operation.kind === 'query') return client.ask(operation.name as QueryName, input as never)
  const key = flags['idempotency-key']
  return client.tell(operation.name as CommandName, input as never, { dryRun, ...(key && { idempotencyKey: key }) })
}

async function fetchFile({ terminal, connection, operation, input, flags }: Sending): Promise<ExitCode> {
  const { server, token } = connection
  const url = createClient({ base: server }).fileUrl(operation.name as never, input as never)
  const response = await reach(server, terminal, () => fetch(url, { headers: headersFor(terminal, token) }))
  if (!response.ok) throw await refusalIn(response)
  await saveBody(response, flags.output)
  return exitCodes.done
}

/** What every request of ours says about who asks. */
export const headersFor = ({ language }: Terminal, token: string | undefined): Record<string, string> => ({
  'Accept-Language': language,
  ...(token && { Authorization: `Bearer ${token}` }),
})

async function wholeInput(source: string | undefined): Promise<object> {
  if (source === undefined) return {}
  const text =
    source === '-' ? await textOf(process.stdin) : await readFile(source, 'utf8').catch(() => refuseInput(source))
  try {
    return JSON.parse(text) as object
  } catch {
    return refuseInput(source)
  }
}

function refuseInput(source: string): never {
  throw new UsageError(
    `读不出“${source}”：应为一个 JSON 文件。`,
    `“${source}” could not be read: it must be a JSON file.`,
  )
}

interface DryRun {
  readonly output: unknown
  readonly events: readonly { readonly name: string; readonly subject: string; readonly data: object }[]
}

function printDryRun(terminal: Terminal, { output, events }: DryRun): void {
  print(
    said(terminal, {
      zh: '试运行：没有改动任何内容。执行后会留下的记录：',
      en: 'Dry run: nothing was changed. What it would leave in the trail:',
    }),
  )
  printTable(
    terminal,
    events.map(({ name, subject, data }) => ({ event: name, subject, data: JSON.stringify(data) })),
  )
  print('')
  printAnswer(terminal, output)
}

const columnsIn = ({ columns }: ReadFlags['own']) => (columns === undefined ? {} : { columns: columns.split(',') })

/** Commands on many things at once answer which of them were refused, and why. */
const hasRefused = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  'refused' in answer &&
  Array.isArray(answer.refused) &&
  answer.refused.length > 0
