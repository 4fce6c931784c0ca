import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { fillIn, type InputIssue, Refusal, refusals } from '../domain/shared/refusal.ts'

const projectRoot = resolve(import.meta.dirname, '..')
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const unitBytes = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 } as const

const integer = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(least).max(most))
const path = z.string().transform(text => resolve(projectRoot, text))

const bytes = z
  .string()
  .regex(/^\d+(\.\d+)?\s*([KMGT]?B)?$/i)
  .transform(text => {
    const unit = text.match(/[KMGT]?B$/i)?.[0].toUpperCase() ?? 'B'
    return Math.round(Number.parseFloat(text) * unitBytes[unit as keyof typeof unitBytes])
  })
  .pipe(z.int().min(1))

const timezone = z.string().refine(name => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
})

const isNetwork = (text: string) => {
  const [address = '', bits = '0', ...rest] = text.split('/')
  return (
    isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128) && rest.length === 0
  )
}

const proxies = z
  .string()
  .transform(text => (text === 'true' || text === 'false' ? text === 'true' : text.split(',').map(part => part.trim())))
  .refine(value => typeof value === 'boolean' || value.every(isNetwork))

const origin = z.url({ protocol: /^https?$/ }).transform(text => new URL(text).origin)

interface Variable {
  readonly check: z.ZodType
  readonly standard?: string
  readonly secret?: true
  readonly zh: string
  readonly en: string
}

const variable = <T extends z.ZodType>(check: T, text: Omit<Variable, 'check'>) => ({ ...text, check })

const variables = {
  LANTAI_PORT: variable(integer(0, 65535), {
    standard: '8080',
    zh: '0 到 65535 之间的端口号（0 表示任选空闲端口）',
    en: 'a port from 0 to 65535 (0 takes any free one)',
  }),
  LANTAI_HOST: variable(z.string().regex(/^[\w.:-]+$/), {
    standard: '127.0.0.1',
    zh: '要监听的地址或主机名，例如 127.0.0.1 或 0.0.0.0',
    en: 'the address or host name to listen on, such as 127.0.0.1 or 0.0.0.0',
  }),
  LANTAI_DATA: variable(path, { standard: './data', zh: '一个文件夹路径', en: 'the path of a folder' }),
  LANTAI_STORE: variable(path.optional(), { zh: '一个文件夹路径', en: 'the path of a folder' }),
  DATABASE_URL: variable(z.url({ protocol: /^postgres(ql)?$/ }).optional(), {
    secret: true,
    zh: 'postgres://用户:密码@主机:端口/数据库',
    en: 'postgres://user:password@host:port/database',
  }),
  LANTAI_LOG: variable(z.enum(logLevels), {
    standard: 'info',
    zh: `以下之一：${logLevels.join('、')}`,
    en: `one of ${logLevels.join(', ')}`,
  }),
  LANTAI_TIMEZONE: variable(timezone, {
    standard: 'Asia/Shanghai',
    zh: '时区名称，例如 Asia/Shanghai',
    en: 'the name of a time zone, such as Asia/Shanghai',
  }),
  LANTAI_PUBLIC_URL: variable(origin.optional(), {
    zh: '用户浏览器中的网址，例如 https://lantai.example.com',
    en: 'the address people open in their browsers, such as https://lantai.example.com',
  }),
  LANTAI_TRUST_PROXY: variable(proxies, {
    standard: 'false',
    zh: 'true、false，或以逗号分隔的代理服务器地址',
    en: 'true, false, or the addresses of the proxies separated by commas',
  }),
  LANTAI_UPLOAD_MAX: variable(bytes, {
    standard: '5GB',
    zh: '字节数，可带单位 KB、MB、GB、TB，例如 5GB',
    en: 'a number of bytes, with KB, MB, GB or TB if you like, such as 5GB',
  }),
  LANTAI_WORKERS: variable(integer(1, 64), {
    standard: '2',
    zh: '1 到 64 之间的整数',
    en: 'a whole number from 1 to 64',
  }),
} satisfies Record<string, Variable>

type Values = { [K in keyof typeof variables]: z.output<(typeof variables)[K]['check']> }

/** Everything an administrator can set for one running server; paths are absolute, sizes in bytes. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** Folder of everything this server keeps on disk. */
  readonly dataDirectory: string
  /** OCFL storage root, where the filed digital files live. */
  readonly storeDirectory: string
  /** Connection string of an own PostgreSQL; without it the embedded one is used. */
  readonly databaseUrl: string | undefined
  readonly logLevel: (typeof logLevels)[number]
  readonly timezone: string
  /** Origin under which browsers see this server, when it stands behind a proxy. */
  readonly publicOrigin: string | undefined
  /** Whether, or from which addresses, forwarded headers are believed. */
  readonly trustProxy: boolean | string[]
  readonly uploadMaxBytes: number
  readonly workers: number
}

/** Why the settings are refused: one issue per wrong variable, its name in `field`. */
export const settingsRefusals = refusals({
  'settings.invalid': {
    status: 422,
    zh: '设置有误，服务器没有启动。',
    en: 'The settings are wrong; the server did not start.',
  },
})

/** Reads the settings out of environment variables; throws a Refusal with one issue for each wrong value. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const issues: InputIssue[] = []
  const values: Record<string, unknown> = {}
  for (const [name, described] of Object.entries<Variable>(variables)) {
    const text = env[name]?.trim() || described.standard
    const result = described.check.safeParse(text)
    if (result.success) values[name] = result.data
    else issues.push(wrong(name, text ?? '', described))
  }
  if (issues.length > 0) throw new Refusal('settings.invalid', settingsRefusals['settings.invalid'], { issues })
  return named(values as Values)
}

/** The settings of this process, from its environment and the project's `.env` file; a wrong one ends it with code 2. */
export function settingsOrExit(): Settings {
  const file = join(projectRoot, '.env')
  try {
    return readSettings({ ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env })
  } catch (error) {
    return exitRefused(error)
  }
}

/** Ends a program that may not start: a Refusal is said in both languages and gives code 2; anything else is thrown on. */
export function exitRefused(error: unknown): never {
  if (!(error instanceof Refusal)) throw error
  const { text, params, issues } = error
  const sentences = issues.length > 0 ? issues : [{ zh: fillIn(text, params, 'zh'), en: fillIn(text, params, 'en') }]
  console.error(sentences.map(({ zh, en }) => `${zh}\n${en}`).join('\n'))
  process.exit(2)
}

function wrong(name: string, text: string, { secret, zh, en }: Variable): InputIssue {
  const shown = secret
    ? { zh: '（值不显示）', en: ' (its value is not shown)' }
    : { zh: `的值“${text}”`, en: `=${text}` }
  return {
    field: name,
    zh: `${name}${shown.zh}不对，应为：${zh}。`,
    en: `${name}${shown.en} is wrong: expected ${en}.`,
  }
}

function named(values: Values): Settings {
  return {
    port: values.LANTAI_PORT,
    host: values.LANTAI_HOST,
    dataDirectory: values.LANTAI_DATA,
    storeDirectory: values.LANTAI_STORE ?? join(values.LANTAI_DATA, 'store'),
    databaseUrl: values.DATABASE_URL,
    logLevel: values.LANTAI_LOG,
    timezone: values.LANTAI_TIMEZONE,
    publicOrigin: values.LANTAI_PUBLIC_URL,
    trustProxy: values.LANTAI_TRUST_PROXY,
    uploadMaxBytes: values.LANTAI_UPLOAD_MAX,
    workers: values.LANTAI_WORKERS,
  }
}
