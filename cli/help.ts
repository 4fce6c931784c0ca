import { type LocalCommand, localCommands } from './commands.ts'
import { insideOf } from './read-flags.ts'
import type { RemoteOperation, Schema } from './remote-operations.ts'
import { drawTable } from './table.ts'
import { columnsOfTerminal, print, said, type Terminal } from './terminal.ts'

const titleOf = ({ language }: Terminal, named: { readonly title?: string; readonly titleEn?: string }): string =>
  (language === 'en' ? (named.titleEn ?? named.title) : named.title) ?? ''

/** What the command line is for; `operations` is undefined where the server was not reached. */
export function printOverview(terminal: Terminal, operations: readonly RemoteOperation[] | undefined): void {
  const { zh, en } = overview
  print(said(terminal, { zh, en }))
  printNames(localCommands.map(command => [`lantai ${command.words.join(' ')}`, said(terminal, command.title)]))
  if (operations === undefined) printUnreached(terminal)
  else printNouns(terminal, operations)
}

function printNouns(terminal: Terminal, operations: readonly RemoteOperation[]): void {
  print(
    said(terminal, {
      zh: '\n服务器的功能（lantai help 名词 查看各项）',
      en: '\nOperations of the server (lantai help NOUN tells more)',
    }),
  )
  const nouns = Map.groupBy(operations, operation => operation.noun)
  printNames([...nouns].map(([noun, all]) => [`lantai ${noun}`, all.map(({ verb }) => verb).join(' ')]))
}

function printUnreached(terminal: Terminal): void {
  print(
    said(terminal, {
      zh: '\n服务器的功能：连上服务器后，这里会列出。',
      en: '\nOperations of the server: listed here once it is reached.',
    }),
  )
}

/** All that can be done with one kind of thing, by the server and by this machine. */
export function printNoun(
  terminal: Terminal,
  operations: readonly RemoteOperation[],
  local: readonly LocalCommand[],
): void {
  printNames([
    ...operations.map(operation => [`lantai ${operation.noun} ${operation.verb}`, titleOf(terminal, operation)]),
    ...local.map(command => [`lantai ${command.words.join(' ')}`, said(terminal, command.title)]),
  ])
}

/** One operation with its fields and rules. */
export function printOperation(terminal: Terminal, operation: RemoteOperation): void {
  const { noun, verb, input, kind, permission, rules } = operation
  print(`lantai ${noun} ${verb}　${titleOf(terminal, operation)}\n`)
  const rows = fieldsOf(input).map(({ name, field, required }) => [
    `--${name}`,
    required ? said(terminal, { zh: '必填', en: 'required' }) : '',
    formOf(terminal, field),
    titleOf(terminal, field),
  ])
  if (rows.length > 0)
    for (const line of drawTable({ columns: ['', '', '', ''], rows }, columnsOfTerminal()).lines.slice(2)) print(line)
  const own = [
    '--json',
    '--input FILE|-',
    ...(kind === 'command' ? ['--dry-run'] : []),
    ...(kind === 'file' ? ['--output FILE'] : ['--columns a,b']),
  ]
  print(said(terminal, { zh: `\n另外：${own.join('  ')}`, en: `\nAlso: ${own.join('  ')}` }))
  const anyone: Readonly<Record<string, { zh: string; en: string }>> = {
    anyone: { zh: '任何人', en: 'anyone' },
    'signed-in': { zh: '已登录者', en: 'anyone signed in' },
  }
  const who = said(terminal, anyone[permission] ?? { zh: permission, en: permission })
  print(said(terminal, { zh: `权限：${who}`, en: `Permission: ${who}` }))
  if (rules.length > 0) print(said(terminal, { zh: `规则：${rules.join(' ')}`, en: `Rules: ${rules.join(' ')}` }))
}

function fieldsOf(schema: Schema, above = ''): { name: string; field: Schema; required: boolean }[] {
  const { properties = {}, required = [] } = insideOf(schema)
  return Object.entries(properties).flatMap(([key, field]) => {
    const name = `${above}${key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`
    const inside = insideOf(field)
    const isRequired = required.includes(key) && field.default === undefined
    return inside.properties
      ? fieldsOf(inside, `${name}.`)
      : [{ name, field: { ...inside, ...field }, required: isRequired }]
  })
}

function formOf(terminal: Terminal, field: Schema): string {
  const inside = insideOf(field)
  const hint = terminal.language === 'en' ? field.hintEn : field.hint
  const standard = field.default === undefined || field.default === null ? '' : ` = ${JSON.stringify(field.default)}`
  if (inside.type === 'array')
    return said(terminal, {
      zh: `${formOf(terminal, inside.items ?? {})}（可重复）`,
      en: `${formOf(terminal, inside.items ?? {})} (repeatable)`,
    })
  if (inside.enum) return `${inside.enum.join('|')}${standard}`
  return `${hint ?? said(terminal, kinds[inside.format ?? inside.type ?? ''] ?? kinds['string'] ?? { zh: '', en: '' })}${standard}`
}

const kinds: Readonly<Record<string, { zh: string; en: string }>> = {
  string: { zh: '文字', en: 'text' },
  integer: { zh: '整数', en: 'whole number' },
  number: { zh: '数字', en: 'number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  object: { zh: 'JSON', en: 'JSON' },
  date: { zh: '年月日', en: 'YYYY-MM-DD' },
}

function printNames(rows: readonly (readonly string[])[]): void {
  for (const line of drawTable({ columns: ['', ''], rows }, columnsOfTerminal()).lines.slice(2)) print(`  ${line}`)
}

const overview = {
  zh: `兰台命令行

  lantai 名词 动词 --参数 值      如 lantai item list --limit 5
  lantai help 名词 [动词]         说明；也可在任何命令后加 --help

  --json 输出 JSON　--dry-run 试运行　--input 文件|- 整体输入　--output 文件 保存文件
  --server 网址　--language zh|en
  环境变量：LANTAI_SERVER LANTAI_TOKEN
  退出码：0 成功　2 用法　3 未登录或无权　4 不存在　5 规则不允许　6 太频繁　7 连不上　1 其他

本机命令`,
  en: `Lantai on the command line

  lantai NOUN VERB --flag value   as in lantai item list --limit 5
  lantai help NOUN [VERB]         tells more; so does --help after any command

  --json for programs, --dry-run, --input FILE|- for the whole input, --output FILE for answers that are files
  --server URL, --language zh|en
  Environment: LANTAI_SERVER LANTAI_TOKEN
  Exit codes: 0 done, 2 usage, 3 not signed in or forbidden, 4 unknown, 5 refused by a rule, 6 too many, 7 unreachable, 1 other

Commands of this machine`,
}
