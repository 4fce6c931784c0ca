import { parseArgs } from 'node:util'
import { ApiRefusal } from '../client/client.ts'
import { fillIn, Refusal } from '../domain/shared/refusal.ts'
import { type LocalCommand, localCommandIn, localCommands } from './commands.ts'
import { connectionOf } from './credentials.ts'
import { type ExitCode, exitCodeOf, exitCodes, UsageError } from './exit-codes.ts'
import { printNoun, printOperation, printOverview } from './help.ts'
import { languageOf } from './language.ts'
import { operate } from './operate.ts'
import { remoteOperations } from './remote-operations.ts'
import { print, remark, said, type Terminal } from './terminal.ts'

/** Runs one command line and answers its exit code. */
async function main(args: readonly string[]): Promise<ExitCode> {
  const terminal: Terminal = {
    language: languageOf(args, process.env),
    json: args.includes('--json'),
    env: process.env,
  }
  try {
    return await dispatch(terminal, args)
  } catch (error) {
    return tell(terminal, error)
  }
}

async function dispatch(terminal: Terminal, args: readonly string[]): Promise<ExitCode> {
  const wantsHelp = args[0] === 'help' || args.includes('--help') || args.length === 0
  const words = args.filter(
    (arg, at) => !arg.startsWith('-') && at < 3 && args.slice(0, at).every(before => !before.startsWith('-')),
  )
  const named = args[0] === 'help' ? words.slice(1) : words
  const local = localCommandIn(args[0] === 'help' ? named : args)
  if (local) return wantsHelp ? helpLocal(terminal, local) : runLocal(terminal, local, args)
  if (args[0] === '--version') return version()
  const { server, token } = await connectionOf(terminal.env, flagIn(args, 'server'))
  if (wantsHelp) return help(terminal, server, named)
  const operations = await remoteOperations(server, terminal)
  const operation = operations.find(({ noun, verb }) => noun === args[0] && verb === args[1])
  if (!operation) return unknown(named)
  return operate({ terminal, connection: { server, token }, operation, args: args.slice(2) })
}

async function help(terminal: Terminal, server: string, [noun, verb]: readonly string[]): Promise<ExitCode> {
  if (noun === undefined) {
    printOverview(terminal, await remoteOperations(server, terminal).catch(() => undefined))
    return exitCodes.done
  }
  const operations = (await remoteOperations(server, terminal)).filter(operation => operation.noun === noun)
  const [only] = verb === undefined ? [] : operations.filter(operation => operation.verb === verb)
  if (only) printOperation(terminal, only)
  else if (verb === undefined && operations.length > 0)
    printNoun(
      terminal,
      operations,
      localCommands.filter(({ words }) => words[0] === noun && words.length > 1),
    )
  else unknown([noun, verb ?? ''])
  return exitCodes.done
}

function unknown(words: readonly string[]): never {
  const name = words.join(' ').trim()
  throw new UsageError(
    `没有“${name}”这个命令；lantai help 列出全部。`,
    `There is no command “${name}”; lantai help lists them all.`,
  )
}

function helpLocal(terminal: Terminal, { words, usage, title }: LocalCommand): ExitCode {
  print(`lantai ${words.join(' ')} ${usage}\n\n${said(terminal, title)}`)
  return exitCodes.done
}

async function runLocal(terminal: Terminal, command: LocalCommand, args: readonly string[]): Promise<ExitCode> {
  const everywhere = { json: { type: 'boolean' }, language: { type: 'string' }, server: { type: 'string' } } as const
  const read = readStrictly(command, { ...everywhere, ...command.options }, args.slice(command.words.length))
  const [least, most] = command.names
  if (read.positionals.length < least || read.positionals.length > most) throw wrongUse(command)
  return command.run({ terminal, flags: read.values as Record<string, string | boolean>, names: read.positionals })
}

function readStrictly(command: LocalCommand, options: LocalCommand['options'], args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch {
    throw wrongUse(command)
  }
}

const wrongUse = ({ words, usage }: LocalCommand) =>
  new UsageError(`用法：lantai ${words.join(' ')} ${usage}`, `Usage: lantai ${words.join(' ')} ${usage}`)

function flagIn(args: readonly string[], name: string): string | undefined {
  const at = args.findLastIndex(arg => arg === `--${name}` || arg.startsWith(`--${name}=`))
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
}

async function version(): Promise<ExitCode> {
  const { default: about } = await import('../package.json', { with: { type: 'json' } })
  print(about.version)
  return exitCodes.done
}

/** Says why it did not work, and which code that is; a fault of ours keeps its stack for who reports it. */
function tell(terminal: Terminal, error: unknown): ExitCode {
  if (error instanceof UsageError) {
    remark(said(terminal, error.words))
    return exitCodes.usage
  }
  const refusal = refusalOf(terminal, error)
  if (!refusal) {
    remark(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return exitCodes.other
  }
  const { status, ...told } = refusal
  if (terminal.json) remark(JSON.stringify({ ...told, status }, null, 2))
  else {
    remark(told.rule ? `${told.message}（${told.rule}）` : told.message)
    if (status === 401) remark(said(terminal, { zh: '用 lantai login 登录。', en: 'Sign in with lantai login.' }))
    for (const issue of told.issues) remark(`  ${issue.row === undefined ? '' : `${issue.row}: `}${issue.message}`)
  }
  return exitCodeOf(status)
}

interface Told {
  readonly status: number
  readonly code: string
  readonly rule?: string | undefined
  readonly message: string
  readonly issues: readonly { readonly field: string; readonly row?: number; readonly message: string }[]
}

/** A refusal of the server, or of maintenance on this machine, in one form. */
function refusalOf({ language }: Terminal, error: unknown): Told | undefined {
  if (error instanceof ApiRefusal) {
    const { status, code, rule, message, issues } = error
    return { status, code, rule, message, issues }
  }
  if (!(error instanceof Refusal)) return undefined
  const { code, text, params, issues } = error
  return {
    status: text.status,
    code,
    rule: text.rule,
    message: fillIn(text, params, language),
    issues: issues.map(({ field, row, zh, en }) => ({
      field,
      ...(row !== undefined && { row }),
      message: language === 'en' ? en : zh,
    })),
  }
}

process.exitCode = await main(process.argv.slice(2))
